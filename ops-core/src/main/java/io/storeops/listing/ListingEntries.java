package io.storeops.listing;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import java.util.List;

/** What can be done with listings and their prices, and under which rights. */
final class ListingEntries {
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

    static final EntryPoint TELL_READABLE = EntryPoint.host("TELL_READABLE");

    private ListingEntries() {}

    /** What an act on a field of a listing is about. */
    static Target target(String subject, ListingField field) {
        return Target.of("listing", subject + "/" + field.fileName());
    }
}
