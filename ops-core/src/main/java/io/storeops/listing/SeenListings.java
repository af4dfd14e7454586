package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.storeops.act.Context;
import io.storeops.catalog.Item;
import io.storeops.catalog.Money;
import io.storeops.catalog.Sku;
import io.storeops.inspection.PageRule;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.StockRule;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a look at the listings showed, beside what may be shown, as the rules take it: for whoever judges the look later. What somebody has
 * seen since takes the place of what the look showed. Its memory grows with the catalogue, not with the history. Used by one thread.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class SeenListings {
    private final Context context;
    private final Instant asOf;
    private final Map<List<Object>, Set<ListingValue>> named = new HashMap<>();

    private SeenListings(Context context, Instant asOf) {
        this.context = context;
        this.asOf = asOf;
    }

    /**
     * What a look showed.
     *
     * @param context the store, its rows and the instant
     * @param asOf of which instant the look is
     * @return what it showed
     */
    public static SeenListings of(Context context, Instant asOf) {
        SeenListings seen = new SeenListings(context, requireNonNull(asOf, "asOf"));
        try (Scan<Versioned<NamedValue>> rows =
                context.rows().scan(Query.of(NamedValue.TABLE, context.store().id()))) {
            rows.forEachRemaining(row -> seen.add(row.value()));
        }
        return seen;
    }

    private void add(NamedValue value) {
        if (!value.from().isAfter(context.now()) && value.until().isAfter(context.now())) {
            named.computeIfAbsent(List.of(value.subjectId(), value.value().field()), at -> new HashSet<>())
                    .add(value.value());
        }
    }

    /**
     * The prices that were shown.
     *
     * @param ofActivities the prices that running activities set at the instant, in minor units, by SKU
     * @return what the rule PRICE takes, by SKU; approved is what the activity sets, else the price book, else what a decision names, if
     *     that is shown (D8, D10). Where no price was approved at the instant yet, it is the one approved now
     */
    public Map<String, PriceRule.Price> prices(Map<String, Long> ofActivities) {
        Map<String, Long> approved = new HashMap<>(book());
        approved.putAll(ofActivities);
        ImmutableMap.Builder<String, PriceRule.Price> read = ImmutableMap.builder();
        shown(ListingField.PRICE_MINOR).forEach(shown -> {
            Optional<ListingValue> price =
                    Optional.ofNullable(approved.get(shown.subjectId())).map(ListingValue::price);
            read.put(
                    shown.subjectId(),
                    new PriceRule.Price(
                            shown.text().map(this::money),
                            allowed(shown, price).map(ListingValue::text).map(this::money)));
        });
        return read.buildOrThrow();
    }

    private Money money(String minor) {
        return Money.ofMinor(Long.parseLong(minor), context.store().currency());
    }

    /** What the price book approves at the instant of each SKU, read in one go: a book is small beside what is shown. */
    private Map<String, Long> book() {
        Map<String, Long> approved = new HashMap<>();
        List<PriceChange> ofSku = new ArrayList<>();
        try (Scan<Versioned<PriceChange>> rows =
                context.rows().scan(Query.of(PriceChange.TABLE, context.store().id(), PriceChange.BY_SKU))) {
            rows.forEachRemaining(row -> {
                if (!ofSku.isEmpty() && !ofSku.get(0).skuId().equals(row.value().skuId())) {
                    approve(ofSku, approved);
                    ofSku.clear();
                }
                ofSku.add(row.value());
            });
        }
        if (!ofSku.isEmpty()) {
            approve(ofSku, approved);
        }
        return approved;
    }

    private void approve(List<PriceChange> ofSku, Map<String, Long> approved) {
        PriceBook book = new PriceBook(ofSku);
        book.minorAt(asOf)
                .or(() -> book.minorAt(context.now()))
                .ifPresent(minor -> approved.put(ofSku.get(0).skuId(), minor));
    }

    /**
     * What the ERP can sell of the SKUs whose stock was shown.
     *
     * @param erp of which instant the last look at the ERP is; empty if the host tells the stock, which then stands until it tells another
     * @return the latest stocks by SKU; none of a SKU that the look at the ERP did not give
     */
    public Map<String, SellableStock> sellable(Optional<Instant> erp) {
        Map<String, SellableStock> stocks = new HashMap<>();
        shown(ListingField.STOCK)
                .forEach(shown -> SellableStock.last(context, shown.subjectId())
                        .filter(stock -> erp.filter(stock.asOf()::isBefore).isEmpty())
                        .ifPresent(stock -> stocks.put(shown.subjectId(), stock)));
        return stocks;
    }

    /**
     * The stocks that were shown.
     *
     * @param erp what the ERP can sell, by SKU
     * @param unsynced the paid units that the ERP does not know yet, by SKU; none is 0
     * @return what the rule STOCK takes, by SKU. One that is shown because a decision names it is as it should be (D10)
     */
    public Map<String, StockRule.Stock> stocks(Map<String, SellableStock> erp, Map<String, Long> unsynced) {
        ImmutableMap.Builder<String, StockRule.Stock> read = ImmutableMap.builder();
        shown(ListingField.STOCK).forEach(shown -> {
            String sku = shown.subjectId();
            Optional<Long> units = Optional.ofNullable(erp.get(sku)).map(SellableStock::units);
            Optional<Long> ordered = shown.value()
                    .filter(value -> isNamed(shown))
                    .map(ListingValue::text)
                    .map(Long::valueOf);
            read.put(
                    sku,
                    shown.stock(
                            ordered.or(() -> units).map(OptionalLong::of).orElseGet(OptionalLong::empty),
                            ordered.isPresent() ? 0 : unsynced.getOrDefault(sku, 0L)));
        });
        return read.buildOrThrow();
    }

    /**
     * The pages, images, titles or attributes that were shown. Of a detail page its hash stands for it.
     *
     * @param field which of them
     * @return what the rules PAGE take, by item. Where nothing was approved at the instant yet, approved is what is approved now (D9)
     */
    public Map<String, PageRule.Content> contents(ListingField field) {
        Map<String, ListingValue> approved = approvedContents(field);
        ImmutableMap.Builder<String, PageRule.Content> read = ImmutableMap.builder();
        shown(field)
                .forEach(shown -> read.put(
                        shown.subjectId(),
                        new PageRule.Content(
                                shown.value().map(SeenListings::compared),
                                allowed(shown, Optional.ofNullable(approved.get(shown.subjectId())))
                                        .map(SeenListings::compared))));
        return read.buildOrThrow();
    }

    private static String compared(ListingValue value) {
        return switch (value.field()) {
            case PAGE, PAGE_PC, PAGE_WIRELESS -> value.sha256().hex();
            case PRICE_MINOR, FLASH_PRICE_MINOR, STOCK, IMAGE, TITLE, ATTRIBUTES -> value.text();
        };
    }

    private Map<String, ListingValue> approvedContents(ListingField field) {
        Map<String, ListingValue> approved = new HashMap<>();
        try (Scan<Versioned<ApprovedContent>> rows = context.rows()
                .scan(Query.of(ApprovedContent.TABLE, context.store().id()))) {
            rows.forEachRemaining(row -> {
                ApprovedContent content = row.value();
                if (content.value().field() == field && !content.from().isAfter(context.now())) {
                    if (content.from().isAfter(asOf)) {
                        approved.putIfAbsent(content.itemId(), content.value());
                    } else {
                        approved.put(content.itemId(), content.value());
                    }
                }
            });
        }
        return approved;
    }

    private Optional<ListingValue> allowed(ListingVersion shown, Optional<ListingValue> approved) {
        return shown.value().filter(value -> isNamed(shown)).or(() -> approved);
    }

    private boolean isNamed(ListingVersion shown) {
        return shown.value()
                .filter(value -> named.getOrDefault(List.of(shown.subjectId(), shown.field()), Set.of())
                        .contains(value))
                .isPresent();
    }

    /** What was shown of a field of each SKU or item that is sold; none of those that the look did not give. */
    private Stream<ListingVersion> shown(ListingField field) {
        LocalDate date = asOf.atZone(context.store().zone()).toLocalDate();
        Stream<ListedField> fields = field.ofSku()
                ? context.catalogue().skus().on(date).stream().map(sku -> at(sku, field))
                : context.catalogue().itemsOn(date).stream().map(item -> at(item, field));
        return fields.flatMap(at -> ListingVersion.last(context, at).stream())
                .filter(last -> last.somethingSeen() && !last.asOf().isBefore(asOf));
    }

    private ListedField at(Sku sku, ListingField field) {
        return new ListedField(context.store(), sku.itemId(), Optional.of(sku.id()), field);
    }

    private ListedField at(Item item, ListingField field) {
        return new ListedField(context.store(), item.id(), Optional.empty(), field);
    }
}
