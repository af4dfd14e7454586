package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * How an episode was put before whoever decides (R43, D12). Immutable.
 *
 * @param to before whom
 * @param by who did it
 * @param suggestion what that person suggests (S4); empty once redacted
 * @param asked how often it was sent, 1 or more
 * @param messageId the last message
 * @param acceptedAt when a channel accepted that; empty while it waits
 * @param accepted how often a channel accepted one, 0 or more
 */
public record Escalation(
        ActorId to,
        ActorId by,
        Optional<String> suggestion,
        int asked,
        String messageId,
        Optional<Instant> acceptedAt,
        int accepted) {
    private static final Column<ActorId> TO = Column.actor("escalated_to", "before whom it was put");
    private static final Column<ActorId> BY = Column.actor("escalated_by", "who did it");
    static final Column<String> SUGGESTION = Column.text("suggestion_text", "what that person suggests");
    private static final Column<Integer> ASKED = Column.count("escalations_sent", "how often it was sent");
    private static final Column<String> MESSAGE = Column.text("escalation_id", "the last message");
    private static final Column<Instant> ACCEPTED_AT = Column.instant("escalated_at", "when a channel accepted it");
    private static final Column<Integer> ACCEPTED = Column.count("escalations", "how often a channel accepted one");

    static final ColumnGroup<Escalation> COLUMNS = ColumnGroup.of(Escalation.class)
            .column(TO, Escalation::to)
            .column(BY, Escalation::by)
            .personal(SUGGESTION, Escalation::suggestion)
            .column(ASKED, Escalation::asked)
            .column(MESSAGE, Escalation::messageId)
            .optional(ACCEPTED_AT, Escalation::acceptedAt)
            .column(ACCEPTED, Escalation::accepted)
            .reads(row -> new Escalation(
                    row.get(TO),
                    row.get(BY),
                    row.find(SUGGESTION),
                    row.get(ASKED),
                    row.get(MESSAGE),
                    row.find(ACCEPTED_AT),
                    row.get(ACCEPTED)));

    /** Checks for null. */
    public Escalation {
        requireNonNull(to, "to");
        requireNonNull(by, "by");
        requireNonNull(suggestion, "suggestion");
        requireNonNull(messageId, "messageId");
        requireNonNull(acceptedAt, "acceptedAt");
    }

    /** Whether the last message waits for a channel. */
    boolean waits() {
        return acceptedAt.isEmpty();
    }

    Escalation acceptedAt(Instant at) {
        return new Escalation(to, by, suggestion, asked, messageId, Optional.of(at), accepted + 1);
    }
}
