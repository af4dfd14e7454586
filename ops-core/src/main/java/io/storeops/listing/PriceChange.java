package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * A price that somebody entered into the price book of a SKU (D26, D88). Immutable.
 *
 * @param store the store
 * @param id its id, chosen by whoever entered it
 * @param skuId the SKU
 * @param priceMinor the price in minor units of the store's currency, 1 or more
 * @param state where it stands
 * @param number how many prices of the SKU were approved up to this one; 0 for one that is not
 * @param effectiveFrom from when it counts; while it is held, from when it is meant to
 * @param scheduled whether it is approved and its instant was still to come when it was last looked at
 * @param set who entered it, when, under which rules (R1)
 * @param onBehalfOf for whom that person stood in
 * @param look the number of the look at the price book's source that gave it; empty if a person or the host entered it
 * @param heldFor why it was held; empty if it was not
 * @param decision who released or withdrew it; empty if nobody had to, or nobody did yet
 */
public record PriceChange(
        StoreId store,
        String id,
        String skuId,
        long priceMinor,
        PriceState state,
        int number,
        Instant effectiveFrom,
        boolean scheduled,
        Stamp set,
        Optional<ActorId> onBehalfOf,
        Optional<Long> look,
        Optional<HoldReason> heldFor,
        Optional<Decision> decision) {
    private static final int LONGEST = 64;
    private static final Column<String> ID = Column.text("change_id", "the change, named by whoever entered it");
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<Long> PRICE = Column.number("price_minor", "the price in minor units");
    private static final Column<PriceState> STATE = Column.constant("state", "where it stands", PriceState.class);
    private static final Column<Integer> NUMBER =
            Column.count("number", "how many prices of the SKU were approved up to this one; 0 if it is not");
    private static final Column<Instant> FROM = Column.instant("effective_from", "from when it counts");
    private static final Column<Boolean> SCHEDULED =
            Column.flag("scheduled", "whether it is approved and its instant was still to come at the last look");
    private static final ColumnGroup<Stamp> SET =
            Stamp.columns(Column.instant("set_at", "when it was entered"), Column.actor("set_by", "who entered it"));
    private static final Column<ActorId> ON_BEHALF =
            Column.actor("on_behalf_of", "for whom that person stood in; absent in their own name");
    private static final Column<Long> LOOK =
            Column.number("look", "the look at the price book's source that gave it; absent if somebody entered it");
    private static final Column<HoldReason> HELD_FOR =
            Column.constant("held_for", "why it was held; absent if it was not", HoldReason.class);
    private static final Column<ActorId> DECIDED_BY = Column.actor("decided_by", "who released or withdrew it");
    private static final Column<Instant> DECIDED_AT = Column.instant("decided_at", "when it was released or withdrawn");
    private static final ColumnGroup<Decision> DECISION = ColumnGroup.of(Decision.class)
            .column(DECIDED_BY, Decision::by)
            .column(DECIDED_AT, Decision::at)
            .reads(row -> new Decision(row.get(DECIDED_BY), row.get(DECIDED_AT)));

    /** The access path by SKU, in the order of their instants. */
    public static final String BY_SKU = "by_sku";

    /** The access path by state, in the order of their instants. */
    public static final String BY_STATE = "by_state";

    /** The access path of those whose instant was still to come. */
    static final String BY_SCHEDULED = "by_scheduled";

    /** The table of changes. */
    public static final Table<PriceChange> TABLE = Table.of("price_change", PriceChange::store)
            .column(ID, PriceChange::id)
            .column(SKU, PriceChange::skuId)
            .column(PRICE, PriceChange::priceMinor)
            .column(STATE, PriceChange::state)
            .column(NUMBER, PriceChange::number)
            .column(FROM, PriceChange::effectiveFrom)
            .column(SCHEDULED, PriceChange::scheduled)
            .group(SET, PriceChange::set)
            .optional(ON_BEHALF, PriceChange::onBehalfOf)
            .optional(LOOK, PriceChange::look)
            .optional(HELD_FOR, PriceChange::heldFor)
            .optional(DECISION, PriceChange::decision)
            .key(ID)
            .path(BY_SKU, SKU, FROM)
            .path(BY_STATE, STATE, FROM)
            .path(BY_SCHEDULED, SCHEDULED, FROM)
            .reads(PriceChange::read);

    /** The later one counts; of two that count from the same instant, the one approved last. */
    static final Comparator<PriceChange> ORDER =
            Comparator.comparing(PriceChange::effectiveFrom).thenComparing(PriceChange::number);

    /**
     * The decision on a price that was held.
     *
     * @param by who decided
     * @param at when, by the clock of the library
     */
    public record Decision(ActorId by, Instant at) {
        /** Checks for null. */
        public Decision {
            requireNonNull(by, "by");
            requireNonNull(at, "at");
        }
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}, or the price is below 1
     */
    public PriceChange {
        requireNonNull(store, "store");
        IdText.checked("change", id);
        IdText.checked("SKU id", skuId);
        requirePrice(skuId, priceMinor);
        requireNonNull(state, "state");
        requireNonNull(effectiveFrom, "effectiveFrom");
        requireNonNull(set, "set");
        requireNonNull(onBehalfOf, "onBehalfOf");
        requireNonNull(look, "look");
        requireNonNull(heldFor, "heldFor");
        requireNonNull(decision, "decision");
    }

    /** An id that the library chooses: a word, and the SKU, whose id leaves room for the word or is hashed. */
    static String id(String word, String sku) {
        return word + "/" + (sku.length() > LONGEST ? Sha256.of(sku).hex() : sku);
    }

    static void requirePrice(String sku, long priceMinor) {
        if (priceMinor < 1) {
            throw new IllegalArgumentException(
                    "The price of " + sku + " is 1 minor unit or more, not " + priceMinor + "; 0 is no price");
        }
    }

    private static PriceChange read(Row row) {
        return new PriceChange(
                row.store(),
                row.get(ID),
                row.get(SKU),
                row.get(PRICE),
                row.get(STATE),
                row.get(NUMBER),
                row.get(FROM),
                row.get(SCHEDULED),
                row.get(SET),
                row.find(ON_BEHALF),
                row.find(LOOK),
                row.find(HELD_FOR),
                row.find(DECISION));
    }

    /** Who entered it, and for whom: none of them releases it (R89). */
    Set<ActorId> submitters() {
        return onBehalfOf
                .<Set<ActorId>>map(principal -> ImmutableSortedSet.of(set.by(), principal))
                .orElseGet(() -> Set.of(set.by()));
    }

    /** The same, decided on. */
    PriceChange decided(PriceState to, Stamp by) {
        return new PriceChange(
                store,
                id,
                skuId,
                priceMinor,
                to,
                number,
                effectiveFrom,
                scheduled,
                set,
                onBehalfOf,
                look,
                heldFor,
                Optional.of(new Decision(by.by(), by.at())));
    }

    /** The same, approved as the next one of its SKU; it never counts for what is past. */
    PriceChange approved(int next, Instant now) {
        Instant from = effectiveFrom.isBefore(now) ? now : effectiveFrom;
        return new PriceChange(
                store,
                id,
                skuId,
                priceMinor,
                state,
                next,
                from,
                from.isAfter(now),
                set,
                onBehalfOf,
                look,
                heldFor,
                decision);
    }

    /** The same, nothing of it to come any more. */
    PriceChange begun(PriceState to) {
        return new PriceChange(
                store,
                id,
                skuId,
                priceMinor,
                to,
                number,
                effectiveFrom,
                false,
                set,
                onBehalfOf,
                look,
                heldFor,
                decision);
    }
}
