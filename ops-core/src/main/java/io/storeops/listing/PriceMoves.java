package io.storeops.listing;

import static io.storeops.listing.ListingEntries.PRICES;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Move;
import io.storeops.act.Timer;
import io.storeops.act.Verdict;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What comes of moves of prices: the one that is approved takes the place of those before it, at once or when its instant comes. */
final class PriceMoves {
    private PriceMoves() {}

    /**
     * A price that is approved.
     *
     * @param next the price
     * @param fact what others check and react to
     * @param edits what changes, but for the count of its SKU's prices
     */
    record Approval(PriceChange next, PriceApproved fact, List<Edit<?>> edits) {}

    /** Approves a price, whose state says so already: a new one, or one that stands as it was read. */
    static Verdict.Done approved(Context context, PriceChange change, Optional<Versioned<PriceChange>> known) {
        int number = PriceCount.of(context, change.skuId()) + 1;
        Approval approval = approval(context, PriceBook.of(context, change.skuId()), number, change, known);
        return Verdict.done(approval.edits().toArray(Edit<?>[]::new))
                .with(List.of(PriceCount.touched(context, change.skuId(), number)))
                .stating(approval.fact(), new PricesApproved(List.of(approval.next())));
    }

    /** Approves a price as the one of a number in a book, which may know more than the rows do. */
    static Approval approval(
            Context context, PriceBook book, int number, PriceChange change, Optional<Versioned<PriceChange>> known) {
        PriceChange next = change.approved(number, context.now());
        List<Edit<?>> edits = new ArrayList<>();
        edits.add(known.map(row -> Edit.replace(PriceChange.TABLE, row, next))
                .orElseGet(() -> Edit.insert(PriceChange.TABLE, next)));
        if (!next.scheduled()) {
            book.before(next).forEach(earlier -> edits.add(superseded(context, earlier)));
        }
        return new Approval(next, new PriceApproved(next, book.minorAt(next.effectiveFrom())), edits);
    }

    private static Edit<PriceChange> superseded(Context context, PriceChange earlier) {
        return replaced(context, earlier, earlier.begun(PriceState.SUPERSEDED));
    }

    private static Edit<PriceChange> replaced(Context context, PriceChange known, PriceChange next) {
        return Edit.replace(PriceChange.TABLE, PRICES.row(context, known.id()).orElseThrow(), next);
    }

    /** The next price of each SKU whose instant comes takes the place of the one before it. */
    static List<Timer> timers(Context context) {
        return PRICES.all(context, PriceChange.BY_SCHEDULED, true).stream()
                .flatMap(next -> PriceBook.of(context, next.skuId()).before(next).stream()
                        .reduce((earlier, later) -> later)
                        .map(before -> timer(next.effectiveFrom(), before, next))
                        .stream())
                .toList();
    }

    private static List<Edit<PriceChange>> begun(Context context, String id) {
        return PRICES.find(context, id).filter(PriceChange::scheduled).stream()
                .map(change -> replaced(context, change, change.begun(change.state())))
                .toList();
    }

    private static Timer timer(Instant at, PriceChange before, PriceChange next) {
        Move<PriceChange, PriceState, PriceEvent, PriceChange> move = PRICES.move(
                        PriceEvent.SUPERSEDE, before.id(), next.id())
                .becoming((context, known, to) -> known.begun(to))
                .also((context, done) -> done.with(begun(context, next.id())));
        return new Timer(at, move);
    }
}
