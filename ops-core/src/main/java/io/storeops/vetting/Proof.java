package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.promotion.Cart;
import io.storeops.promotion.FloorDecision;
import io.storeops.promotion.Fraction;
import io.storeops.promotion.Window;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a seller is left with of a unit of a SKU at worst while a campaign runs, as it was judged at one instant (D38-D40). Those of an
 * approval are kept; those of a refusal can be asked for beforehand. Immutable.
 *
 * @param store the store
 * @param campaignId the campaign that was judged
 * @param skuId the SKU
 * @param acting the campaigns that act on the SKU in the interval, by their ids; copied
 * @param interval the first of the elementary intervals in which least is proved
 * @param worst the cart of few units that leaves least of a unit in it; empty if there were too many to try
 * @param bound an income of a unit that no cart falls below, in minor units; empty if nothing is proved
 * @param floorMinor the floor in it, in minor units; empty if there is none
 * @param check what comes of comparing the two, by the figure that the roster goes by
 * @param doubts why nothing is proved; none if something is; copied
 * @param judged who asked, when, under which rules (R1)
 */
public record Proof(
        StoreId store,
        String campaignId,
        String skuId,
        List<String> acting,
        Window interval,
        Optional<Worst> worst,
        Optional<Fraction> bound,
        Optional<Long> floorMinor,
        FloorDecision.Verdict check,
        List<String> doubts,
        Stamp judged) {
    private static final Column<String> CAMPAIGN = Column.text("campaign_id", "the campaign that was judged");
    private static final Column<String> SKU = Column.text("sku_id", "the SKU");
    private static final Column<List<String>> ACTING =
            Column.list("acting", "the campaigns that act on the SKU in the interval", JsonReader::text, Json::of);
    private static final Column<Instant> FROM = Column.instant("interval_from", "from when the interval is, included");
    private static final Column<Instant> TO = Column.instant("interval_to", "until when, excluded");
    private static final Column<List<Cart.Line>> CART = Column.list(
            "worst_cart",
            "the cart that leaves least of a unit",
            line -> new Cart.Line(line.text("sku"), Math.toIntExact(line.number("units"))),
            line -> Json.object(Map.of("sku", Json.of(line.sku()), "units", Json.of(line.units()))));
    private static final Column<Long> PAYS = Column.number("pays_minor", "what the SKU's line of it pays");
    private static final Column<Fraction> EXACT =
            Column.text("exact_minor", "what it leaves of a unit").as(Fraction.class, Fraction::parse, Fraction::toString);
    private static final ColumnGroup<Worst> WORST = ColumnGroup.of(Worst.class)
            .column(CART, found -> found.cart().lines())
            .column(PAYS, Worst::paysMinor)
            .column(EXACT, Worst::income)
            .reads(row -> new Worst(new Cart(row.get(CART)), row.get(PAYS), row.get(EXACT)));
    private static final Column<Fraction> BOUND = Column.text("bound_minor", "what no cart leaves less than")
            .as(Fraction.class, Fraction::parse, Fraction::toString);
    private static final Column<Long> FLOOR = Column.number("floor_minor", "the floor; absent if there is none");
    private static final Column<FloorDecision.Verdict> CHECK =
            Column.constant("floor_check", "what comes of comparing the two", FloorDecision.Verdict.class);
    private static final Column<List<String>> DOUBTS =
            Column.list("doubts", "why nothing is proved", JsonReader::text, Json::of);
    private static final ColumnGroup<Stamp> JUDGED =
            Stamp.columns(Column.instant("judged_at", "when"), Column.actor("judged_by", "who asked"));

    /** The table of proofs. */
    public static final Table<Proof> TABLE = Table.of("floor_proof", Proof::store)
            .column(CAMPAIGN, Proof::campaignId)
            .column(SKU, Proof::skuId)
            .column(ACTING, Proof::acting)
            .column(FROM, proof -> proof.interval().from())
            .column(TO, proof -> proof.interval().to())
            .optional(WORST, Proof::worst)
            .optional(BOUND, Proof::bound)
            .optional(FLOOR, Proof::floorMinor)
            .column(CHECK, Proof::check)
            .column(DOUBTS, Proof::doubts)
            .group(JUDGED, Proof::judged)
            .key(CAMPAIGN, SKU)
            .appendOnly()
            .reads(row -> new Proof(
                    row.store(),
                    row.get(CAMPAIGN),
                    row.get(SKU),
                    row.get(ACTING),
                    new Window(row.get(FROM), row.get(TO)),
                    row.find(WORST),
                    row.find(BOUND),
                    row.find(FLOOR),
                    row.get(CHECK),
                    row.get(DOUBTS),
                    row.get(JUDGED)));

    /**
     * The cart of few units that leaves least of a unit of the SKU.
     *
     * @param cart the cart
     * @param paysMinor what the buyer pays for the SKU's line, in minor units
     * @param income what the seller is left with of a unit, in minor units
     */
    public record Worst(Cart cart, long paysMinor, Fraction income) {
        /** Checks for null. */
        public Worst {
            requireNonNull(cart, "cart");
            requireNonNull(income, "income");
        }

        /** How many units the SKU's line has. */
        int units(String sku) {
            return cart.lines().stream()
                    .filter(line -> line.sku().equals(sku))
                    .mapToInt(Cart.Line::units)
                    .sum();
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an id breaks the rule of {@link IdText}
     */
    public Proof {
        requireNonNull(store, "store");
        IdText.checked("campaign id", campaignId);
        IdText.checked("SKU id", skuId);
        acting = ImmutableList.copyOf(acting);
        requireNonNull(interval, "interval");
        requireNonNull(worst, "worst");
        requireNonNull(bound, "bound");
        requireNonNull(floorMinor, "floorMinor");
        requireNonNull(check, "check");
        doubts = ImmutableList.copyOf(doubts);
        requireNonNull(judged, "judged");
    }

    /**
     * Whether it stands in the way of an approval.
     *
     * @return true if the income is below the floor, or a floor is set and nothing is proved
     */
    public boolean isRefused() {
        return check == FloorDecision.Verdict.BELOW_FLOOR || check == FloorDecision.Verdict.UNPROVEN;
    }
}
