package io.storeops.competitor;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An observation of a rival's item that was taken. Never changed: what is observed anew of the same instant is one more version.
 * Immutable.
 *
 * @param store the store
 * @param shown what was observed
 * @param version 1 for the first observation of an item at an instant, one more for each that says something else
 * @param look the number of the look at the source of competitors that gave it; empty if a person looked
 * @param evidence the evidence of what a person saw; empty if a feed gave it
 * @param stamp who recorded it, when and under which rules
 */
public record CompetitorVersion(
        StoreId store,
        ShownCompetitor shown,
        int version,
        Optional<Long> look,
        Optional<String> evidence,
        Stamp stamp) {
    private static final Column<String> ITEM = Column.text("competitor_id", "the rival's item");
    private static final Column<Instant> OBSERVED = Column.instant("observed_at", "of which instant it is");
    private static final Column<Integer> VERSION =
            Column.count("version", "1, then one more for each that says something else of the same instant");
    private static final Column<String> TITLE = Column.text("title", "its title; absent if none was given");
    private static final Column<Long> PRICE =
            Column.number("price_minor", "its price in minor units; absent if none was given");
    private static final Column<Long> SALES =
            Column.number("sales", "its count of sales; absent, and not 0, if none was given");
    private static final Column<Long> COMMENTS =
            Column.number("comments", "its count of comments; absent, and not 0, if none was given");
    private static final Column<Long> LOOK =
            Column.number("look", "the look at the source that gave it; absent if a person looked");
    private static final Column<String> EVIDENCE =
            Column.text("evidence_id", "the evidence of what a person saw; absent if a feed gave it");
    private static final ColumnGroup<Stamp> STAMP = Stamp.columns(
            Column.instant("recorded_at", "when it was recorded"), Column.actor("recorded_by", "who recorded it"));

    /** The table of observations, append-only, in the order of item, instant and version. */
    public static final Table<CompetitorVersion> TABLE = Table.of("competitor_version", CompetitorVersion::store)
            .column(ITEM, version -> version.shown().itemId())
            .column(OBSERVED, version -> version.shown().observedAt())
            .column(VERSION, CompetitorVersion::version)
            .optional(TITLE, version -> version.shown().title())
            .optional(PRICE, version -> boxed(version.shown().priceMinor()))
            .optional(SALES, version -> boxed(version.shown().sales()))
            .optional(COMMENTS, version -> boxed(version.shown().comments()))
            .optional(LOOK, CompetitorVersion::look)
            .optional(EVIDENCE, CompetitorVersion::evidence)
            .group(STAMP, CompetitorVersion::stamp)
            .key(ITEM, OBSERVED, VERSION)
            .appendOnly()
            .reads(CompetitorVersion::read);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the version is below 1
     */
    public CompetitorVersion {
        requireNonNull(store, "store");
        requireNonNull(shown, "shown");
        requireNonNull(look, "look");
        requireNonNull(evidence, "evidence");
        requireNonNull(stamp, "stamp");
        if (version < 1) {
            throw new IllegalArgumentException("A version is 1 or more, not " + version);
        }
    }

    private static CompetitorVersion read(Row row) {
        return new CompetitorVersion(
                row.store(),
                new ShownCompetitor(
                        row.get(ITEM),
                        row.get(OBSERVED),
                        row.find(TITLE),
                        unboxed(row.find(PRICE)),
                        unboxed(row.find(SALES)),
                        unboxed(row.find(COMMENTS))),
                row.get(VERSION),
                row.find(LOOK),
                row.find(EVIDENCE),
                row.get(STAMP));
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static OptionalLong unboxed(Optional<Long> number) {
        return number.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /**
     * The key of its row.
     *
     * @return the key
     */
    public Key key() {
        return TABLE.keyOf(store, shown.itemId(), shown.observedAt(), version);
    }

    /**
     * What is known of an item, in the order of instants and versions.
     *
     * @param rows the store's rows
     * @param itemId the rival's item
     * @return all versions
     */
    public static List<CompetitorVersion> all(StoreView rows, String itemId) {
        return rows.all(of(rows).where(itemId));
    }

    /**
     * The last version of the latest instant of an item.
     *
     * @param rows the store's rows
     * @param itemId the rival's item
     * @return the version; empty if there is none
     */
    public static Optional<CompetitorVersion> findLatest(StoreView rows, String itemId) {
        return rows.last(of(rows).where(itemId));
    }

    /** The last version of an instant. */
    static Optional<CompetitorVersion> findAt(StoreView rows, String itemId, Instant observedAt) {
        return rows.last(of(rows).where(itemId, observedAt));
    }

    /**
     * The last version of the latest instant before one.
     *
     * @param rows the store's rows
     * @param itemId the rival's item
     * @param observedAt the instant, excluded
     * @return the version; empty if there is none
     */
    public static Optional<CompetitorVersion> findBefore(StoreView rows, String itemId, Instant observedAt) {
        return rows.last(of(rows).where(itemId).to(observedAt));
    }

    private static Query<CompetitorVersion> of(StoreView rows) {
        return Query.of(TABLE, rows.store());
    }
}
