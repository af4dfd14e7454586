package io.storeops.listingtask;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a listing is. Immutable.
 *
 * @param selfCheckedAt when the last of its steps was answered OK; the last time, if that was more than once
 * @param liveAt when it was found live; empty if it was not
 * @param liveBy who found it so
 * @param confirmedAt when it was confirmed; empty if it was not
 * @param cancelledAt when it was taken back; empty if it was not
 */
public record ListingCourse(
        Optional<Instant> selfCheckedAt,
        Optional<Instant> liveAt,
        Optional<ActorId> liveBy,
        Optional<Instant> confirmedAt,
        Optional<Instant> cancelledAt) {
    private static final Column<Instant> SELF_CHECKED = Column.instant("self_checked_at", "when all steps were OK");
    private static final Column<Instant> LIVE = Column.instant("live_at", "when it was found live");
    private static final Column<ActorId> LIVE_BY = Column.actor("live_by", "who found it so");
    private static final Column<Instant> CONFIRMED = Column.instant("confirmed_at", "when it was confirmed");
    private static final Column<Instant> CANCELLED = Column.instant("cancelled_at", "when it was taken back");
    static final ColumnGroup<ListingCourse> COLUMNS = ColumnGroup.of(ListingCourse.class)
            .optional(SELF_CHECKED, ListingCourse::selfCheckedAt)
            .optional(LIVE, ListingCourse::liveAt)
            .optional(LIVE_BY, ListingCourse::liveBy)
            .optional(CONFIRMED, ListingCourse::confirmedAt)
            .optional(CANCELLED, ListingCourse::cancelledAt)
            .reads(row -> new ListingCourse(
                    row.find(SELF_CHECKED),
                    row.find(LIVE),
                    row.find(LIVE_BY),
                    row.find(CONFIRMED),
                    row.find(CANCELLED)));

    static final ListingCourse BEGINS =
            new ListingCourse(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks for null. */
    public ListingCourse {
        requireNonNull(selfCheckedAt, "selfCheckedAt");
        requireNonNull(liveAt, "liveAt");
        requireNonNull(liveBy, "liveBy");
        requireNonNull(confirmedAt, "confirmedAt");
        requireNonNull(cancelledAt, "cancelledAt");
    }

    ListingCourse selfChecked(Instant at) {
        return new ListingCourse(Optional.of(at), liveAt, liveBy, confirmedAt, cancelledAt);
    }

    ListingCourse live(Instant at, ActorId by) {
        return new ListingCourse(selfCheckedAt, Optional.of(at), Optional.of(by), confirmedAt, cancelledAt);
    }

    ListingCourse confirmed(Instant at) {
        return new ListingCourse(selfCheckedAt, liveAt, liveBy, Optional.of(at), cancelledAt);
    }

    ListingCourse cancelled(Instant at) {
        return new ListingCourse(selfCheckedAt, liveAt, liveBy, confirmedAt, Optional.of(at));
    }
}
