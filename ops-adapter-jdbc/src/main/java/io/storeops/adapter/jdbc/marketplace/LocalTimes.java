package io.storeops.adapter.jdbc.marketplace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Dates and times without zone as instants. One that the clocks of the zone skip is none; of one that they show twice the earlier is meant.
 * Immutable.
 *
 * @param zone the zone of what says none; empty if every time of the source says its own
 */
record LocalTimes(Optional<ZoneId> zone) {
    private static final int LAST_YEAR = 9999;

    private ZoneId ofColumn(Column column) {
        return zone.orElseThrow(
                () -> new IllegalStateException("The column " + column.name() + " was read without a zone"));
    }

    /** The instant of a local time. */
    Instant instant(Column column, LocalDateTime local) throws Rejected {
        requireYear(column, local.getYear(), local);
        ZoneId of = ofColumn(column);
        List<ZoneOffset> offsets = of.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw Rejected.of(column, local, "does not exist: the clocks of " + of + " skip it");
        }
        return local.toInstant(offsets.get(0));
    }

    /** The instant of a time with its offset. */
    static Instant instant(Column column, OffsetDateTime time) throws Rejected {
        requireYear(column, time.getYear(), time);
        return time.toInstant();
    }

    /** The beginning of a date. */
    Instant begins(Column column, LocalDate date) throws Rejected {
        requireYear(column, date.getYear(), date);
        return date.atStartOfDay(ofColumn(column)).toInstant();
    }

    private static void requireYear(Column column, int year, Object found) throws Rejected {
        if (year < 1 || year > LAST_YEAR) {
            throw Rejected.of(column, found, "is not of the years 1 to " + LAST_YEAR);
        }
    }
}
