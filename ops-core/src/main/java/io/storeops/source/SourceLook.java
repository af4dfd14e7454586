package io.storeops.source;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedRead;
import io.storeops.id.StoreId;
import io.storeops.inspection.Look;
import io.storeops.position.MaintenanceRules;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One look at a source: how far what it gave can be judged by (D5). Immutable.
 *
 * @param store the store
 * @param source which source
 * @param number 1 for the first look, one more for each
 * @param asOf the instant of which the source speaks, in whole microseconds; empty if it does not say
 * @param coverage how much of what was asked for it gave
 * @param rows how many rows it gave that could be read, 0 or more
 * @param problems how many could not be read, 0 or more
 * @param baseRows how many rows the last complete look at an earlier instant gave; empty if there was none. Complete is one that was not
 *     PARTIAL and gave something
 * @param looked who looked, when, under which rules (R1)
 */
public record SourceLook(
        StoreId store,
        Source source,
        long number,
        Optional<Instant> asOf,
        Coverage coverage,
        long rows,
        long problems,
        Optional<Long> baseRows,
        Stamp looked) {
    static final Column<Long> NUMBER = Column.number("look", "1 for the first look at the source, one more for each");
    private static final Column<Instant> AS_OF =
            Column.instant("as_of", "the instant of which the source speaks; absent if it does not say");
    private static final Column<Coverage> COVERAGE =
            Column.constant("coverage", "COMPLETE, PARTIAL or UNKNOWN", Coverage.class);
    private static final Column<Long> ROWS = Column.number("row_count", "how many rows could be read");
    private static final Column<Long> PROBLEMS = Column.number("problem_count", "how many rows could not be read");
    private static final Column<Long> BASE_ROWS = Column.number(
            "base_count", "how many rows the last complete look at an earlier instant gave; absent if there was none");
    private static final ColumnGroup<Stamp> LOOKED =
            Stamp.columns(Column.instant("looked_at", "when it was read"), Column.actor("looked_by", "who read it"));

    /** The table of looks, append-only. */
    public static final Table<SourceLook> TABLE = Table.of("source_look", SourceLook::store)
            .column(Source.COLUMN, SourceLook::source)
            .column(NUMBER, SourceLook::number)
            .optional(AS_OF, SourceLook::asOf)
            .column(COVERAGE, SourceLook::coverage)
            .column(ROWS, SourceLook::rows)
            .column(PROBLEMS, SourceLook::problems)
            .optional(BASE_ROWS, SourceLook::baseRows)
            .group(LOOKED, SourceLook::looked)
            .key(Source.COLUMN, NUMBER)
            .appendOnly()
            .reads(SourceLook::read);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the number is below 1, or a count is negative
     */
    public SourceLook {
        requireNonNull(store, "store");
        requireNonNull(source, "source");
        requireNonNull(asOf, "asOf");
        requireNonNull(coverage, "coverage");
        requireNonNull(baseRows, "baseRows");
        requireNonNull(looked, "looked");
        if (number < 1 || rows < 0 || problems < 0 || baseRows.orElse(0L) < 0) {
            throw new IllegalArgumentException("A look has a number of 1 or more and 0 rows or more, not number "
                    + number + " with " + rows + " rows, " + problems + " problems and " + baseRows + " before");
        }
    }

    private static SourceLook read(Row row) {
        return new SourceLook(
                row.store(),
                row.get(Source.COLUMN),
                row.get(NUMBER),
                row.find(AS_OF),
                row.get(COVERAGE),
                row.get(ROWS),
                row.get(PROBLEMS),
                row.find(BASE_ROWS),
                row.get(LOOKED));
    }

    /**
     * The last look at a source.
     *
     * @param rows the store's rows
     * @param source which source
     * @return the look; empty if nobody looked yet
     */
    public static Optional<SourceLook> findLast(StoreView rows, Source source) {
        return rows.last(Query.of(TABLE, rows.store()).where(source));
    }

    /**
     * A look at a source.
     *
     * @param rows the store's rows
     * @param source which source
     * @param number the number of the look
     * @return the look; empty if there is none
     */
    public static Optional<SourceLook> find(StoreView rows, Source source, long number) {
        return rows.find(TABLE, TABLE.keyOf(rows.store(), source, number)).map(Versioned::value);
    }

    /**
     * The look that is made now.
     *
     * @param context who looks, where and when
     * @param source at which source
     * @param read what it gave
     * @return the look, with the next number
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static SourceLook next(Context context, Source source, FeedRead<?> read) {
        Optional<SourceLook> last = findLast(context.rows(), source);
        return new SourceLook(
                context.store().id(),
                source,
                last.map(SourceLook::number).orElse(0L) + 1,
                read.sourceAsOf(),
                read.coverage(),
                read.rows().size(),
                read.problems().size(),
                last.flatMap(look -> look.baseOf(read.sourceAsOf())),
                context.stamp());
    }

    /** What the look after this one is compared with. A source that is read twice at one instant is not its own base. */
    private Optional<Long> baseOf(Optional<Instant> next) {
        boolean again = asOf.isPresent() && asOf.equals(next);
        boolean complete = coverage != Coverage.PARTIAL && rows > 0;
        return complete && !again ? Optional.of(rows) : baseRows;
    }

    /**
     * The look as rules take it.
     *
     * @param now the instant of the judgement, by the clock of the library
     * @param feed how good a source must be, the roster's
     * @return the look
     */
    public Look judgedAt(Instant now, MaintenanceRules.Feed feed) {
        return new Look(
                now, asOf, coverage, rows, baseRows.map(OptionalLong::of).orElseGet(OptionalLong::empty), feed);
    }
}
