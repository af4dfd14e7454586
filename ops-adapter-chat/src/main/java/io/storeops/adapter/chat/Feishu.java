package io.storeops.adapter.chat;

import io.storeops.adapter.chat.Notation.Mark;
import io.storeops.json.Json;
import io.storeops.spi.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A custom bot of Feishu or Lark (飞书), open.larkoffice.com/document/ukTMukTMukTM/ucTM5YjL3ETO24yNxkjN.md: bodies up to 20 KB;
 * {@code code} or, of older bots, {@code StatusCode} 0 is success, 11232 and 99991400 its limits of 100 messages a minute and 5 a second, which
 * some answer as HTTP 400 with 9499 and "too many request".
 *
 * @param webhook the bot
 * @param form how messages are written
 * @param signingKey the key that messages are signed by, if the bot asks for it
 */
record Feishu(Webhook webhook, Form form, Optional<Secret> signingKey) implements Platform {
    static final String PATH = "/open-apis/bot/v2/hook/";
    private static final int MOST_BODY = 20_000;

    /** What timestamp and signature add to a body. */
    private static final int SIGNATURE = 100;

    private static final int THROTTLED = 11_232;
    private static final int GATEWAY_THROTTLED = 99_991_400;
    private static final int BAD_REQUEST = 9_499;

    private static final Notation CARD = new Notation(
            Mark.of("", ""),
            Mark.of("**", "**\n"),
            Mark.of("**", "**"),
            Mark.LINE,
            Mark.LINE,
            Notation.Tables.LINES,
            true);

    /** The messages that a bot of Feishu knows. */
    enum Form {
        /** A card with the title above and Markdown below. */
        CARD,
        /** Text. */
        TEXT
    }

    @Override
    public String name() {
        return "Feishu";
    }

    @Override
    public Notation notation() {
        return form == Form.CARD ? CARD : Notation.TEXT;
    }

    @Override
    public int longest() {
        return MOST_BODY;
    }

    @Override
    public boolean fits(String title, String section) {
        return Platform.size(message(title, List.of(section))) + SIGNATURE <= MOST_BODY;
    }

    @Override
    public Json message(String title, List<String> sections) {
        String text = String.join("", sections);
        return form == Form.CARD
                ? Json.object(Map.of(
                        "msg_type",
                        Json.of("interactive"),
                        "card",
                        Json.object(Map.of(
                                "header", Json.object(Map.of("title", tagged("plain_text", title))),
                                "elements",
                                        Json.array(List.of(Json.object(
                                                Map.of("tag", Json.of("div"), "text", tagged("lark_md", text)))))))))
                : Json.object(Map.of(
                        "msg_type",
                        Json.of("text"),
                        "content",
                        Json.object(Map.of("text", Json.of(notation().title().around(title) + text)))));
    }

    private static Json tagged(String tag, String content) {
        return Json.object(Map.of("tag", Json.of(tag), "content", Json.of(content)));
    }

    @Override
    public Request request(Json message, Instant at) {
        return Request.of(
                webhook.uri(), signingKey.map(key -> signed(message, key, at)).orElse(message));
    }

    /** Not as DingTalk: what is signed is empty, and the key is what DingTalk signs. */
    private static Json signed(Json message, Secret key, Instant at) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, Json> members = new TreeMap<>(((Json.Obj) message).members());
        members.put("timestamp", Json.of(timestamp));
        members.put("sign", Json.of(Signature.of(timestamp + "\n" + key.reveal(), "")));
        return Json.object(members);
    }

    @Override
    public Signal signal(String body) {
        return Signal.object(body)
                .map(answer -> {
                    Optional<Signal> newer = ErrorCode.of(answer, "code", "msg").map(Feishu::signal);
                    Optional<Signal> older =
                            ErrorCode.of(answer, "StatusCode", "StatusMessage").map(Feishu::signal);
                    // Some answer with both; an error in either is one.
                    return newer.filter(signal -> signal.kind() != Signal.Kind.TAKEN)
                            .or(() -> older.filter(signal -> signal.kind() != Signal.Kind.TAKEN))
                            .or(() -> newer)
                            .or(() -> older)
                            .orElse(Signal.NONE);
                })
                .orElse(Signal.NONE);
    }

    private static Signal signal(ErrorCode error) {
        boolean tooMany = error.words().toLowerCase(Locale.ROOT).contains("too many");
        return switch (error.code()) {
            case 0 -> Signal.taken("");
            case THROTTLED, GATEWAY_THROTTLED -> Signal.throttled(Proof.USUAL_WAIT, error.words());
            case BAD_REQUEST ->
                tooMany ? Signal.throttled(Proof.USUAL_WAIT, error.words()) : Signal.refused(error.words());
            default -> Signal.refused(error.words());
        };
    }

    @Override
    public List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>(webhook.secrets(PATH));
        signingKey.ifPresent(secrets::add);
        return secrets;
    }
}
