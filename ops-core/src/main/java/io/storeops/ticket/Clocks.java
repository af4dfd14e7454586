package io.storeops.ticket;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.WorkingTime;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By when an episode is to be acknowledged and solved (R72, D50). Both run in the working time of who owes them; on hold the time for the
 * solution stands still, that for the acknowledgement never does. Immutable.
 *
 * @param receivedAt when the episode began
 * @param ackDue by when it is to be acknowledged, that instant included; empty without a time limit
 * @param solveDue by when it is to be solved or put before the manager, that instant included, as it was before the hold while it is on
 *     hold; empty without a time limit
 * @param heldSince since when it is on hold; empty if it is not
 * @param heldSeconds for how many whole seconds of working time it was on hold before, 0 or more
 */
public record Clocks(
        Instant receivedAt,
        Optional<Instant> ackDue,
        Optional<Instant> solveDue,
        Optional<Instant> heldSince,
        long heldSeconds) {
    private static final Column<Instant> RECEIVED = Column.instant("received_at", "when the episode began");
    private static final Column<Instant> ACK_DUE = Column.instant("ack_due_at", "by when it is to be acknowledged");
    private static final Column<Instant> SOLVE_DUE =
            Column.instant("solve_due_at", "by when it is to be solved or put before the manager");
    private static final Column<Instant> HELD_SINCE = Column.instant("held_since", "since when it is on hold");
    private static final Column<Long> HELD =
            Column.number("held_seconds", "for how much working time it was on hold before");
    static final ColumnGroup<Clocks> COLUMNS = ColumnGroup.of(Clocks.class)
            .column(RECEIVED, Clocks::receivedAt)
            .optional(ACK_DUE, Clocks::ackDue)
            .optional(SOLVE_DUE, Clocks::solveDue)
            .optional(HELD_SINCE, Clocks::heldSince)
            .column(HELD, Clocks::heldSeconds)
            .reads(row -> new Clocks(
                    row.get(RECEIVED), row.find(ACK_DUE), row.find(SOLVE_DUE), row.find(HELD_SINCE), row.get(HELD)));

    /**
     * Checks the time on hold.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Clocks {
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(ackDue, "ackDue");
        requireNonNull(solveDue, "solveDue");
        requireNonNull(heldSince, "heldSince");
        if (heldSeconds < 0) {
            throw new IllegalArgumentException("A ticket is on hold for 0 seconds or more, not " + heldSeconds);
        }
    }

    /**
     * Whether it is on hold.
     *
     * @return true from the hold until it is resumed, solved, put before the manager or merged
     */
    public boolean onHold() {
        return heldSince.isPresent();
    }

    /** Whether a hold stopped the time: one that began at the due instant or later changes nothing any more (D95). */
    boolean stopped(Instant due) {
        return heldSince.filter(since -> since.isBefore(due)).isPresent();
    }

    /** The later of the two dues, by which the period of the episode goes (D52); when it began, without any. */
    Instant lastDue() {
        return Stream.concat(ackDue.stream(), solveDue.stream())
                .max(Instant::compareTo)
                .orElse(receivedAt);
    }

    Clocks held(Instant at) {
        return new Clocks(receivedAt, ackDue, solveDue, Optional.of(at), heldSeconds);
    }

    /**
     * The same once it goes on.
     *
     * @param solved whether it was solved, or put before the manager, before the hold: then nothing was running
     * @return with what was left of the time left from then on
     */
    Clocks resumed(Instant at, WorkingTime time, boolean solved) {
        return heldSince
                .map(since -> new Clocks(
                        receivedAt,
                        ackDue,
                        solveDue.map(due -> stopped(due) && !solved ? time.after(at, time.between(since, due)) : due),
                        Optional.empty(),
                        heldSeconds + time.between(since, at).toSeconds()))
                .orElse(this);
    }

    /** Those of an episode that begins. */
    static Clocks begun(Instant at, WorkingTime time, Optional<Duration> ack, Optional<Duration> solve) {
        return new Clocks(
                at,
                ack.map(limit -> time.after(at, limit)),
                solve.map(limit -> time.after(at, limit)),
                Optional.empty(),
                0);
    }
}
