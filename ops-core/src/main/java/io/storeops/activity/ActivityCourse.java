package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import java.time.Instant;
import java.util.Optional;

/**
 * How an activity went since it was approved. Immutable.
 *
 * @param blockedAt when it could not start, though it was to (D35); empty if it never was so
 * @param withdrawal what became of the platform's own start of a blocked one; empty while nobody tried
 * @param startedAt when it started; empty if it has not
 * @param extendedAt when its end was moved last (D37); empty if it never was
 * @param endedAt when it left RUNNING, or was cancelled; empty until then
 * @param closedAt when it was closed; empty until then
 * @param reason why it ended otherwise than by its end or its quota; empty else
 * @param words why it was cancelled, or started against what hindered it, in words; empty if it was not, or once redacted
 * @param sold the units that were sold as told last, 0 or more; empty if nobody told
 */
public record ActivityCourse(
        Optional<Instant> blockedAt,
        Optional<WithdrawnStart> withdrawal,
        Optional<Instant> startedAt,
        Optional<Instant> extendedAt,
        Optional<Instant> endedAt,
        Optional<Instant> closedAt,
        Optional<EndReason> reason,
        Optional<String> words,
        Optional<Long> sold) {
    private static final Column<Instant> BLOCKED = Column.instant("blocked_at", "when it could not start");
    private static final Column<WithdrawnStart> WITHDRAWAL = Column.constant(
            "start_withdrawn", "what became of the platform's own start of a blocked one", WithdrawnStart.class);
    private static final Column<Instant> STARTED = Column.instant("started_at", "when it started");
    private static final Column<Instant> EXTENDED = Column.instant("extended_at", "when its end was moved last");
    private static final Column<Instant> ENDED = Column.instant("ended_at", "when it left RUNNING, or was cancelled");
    private static final Column<Instant> CLOSED = Column.instant("closed_at", "when it was closed");
    private static final Column<EndReason> REASON =
            Column.constant("end_reason", "why it ended otherwise than by its end or quota", EndReason.class);
    static final Column<String> WORDS =
            Column.text("reason", "why it was cancelled, or started all the same, in words");
    private static final Column<Long> SOLD = Column.number("sold", "the units that were sold as told last");

    static final ColumnGroup<ActivityCourse> COLUMNS = ColumnGroup.of(ActivityCourse.class)
            .optional(BLOCKED, ActivityCourse::blockedAt)
            .optional(WITHDRAWAL, ActivityCourse::withdrawal)
            .optional(STARTED, ActivityCourse::startedAt)
            .optional(EXTENDED, ActivityCourse::extendedAt)
            .optional(ENDED, ActivityCourse::endedAt)
            .optional(CLOSED, ActivityCourse::closedAt)
            .optional(REASON, ActivityCourse::reason)
            .personal(WORDS, ActivityCourse::words)
            .optional(SOLD, ActivityCourse::sold)
            .reads(ActivityCourse::read);

    /** The course of an activity that is not approved yet, or has not begun. */
    static final ActivityCourse NOT_BEGUN = new ActivityCourse(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Checks for null. */
    public ActivityCourse {
        requireNonNull(blockedAt, "blockedAt");
        requireNonNull(withdrawal, "withdrawal");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(extendedAt, "extendedAt");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(closedAt, "closedAt");
        requireNonNull(reason, "reason");
        requireNonNull(words, "words");
        requireNonNull(sold, "sold");
    }

    private static ActivityCourse read(Row row) {
        return new ActivityCourse(
                row.find(BLOCKED),
                row.find(WITHDRAWAL),
                row.find(STARTED),
                row.find(EXTENDED),
                row.find(ENDED),
                row.find(CLOSED),
                row.find(REASON),
                row.find(WORDS),
                row.find(SOLD));
    }

    ActivityCourse blocked(Instant at) {
        return new ActivityCourse(
                Optional.of(at), withdrawal, startedAt, extendedAt, endedAt, closedAt, reason, words, sold);
    }

    ActivityCourse withdrawn(WithdrawnStart outcome) {
        return new ActivityCourse(
                blockedAt, Optional.of(outcome), startedAt, extendedAt, endedAt, closedAt, reason, words, sold);
    }

    ActivityCourse started(Instant at, Optional<String> why) {
        return new ActivityCourse(
                blockedAt, withdrawal, Optional.of(at), extendedAt, endedAt, closedAt, reason, why, sold);
    }

    ActivityCourse extended(Instant at) {
        return new ActivityCourse(
                blockedAt, withdrawal, startedAt, Optional.of(at), endedAt, closedAt, reason, words, sold);
    }

    ActivityCourse ended(Instant at) {
        return new ActivityCourse(
                blockedAt, withdrawal, startedAt, extendedAt, Optional.of(at), closedAt, reason, words, sold);
    }

    ActivityCourse ended(Instant at, EndReason why, Optional<String> inWords) {
        return new ActivityCourse(
                blockedAt,
                withdrawal,
                startedAt,
                extendedAt,
                Optional.of(at),
                closedAt,
                Optional.of(why),
                inWords,
                sold);
    }

    ActivityCourse closed(Instant at) {
        return new ActivityCourse(
                blockedAt, withdrawal, startedAt, extendedAt, endedAt, Optional.of(at), reason, words, sold);
    }

    ActivityCourse tracked(long units) {
        return new ActivityCourse(
                blockedAt, withdrawal, startedAt, extendedAt, endedAt, closedAt, reason, words, Optional.of(units));
    }
}
