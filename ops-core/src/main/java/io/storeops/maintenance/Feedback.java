package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.inspection.RuleKey;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What somebody who decides said on an escalated anomaly: the first is the decision, what follows are comments (D23). Never changed.
 *
 * @param store the store
 * @param anomalyId the anomaly
 * @param episode its episode
 * @param number 1 for the decision, more for comments
 * @param decision what it says
 * @param stamp who said it, when and under which rules (R1)
 */
public record Feedback(StoreId store, String anomalyId, int episode, int number, Decision decision, Stamp stamp) {
    private static final Column<String> ANOMALY = Column.text("anomaly_id", "the anomaly");
    private static final Column<Integer> EPISODE = Column.count("episode", "its episode");
    private static final Column<Integer> NUMBER = Column.count("number", "1 for the decision, more for comments");
    private static final Column<String> WORD = Column.text("decision", "the decision, as in HOLD");
    private static final Column<String> TEXT = Column.text("feedback_text", "what was said");
    private static final Column<LocalDate> UNTIL = Column.date("accepted_until", "until when it is taken as it is");
    private static final Column<Long> REFERENCE = Column.number("new_reference", "the reference from then on");
    private static final Column<Instant> AT = Column.instant("given_at", "when it was said");
    private static final Column<ActorId> BY = Column.actor("given_by", "who said it");
    private static final ColumnGroup<Stamp> STAMP = Stamp.columns(AT, BY);

    /** The table of feedback. */
    public static final Table<Feedback> TABLE = Table.of("anomaly_feedback", Feedback::store)
            .column(ANOMALY, Feedback::anomalyId)
            .column(EPISODE, Feedback::episode)
            .column(NUMBER, Feedback::number)
            .column(WORD, feedback -> feedback.decision().word())
            .personal(TEXT, feedback -> feedback.decision().text())
            .optional(UNTIL, feedback -> feedback.decision().acceptedUntil())
            .optional(REFERENCE, feedback -> feedback.decision().newReference())
            .group(STAMP, Feedback::stamp)
            .key(ANOMALY, EPISODE, NUMBER)
            .appendOnly()
            .reads(row -> new Feedback(
                    row.store(),
                    row.get(ANOMALY),
                    row.get(EPISODE),
                    row.get(NUMBER),
                    new Decision(row.get(WORD), row.find(TEXT), row.find(UNTIL), row.find(REFERENCE)),
                    row.get(STAMP)));

    /**
     * What is decided.
     *
     * @param word the decision as a word of capital letters, as in ACCEPT, HOLD or WORK
     * @param text what is said; empty once redacted
     * @param acceptedUntil the last date on which it is taken as it is (D15); empty if it is not
     * @param newReference what is compared with from now on, in minor units or units (D15); empty to keep what is
     */
    public record Decision(
            String word, Optional<String> text, Optional<LocalDate> acceptedUntil, Optional<Long> newReference) {
        /**
         * Checks the word.
         *
         * @throws IllegalArgumentException if it is not a word of capital letters
         */
        public Decision {
            RuleKey.of(word);
            requireNonNull(text, "text");
            requireNonNull(acceptedUntil, "acceptedUntil");
            requireNonNull(newReference, "newReference");
        }

        /**
         * A decision without further terms.
         *
         * @param word as in HOLD
         * @param text what is said
         * @return the decision
         * @throws IllegalArgumentException if the word is not one of capital letters
         */
        public static Decision of(String word, String text) {
            return new Decision(word, Optional.of(text), Optional.empty(), Optional.empty());
        }
    }

    /** Checks for null. */
    public Feedback {
        requireNonNull(store, "store");
        requireNonNull(anomalyId, "anomalyId");
        requireNonNull(decision, "decision");
        requireNonNull(stamp, "stamp");
    }
}
