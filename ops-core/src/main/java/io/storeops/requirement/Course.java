package io.storeops.requirement;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a requirement is. Immutable.
 *
 * @param since when it came into its state: what proves the next step is attached after that
 * @param sentAt when the party was told first; empty before
 * @param through the channel that took it when the party was told first; empty before, and if that was by word of mouth
 * @param messages how many messages with it were given to channels, 0 or more
 * @param waitsFor the message that a channel has to take for the party to be told; empty if none is on its way
 * @param rework how often what was delivered was not as required, 0 or more
 * @param rejected how often the party rejected it, 0 or more
 * @param reason why it was rejected, or sent back, last; empty if it never was, and once redacted
 */
public record Course(
        Instant since,
        Optional<Instant> sentAt,
        Optional<String> through,
        int messages,
        Optional<String> waitsFor,
        int rework,
        int rejected,
        Optional<String> reason) {
    private static final Column<Instant> SINCE = Column.instant("state_at", "when it came into its state");
    private static final Column<Instant> SENT_AT = Column.instant("sent_at", "when the party was told first");
    private static final Column<String> THROUGH =
            Column.text("sent_through", "the channel that the party was told through first");
    private static final Column<Integer> MESSAGES = Column.count("messages", "how many messages with it were queued");
    private static final Column<String> WAITS = Column.text("waits_for", "the message that is on its way to the party");
    private static final Column<Integer> REWORK = Column.count("rework", "how often a delivery was not as required");
    private static final Column<Integer> REJECTED = Column.count("rejected", "how often the party rejected it");
    static final Column<String> REASON = Column.text("reason", "why it was rejected or sent back last");
    static final ColumnGroup<Course> COLUMNS = ColumnGroup.of(Course.class)
            .column(SINCE, Course::since)
            .optional(SENT_AT, Course::sentAt)
            .optional(THROUGH, Course::through)
            .column(MESSAGES, Course::messages)
            .optional(WAITS, Course::waitsFor)
            .column(REWORK, Course::rework)
            .column(REJECTED, Course::rejected)
            .personal(REASON, Course::reason)
            .reads(row -> new Course(
                    row.get(SINCE),
                    row.find(SENT_AT),
                    row.find(THROUGH),
                    row.get(MESSAGES),
                    row.find(WAITS),
                    row.get(REWORK),
                    row.get(REJECTED),
                    row.find(REASON)));

    /** Checks for null. */
    public Course {
        requireNonNull(since, "since");
        requireNonNull(sentAt, "sentAt");
        requireNonNull(through, "through");
        requireNonNull(waitsFor, "waitsFor");
        requireNonNull(reason, "reason");
    }

    static Course begun(Instant at) {
        return new Course(at, Optional.empty(), Optional.empty(), 0, Optional.empty(), 0, 0, Optional.empty());
    }

    /** A message with it is on its way; the state stays until a channel takes it. */
    Course queued(String message) {
        return new Course(since, sentAt, through, messages + 1, Optional.of(message), rework, rejected, reason);
    }

    /** The party is told, through a channel or by word of mouth. */
    Course sent(Instant at, Optional<String> channel) {
        return new Course(
                at,
                sentAt.or(() -> Optional.of(at)),
                sentAt.isPresent() ? through : channel,
                messages,
                Optional.empty(),
                rework,
                rejected,
                reason);
    }

    Course moved(Instant at) {
        return new Course(at, sentAt, through, messages, waitsFor, rework, rejected, reason);
    }

    Course rejectedFor(Instant at, String why) {
        return new Course(at, sentAt, through, messages, waitsFor, rework, rejected + 1, Optional.of(why));
    }

    Course reworkedFor(Instant at, String why) {
        return new Course(at, sentAt, through, messages, waitsFor, rework + 1, rejected, Optional.of(why));
    }
}
