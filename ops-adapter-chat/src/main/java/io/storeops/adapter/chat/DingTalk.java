package io.storeops.adapter.chat;

import io.storeops.adapter.chat.Notation.Mark;
import io.storeops.json.Json;
import io.storeops.spi.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A custom robot of DingTalk (钉钉): bodies up to 20,000 bytes; {@code errcode} 0 is success, 130101 and 410100 the limit of 20 messages
 * a minute, beyond which it takes none for ten minutes; {@code status} 1111 says how many seconds to wait.
 *
 * @param webhook the robot
 * @param form how messages are written
 * @param signingKey the key that messages are signed by, if the robot asks for it
 */
record DingTalk(Webhook webhook, Form form, Optional<Secret> signingKey) implements Platform {
    static final String PATH = "/robot/send";
    private static final int MOST_BODY = 20_000;
    private static final int TOO_MANY_A_MINUTE = 130_101;
    private static final int TOO_FAST = 410_100;
    private static final int BLOCKED = 1_111;
    private static final Duration PENALTY = Duration.ofMinutes(10);

    private static final Notation MARKDOWN = new Notation(
            Mark.of("### ", "\n\n"),
            Mark.of("#### ", "\n\n"),
            Mark.of("**", "**"),
            Mark.of("- ", "\n"),
            Mark.of("- ", "\n"),
            Notation.Tables.LINES,
            true);

    /** The messages that a robot of DingTalk knows and that need no address to lead to. */
    enum Form {
        /** Markdown, without tables. */
        MARKDOWN,
        /** Text. */
        TEXT
    }

    @Override
    public String name() {
        return "DingTalk";
    }

    @Override
    public Notation notation() {
        return form == Form.MARKDOWN ? MARKDOWN : Notation.TEXT;
    }

    @Override
    public int longest() {
        return MOST_BODY;
    }

    @Override
    public boolean fits(String title, String section) {
        return Platform.size(message(title, List.of(section))) <= MOST_BODY;
    }

    @Override
    public Json message(String title, List<String> sections) {
        String text = notation().title().around(title) + String.join("", sections);
        Json nobody = Json.object(Map.of("atMobiles", Json.array(List.of()), "isAtAll", Json.of(false)));
        return form == Form.MARKDOWN
                ? Json.object(Map.of(
                        "msgtype", Json.of("markdown"),
                        "markdown", Json.object(Map.of("title", Json.of(title), "text", Json.of(text))),
                        "at", nobody))
                : Json.object(Map.of(
                        "msgtype", Json.of("text"),
                        "text", Json.object(Map.of("content", Json.of(text))),
                        "at", nobody));
    }

    @Override
    public Request request(Json message, Instant at) {
        Map<String, String> parameters = new TreeMap<>();
        signingKey.ifPresent(key -> {
            String timestamp = Long.toString(at.toEpochMilli());
            parameters.put("timestamp", timestamp);
            parameters.put("sign", Signature.of(key.reveal(), timestamp + "\n" + key.reveal()));
        });
        return Request.of(webhook.with(parameters), message);
    }

    @Override
    public Signal signal(String body) {
        return Signal.object(body)
                .map(answer -> blocked(answer)
                        .or(() -> ErrorCode.of(answer, "errcode", "errmsg").map(DingTalk::signal))
                        .orElse(Signal.NONE))
                .orElse(Signal.NONE);
    }

    private static Signal signal(ErrorCode error) {
        return switch (error.code()) {
            case 0 -> Signal.taken("");
            case TOO_MANY_A_MINUTE, TOO_FAST -> Signal.throttled(PENALTY, error.words());
            case -1 -> Signal.busy(error.words());
            default -> Signal.refused(error.words());
        };
    }

    private static Optional<Signal> blocked(Json.Obj answer) {
        OptionalLong status = Signal.number(answer, "status");
        if (status.isEmpty() || status.getAsLong() != BLOCKED) {
            return Optional.empty();
        }
        long seconds = Signal.number(answer, "wait").orElse(0);
        return Optional.of(Signal.throttled(
                seconds > 0 && seconds <= Integer.MAX_VALUE ? Duration.ofSeconds(seconds) : PENALTY,
                "status " + BLOCKED));
    }

    @Override
    public List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(webhook.secrets(PATH));
        signingKey.ifPresent(secrets::add);
        return secrets;
    }
}
