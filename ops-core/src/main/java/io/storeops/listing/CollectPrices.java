package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.catalog.Sku;
import io.storeops.feed.FeedRead;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.source.Source;
import io.storeops.source.SourceLook;
import io.storeops.source.Taking;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * COLLECT_PRICE_BOOK: each price of the book that is not approved yet is entered as by SET_PRICE_BOOK, in force or HELD (D26). Whoever
 * collects it is its submitter.
 *
 * @param read what the source gave
 */
record CollectPrices(FeedRead<BookPrice> read) implements Act<BookIntake> {
    private static final String HELD = "held";
    private static final String PRICE = ListingField.PRICE_MINOR.name();

    @Override
    public EntryPoint entry() {
        return ListingEntries.COLLECT_PRICE_BOOK;
    }

    @Override
    public String arguments() {
        return entry().name();
    }

    @Override
    public Verdict decide(Context context) {
        Taking taking = Taking.of(context, Source.PRICE_BOOK, read);
        List<Json> held = new ArrayList<>();
        Map<String, SortedMap<Instant, Set<Long>>> bySku = new LinkedHashMap<>();
        for (BookPrice row : read.rows()) {
            Optional<Sku> sku = context.catalogue().skus().find(row.skuId());
            if (sku.isPresent()) {
                Instant from = row.effectiveFrom()
                        .map(stated -> stated.truncatedTo(ChronoUnit.MICROS))
                        .or(() -> taking.look().asOf())
                        .orElse(context.now());
                bySku.computeIfAbsent(sku.get().id(), id -> new TreeMap<>())
                        .computeIfAbsent(from, at -> new LinkedHashSet<>())
                        .add(row.priceMinor());
            } else {
                taking.stray(Optional.empty(), Optional.of(row.skuId()), PRICE + " " + row.priceMinor());
            }
        }
        if (!taking.refusedAsAhead()) {
            List<PriceChange> approved = new ArrayList<>();
            bySku.forEach((sku, prices) -> new Entering(context, taking, sku, approved).enter(prices, held));
            taking.state(new PricesApproved(approved));
        }
        return taking.done().telling(HELD, Json.array(held));
    }

    /** The prices of one SKU, entered one after the other into its book. Used once. */
    private static final class Entering {
        private final Context context;
        private final Taking taking;
        private final String sku;
        private final List<PriceChange> approved;
        private final List<Edit<?>> edits = new ArrayList<>();
        private PriceBook book;
        private int number;
        private int entered;

        Entering(Context context, Taking taking, String sku, List<PriceChange> approved) {
            this.context = context;
            this.taking = taking;
            this.sku = sku;
            this.approved = approved;
            this.book = PriceBook.of(context, sku);
            this.number = PriceCount.of(context, sku);
        }

        /** Of the prices that count by now only the last one does; the later ones are entered for their instants. */
        void enter(SortedMap<Instant, Set<Long>> prices, List<Json> held) {
            Instant next = context.now().plus(1, ChronoUnit.MICROS);
            SortedMap<Instant, Set<Long>> counting = new TreeMap<>(prices.tailMap(next));
            SortedMap<Instant, Set<Long>> begun = prices.headMap(next);
            if (!begun.isEmpty()) {
                counting.put(context.now(), begun.get(begun.lastKey()));
            }
            counting.forEach((at, values) -> {
                if (values.size() > 1) {
                    taking.refuse(
                            sku,
                            PRICE,
                            "CONTRADICTORY",
                            "the source says " + values + " from the same instant on; correct it");
                } else {
                    enter(at, values.iterator().next(), held);
                }
            });
            if (entered > 0) {
                edits.add(PriceCount.touched(context, sku, number));
                taking.take(entered, edits);
            }
        }

        private void enter(Instant at, long priceMinor, List<Json> held) {
            if (known(at, priceMinor) || refused(at, priceMinor)) {
                return;
            }
            String id = PriceChange.id("book", sku) + "/" + taking.look().number() + "/" + (entered + 1);
            PriceChange change = SetPriceBook.entered(
                    context,
                    book,
                    id,
                    sku,
                    priceMinor,
                    at,
                    Optional.of(taking.look().number()));
            if (change.state() == PriceState.HELD) {
                edits.add(Edit.insert(PriceChange.TABLE, change));
                held.add(Json.of(id));
                book = book.with(change);
            } else {
                number++;
                PriceMoves.Approval approval = PriceMoves.approval(context, book, number, change, Optional.empty());
                edits.addAll(approval.edits());
                taking.state(approval.fact());
                approved.add(approval.next());
                book = book.with(approval.next());
            }
            entered++;
        }

        /** Whether it is approved, or waits for its release, already. */
        private boolean known(Instant at, long priceMinor) {
            return book.minorAt(at).filter(approved -> approved == priceMinor).isPresent()
                    || book.held().stream()
                            .anyMatch(change -> change.priceMinor() == priceMinor
                                    && !change.effectiveFrom().isAfter(at));
        }

        /** Somebody decided otherwise since the source said so; the same word of it does not undo that. */
        private boolean refused(Instant at, long priceMinor) {
            Optional<PriceChange> approved = book.approvedAt(at);
            Optional<Instant> approvedOf = approved.map(this::spoken);
            Optional<Instant> spoken = taking.look().asOf();
            if (spoken.isPresent() && approvedOf.filter(spoken.get()::isBefore).isPresent()) {
                taking.refuse(
                        sku,
                        PRICE,
                        "OUTDATED",
                        "the source says " + priceMinor + " as of " + spoken.get() + ", and "
                                + approved.get().priceMinor() + " was approved as of " + approvedOf.get()
                                + "; correct the source, or set its price by hand");
                return true;
            }
            Optional<PriceChange> withdrawn = book.changes().stream()
                    .filter(change -> change.state() == PriceState.WITHDRAWN && change.priceMinor() == priceMinor)
                    .filter(change -> change.decision()
                            .filter(decision ->
                                    approvedOf.filter(decision.at()::isBefore).isEmpty())
                            .isPresent())
                    .findFirst();
            withdrawn.ifPresent(change -> taking.refuse(
                    sku,
                    PRICE,
                    "WITHDRAWN",
                    "the source says " + priceMinor + ", which was taken back as change " + change.id()
                            + " since the approved price was set; correct the source, or set the price by hand"));
            return withdrawn.isPresent();
        }

        /** Of when the word is by which a price is approved: that of whoever decided, or of the source that gave it. */
        private Instant spoken(PriceChange change) {
            return change.decision()
                    .map(PriceChange.Decision::at)
                    .or(() -> change.look().flatMap(this::look).flatMap(SourceLook::asOf))
                    .orElse(change.set().at());
        }

        private Optional<SourceLook> look(long look) {
            return look == taking.look().number()
                    ? Optional.of(taking.look())
                    : SourceLook.find(context.rows(), Source.PRICE_BOOK, look);
        }
    }

    @Override
    public BookIntake recall(Context context, Written written) {
        return new BookIntake(
                Taking.recall(context, written, read.problems()),
                written.told().elements(HELD).stream().map(JsonReader::text).toList());
    }
}
