package io.storeops.adapter.chat;

import io.storeops.adapter.chat.Notation.Mark;
import io.storeops.json.Json;
import io.storeops.spi.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An incoming webhook of Slack, docs.slack.dev: sections of 3,000 characters, up to twelve of them in a message; the answer {@code ok}
 * with HTTP 200 is success, HTTP 429 with Retry-After its limit of one message a second.
 *
 * @param webhook the webhook
 * @param form how messages are written
 */
record Slack(Webhook webhook, Form form) implements Platform {
    static final String PATH = "/services/";
    private static final int LONGEST_SECTION = 3_000;
    private static final int MOST_SECTIONS = 12;

    /** What Slack says when it takes no message, with HTTP 4xx as a rule. */
    private static final Set<String> ERRORS = Set.of(
            "action_prohibited",
            "channel_is_archived",
            "channel_not_found",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_payload",
            "invalid_token",
            "no_active_hooks",
            "no_service",
            "no_service_id",
            "no_team",
            "no_text",
            "posting_to_general_channel_denied",
            "team_disabled",
            "too_many_attachments",
            "user_not_found");

    private static final Notation BLOCKS = new Notation(
            Mark.of("*", "*"),
            Mark.of("*", "*\n"),
            Mark.of("*", "*"),
            Mark.of("• ", "\n"),
            Mark.LINE,
            Notation.Tables.PREFORMATTED,
            true);

    /** The messages that a webhook of Slack knows. */
    enum Form {
        /** Blocks with Slack's own Markdown; tables are preformatted. */
        BLOCKS,
        /** Text. */
        TEXT
    }

    @Override
    public String name() {
        return "Slack";
    }

    @Override
    public Notation notation() {
        return form == Form.BLOCKS ? BLOCKS : Notation.TEXT;
    }

    @Override
    public int longest() {
        return LONGEST_SECTION * sections();
    }

    @Override
    public int sections() {
        return form == Form.BLOCKS ? MOST_SECTIONS : 1;
    }

    @Override
    public boolean fits(String title, String section) {
        String heading = notation().title().around(title);
        return form == Form.BLOCKS
                ? escaped(heading).length() <= LONGEST_SECTION
                        && escaped(section).length() <= LONGEST_SECTION
                : escaped(heading + section).length() <= LONGEST_SECTION;
    }

    @Override
    public Json message(String title, List<String> sections) {
        String heading = notation().title().around(title);
        if (form == Form.TEXT) {
            return Json.object(Map.of("text", Json.of(escaped(heading + String.join("", sections)))));
        }
        List<Json> blocks = new ArrayList<>(List.of(section(heading)));
        sections.forEach(section -> blocks.add(section(section)));
        return Json.object(Map.of("text", Json.of(escaped(title)), "blocks", Json.array(blocks)));
    }

    private static Json section(String text) {
        return Json.object(Map.of(
                "type",
                Json.of("section"),
                "text",
                Json.object(Map.of("type", Json.of("mrkdwn"), "text", Json.of(escaped(text))))));
    }

    /** The three characters that Slack has an escape for; no others of its own are left in a text. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public Request request(Json message, Instant at) {
        return Request.of(webhook.uri(), message);
    }

    @Override
    public Signal signal(String body) {
        String said = body.strip();
        return said.equals("ok") ? Signal.taken("") : ERRORS.contains(said) ? Signal.refused(said) : Signal.NONE;
    }

    @Override
    public List<Secret> secrets() {
        return webhook.secrets(PATH);
    }
}
