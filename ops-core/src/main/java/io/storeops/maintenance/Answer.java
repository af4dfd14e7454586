package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;

/**
 * The decision on an escalated episode (R44). Its words stand in the first {@link Feedback}. Immutable.
 *
 * @param by who decided
 * @param at when, by the clock of the library
 * @param decision a word, as in HOLD
 * @param level 1, or 2 if it had gone to the next superior by then
 */
public record Answer(ActorId by, Instant at, String decision, int level) {
    private static final Column<ActorId> BY = Column.actor("feedback_by", "who decided");
    private static final Column<Instant> AT = Column.instant("feedback_at", "when it was decided");
    private static final Column<String> DECISION = Column.text("decision", "the decision, as in HOLD");
    private static final Column<Integer> LEVEL = Column.count("level", "2 if it had gone to the next superior");

    static final ColumnGroup<Answer> COLUMNS = ColumnGroup.of(Answer.class)
            .column(BY, Answer::by)
            .column(AT, Answer::at)
            .column(DECISION, Answer::decision)
            .column(LEVEL, Answer::level)
            .reads(row -> new Answer(row.get(BY), row.get(AT), row.get(DECISION), row.get(LEVEL)));

    /** Checks for null. */
    public Answer {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(decision, "decision");
    }
}
