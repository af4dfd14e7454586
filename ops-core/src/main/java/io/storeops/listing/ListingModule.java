package io.storeops.listing;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.feed.Feeds;
import io.storeops.id.StoreId;
import io.storeops.source.SourceModule;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Listings as knowledge of the duties: what is approved, what is shown, what was written. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ListingModule implements DutyModule {
    /** The module. */
    public static final ListingModule MODULE = new ListingModule();

    private ListingModule() {}

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(
                PriceChange.TABLE,
                PriceCount.TABLE,
                Floor.TABLE,
                Baseline.TABLE,
                ApprovedContent.TABLE,
                NamedValue.TABLE,
                SellableStock.TABLE,
                ShownPrice.TABLE,
                ListingVersion.TABLE,
                ListingWrite.TABLE,
                ReadableField.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(ListingEntries.PRICES.entries())
                .add(
                        ListingEntries.SET_FLOOR,
                        ListingEntries.SET_BASELINE,
                        ListingEntries.COLLECT_PRICE_BOOK,
                        ListingEntries.COLLECT_LISTINGS,
                        ListingEntries.COLLECT_STOCK,
                        ListingEntries.WRITE_LISTING,
                        ListingEntries.READ_BACK,
                        ListingEntries.SET_CONTENT,
                        ListingEntries.NAME_VALUE,
                        ListingEntries.CONCLUDE_WRITE,
                        ListingEntries.TELL_LISTING,
                        ListingEntries.TELL_READABLE)
                .add(ListingEntries.READ_LISTING)
                .build();
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(SourceModule.MODULE);
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(ListingEntries.PRICES);
    }

    @Override
    public List<Timer> timers(Context context) {
        return PriceMoves.timers(context);
    }

    /**
     * What gives persons the listings of stores.
     *
     * @param editors writes and reads the listings
     * @param feeds where what all listings of a store show comes from
     * @param stock where the ERP's sellable stock comes from; a store without one is told by its host
     * @param collected judges what was collected
     * @return gives the listings in a person's hands
     */
    public Function<PersonalActs, Listings> service(
            Editors editors, Feeds<ListingFeed> feeds, Feeds<StockFeed> stock, Consumer<StoreId> collected) {
        return acts -> new Listings(acts, editors, feeds, stock, collected);
    }

    /**
     * The host's word on which fields the marketplace lets be read back.
     *
     * @param fields the fields; no others can be
     * @return the act
     */
    public Act<?> readable(Set<ListingField> fields) {
        return new ReadableField.Tell(Set.copyOf(fields));
    }

    /**
     * What gives persons the price books of stores.
     *
     * @param books where approved prices come from; a store without one sets them by hand
     * @param collected judges what was collected
     * @return gives the prices in a person's hands
     */
    public Function<PersonalActs, Prices> prices(Feeds<PriceBookFeed> books, Consumer<StoreId> collected) {
        return acts -> new Prices(acts, books, collected);
    }
}
