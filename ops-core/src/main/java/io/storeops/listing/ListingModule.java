package io.storeops.listing;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.feed.Feeds;
import io.storeops.source.SourceModule;
import io.storeops.storage.Table;
import java.util.List;
import java.util.function.Function;

/** Listings as knowledge of the duties: what is approved, what is shown, what was written. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ListingModule implements DutyModule {
    /** The module. */
    public static final ListingModule MODULE = new ListingModule();

    /** Whoever sets a price knows it; who releases or withdraws one may learn somebody else's. */
    static final Things<PriceChange, PriceState, PriceEvent> PRICES = Things.of(
                    PriceState.MACHINE, PriceChange.TABLE, PriceChange::state)
            .showing(DataClass.OPERATIONS, PriceEvent.RELEASE, PriceEvent.WITHDRAW)
            .named("SET_PRICE_BOOK", PriceEvent.SET, PriceEvent.HOLD)
            .named("RELEASE_PRICE", PriceEvent.RELEASE)
            .named("WITHDRAW_PRICE", PriceEvent.WITHDRAW);

    static final EntryPoint SET_FLOOR = EntryPoint.act("SET_FLOOR", List.of(Right.SET_FLOOR));

    static final EntryPoint SET_BASELINE = EntryPoint.act("SET_BASELINE", List.of(Right.SET_BASELINE));

    /** Whose price book is collected, sets its prices (D26). */
    static final EntryPoint COLLECT_PRICE_BOOK =
            EntryPoint.act("COLLECT_PRICE_BOOK", List.of(Right.SET_PRICE_BOOK), DataClass.OPERATIONS);

    static final EntryPoint COLLECT_LISTINGS =
            EntryPoint.act("COLLECT_LISTINGS", List.of(Right.MAINTAIN), DataClass.OPERATIONS);

    static final EntryPoint COLLECT_STOCK =
            EntryPoint.act("COLLECT_STOCK", List.of(Right.MAINTAIN), DataClass.OPERATIONS);

    static final EntryPoint READ_LISTING = EntryPoint.look(
            "READ_LISTING",
            List.of(
                    Right.MAINTAIN,
                    Right.RUN_ACTIVITIES,
                    Right.COLLECT_AND_RELEASE,
                    Right.INSTRUCT,
                    Right.SET_PRICE_BOOK,
                    Right.SET_FLOOR,
                    Right.SET_BASELINE,
                    Right.DECIDE_ANOMALY,
                    Right.READ),
            DataClass.OPERATIONS);

    /** Whoever maintains the store or runs its activities writes to its listings. */
    static final List<Right> WORKERS = List.of(Right.MAINTAIN, Right.RUN_ACTIVITIES);

    static final EntryPoint WRITE_LISTING = EntryPoint.act(
            "WRITE_LISTING", List.of(Right.MAINTAIN, Right.RUN_ACTIVITIES, Right.SET_PRICE_BOOK), DataClass.OPERATIONS);

    static final EntryPoint READ_BACK = EntryPoint.act("READ_BACK", List.of(Right.MAINTAIN), DataClass.OPERATIONS);

    static final EntryPoint SET_CONTENT = EntryPoint.act("SET_CONTENT", List.of(Right.SET_PRICE_BOOK));

    static final EntryPoint NAME_VALUE = EntryPoint.act("NAME_VALUE", List.of(Right.INSTRUCT));

    static final EntryPoint CONCLUDE_WRITE = EntryPoint.engine("CONCLUDE_WRITE", Right.RETRY);

    static final EntryPoint TELL_LISTING = EntryPoint.host("TELL_LISTING");

    private ListingModule() {}

    /** What an act on a field of a listing is about. */
    static Target target(String subject, ListingField field) {
        return Target.of("listing", subject + "/" + field.fileName());
    }

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
                ListingVersion.TABLE,
                ListingWrite.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(PRICES.entries())
                .add(
                        SET_FLOOR,
                        SET_BASELINE,
                        COLLECT_PRICE_BOOK,
                        COLLECT_LISTINGS,
                        COLLECT_STOCK,
                        WRITE_LISTING,
                        READ_BACK,
                        SET_CONTENT,
                        NAME_VALUE,
                        CONCLUDE_WRITE,
                        TELL_LISTING)
                .add(READ_LISTING)
                .build();
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(SourceModule.MODULE);
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(PRICES);
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
     * @return gives the listings in a person's hands
     */
    public Function<PersonalActs, Listings> service(Editors editors, Feeds<ListingFeed> feeds, Feeds<StockFeed> stock) {
        return acts -> new Listings(acts, editors, feeds, stock);
    }

    /**
     * What gives persons the price books of stores.
     *
     * @param books where approved prices come from; a store without one sets them by hand
     * @return gives the prices in a person's hands
     */
    public Function<PersonalActs, Prices> prices(Feeds<PriceBookFeed> books) {
        return acts -> new Prices(acts, books);
    }
}
