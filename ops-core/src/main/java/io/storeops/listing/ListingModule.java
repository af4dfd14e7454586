package io.storeops.listing;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.PersonalActs;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.storage.Table;
import java.util.List;

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

    private ListingModule() {}

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(PriceChange.TABLE, PriceCount.TABLE, Floor.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(PRICES.entries())
                .add(SET_FLOOR, READ_LISTING)
                .build();
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
     * The price book in the hands of a person.
     *
     * @param acts the person's acts
     * @return the prices
     */
    public Prices of(PersonalActs acts) {
        return new Prices(acts);
    }
}
