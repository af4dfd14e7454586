package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.adapter.chat.Notation.Mark;
import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.spi.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A group robot of WeCom (企业微信), developer.work.weixin.qq.com/document/path/99110: text up to 2,048 and Markdown up to 4,096 bytes of
 * UTF-8; JPG and PNG up to 2 MB within the message, other files handed in first; {@code errcode} 0 is success, 45009 the limit of 20
 * messages a minute.
 *
 * @param webhook the robot
 * @param form how messages are written
 * @param files whether files go with messages
 */
record WeCom(Webhook webhook, Form form, boolean files) implements Platform {
    static final String PATH = "/cgi-bin/webhook/send";
    private static final String UPLOAD = "/cgi-bin/webhook/upload_media";
    private static final int LARGEST_IMAGE = 2_000_000;
    private static final int LARGEST_FILE = 20_000_000;
    private static final int MOST_TEXT = 2_048;
    private static final int MOST_MARKDOWN = 4_096;
    private static final int THROTTLED = 45_009;
    private static final Set<String> IMAGES = Set.of("image/png", "image/jpeg");

    private static final Notation WITH_TABLES = new Notation(
            Mark.of("# ", "\n\n"),
            Mark.of("## ", "\n"),
            Mark.of("**", "**"),
            Mark.of("- ", "\n"),
            Mark.LINE,
            Notation.Tables.MARKDOWN,
            true);

    private static final Notation QUOTING = new Notation(
            Mark.of("# ", "\n\n"),
            Mark.of("## ", "\n"),
            Mark.of("**", "**"),
            Mark.of("> ", "\n"),
            Mark.of("> ", "\n"),
            Notation.Tables.LINES,
            true);

    /** The messages that a robot of WeCom knows. */
    enum Form {
        /** Markdown with tables, which mentions nobody; for clients of 2025 and later. */
        MARKDOWN_V2,
        /** Markdown without tables. */
        MARKDOWN,
        /** Text. */
        TEXT
    }

    @Override
    public String name() {
        return "WeCom";
    }

    @Override
    public Notation notation() {
        return switch (form) {
            case MARKDOWN_V2 -> WITH_TABLES;
            case MARKDOWN -> QUOTING;
            case TEXT -> Notation.TEXT;
        };
    }

    @Override
    public int longest() {
        return form == Form.TEXT ? MOST_TEXT : MOST_MARKDOWN;
    }

    @Override
    public boolean fits(String title, String section) {
        return content(title, section).getBytes(UTF_8).length <= longest();
    }

    private String content(String title, String section) {
        return notation().title().around(title) + section;
    }

    @Override
    public Json message(String title, List<String> sections) {
        String type = switch (form) {
            case MARKDOWN_V2 -> "markdown_v2";
            case MARKDOWN -> "markdown";
            case TEXT -> "text";
        };
        return typed(type, Map.of("content", Json.of(content(title, String.join("", sections)))));
    }

    private static Json typed(String type, Map<String, Json> members) {
        return Json.object(Map.of("msgtype", Json.of(type), type, Json.object(members)));
    }

    @Override
    public Request request(Json message, Instant at) {
        return Request.of(webhook.uri(), message);
    }

    @Override
    public Signal signal(String body) {
        return Signal.object(body)
                .flatMap(answer -> ErrorCode.of(answer, "errcode", "errmsg"))
                .map(error -> switch (error.code()) {
                    case 0 -> Signal.taken("");
                    case THROTTLED -> Signal.throttled(Proof.USUAL_WAIT, error.words());
                    case -1 -> Signal.busy(error.words());
                    default -> Signal.refused(error.words());
                })
                .orElse(Signal.NONE);
    }

    @Override
    public OptionalLong largestFile() {
        return files ? OptionalLong.of(LARGEST_FILE) : OptionalLong.empty();
    }

    @Override
    public Enclosed enclosed(List<OutgoingMessage.File> enclosed, Post post, Budget budget, Instant at) {
        List<Json> messages = new ArrayList<>();
        for (OutgoingMessage.File file : enclosed) {
            byte[] content = file.content().content();
            if (IMAGES.contains(file.content().contentType()) && content.length <= LARGEST_IMAGE) {
                messages.add(typed("image", FileForm.image(content)));
                continue;
            }
            SendResult handed = budget.allows(post.timeout())
                    ? Proof.of(name(), upload(file, post), this::uploaded, at)
                    : budget.spent(at);
            if (handed instanceof SendResult.Accepted accepted) {
                messages.add(typed("file", Map.of("media_id", Json.of(accepted.receipt()))));
            } else {
                return new Enclosed.Failed(notHandedIn(file, handed, at));
            }
        }
        return new Enclosed.Ready(messages);
    }

    private Exchange upload(OutgoingMessage.File file, Post post) {
        FileForm form = FileForm.of("media", file);
        return post.send(webhook.at(UPLOAD, Map.of("type", "file")), form.contentType(), form.body());
    }

    private Signal uploaded(String body) {
        String media = Signal.object(body)
                .map(answer -> Signal.text(answer, "media_id"))
                .orElse("");
        Signal signal = signal(body);
        boolean taken = signal.kind() == Signal.Kind.TAKEN;
        return taken ? media.isBlank() ? Signal.NONE : Signal.taken(media) : signal;
    }

    /** Even if the answer was lost: what was handed in and is in no message nobody sees. */
    private static SendResult.Refused notHandedIn(OutgoingMessage.File file, SendResult why, Instant at) {
        String what = "The file " + file.name() + " was not handed in, so no message was sent: ";
        return why instanceof SendResult.Refused refused
                ? new SendResult.Refused(what + refused.reason(), refused.retryAt())
                : new SendResult.Refused(
                        what + ((SendResult.Unknown) why).detail(), Optional.of(at.plus(Proof.USUAL_WAIT)));
    }

    @Override
    public List<Secret> secrets() {
        return webhook.secrets(PATH);
    }
}
