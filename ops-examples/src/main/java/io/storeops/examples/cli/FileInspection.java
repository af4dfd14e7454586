package io.storeops.examples.cli;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Item;
import io.storeops.catalog.Sku;
import io.storeops.catalog.Store;
import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.Attachment;
import io.storeops.examples.replay.AnomalyTable;
import io.storeops.examples.replay.CsvTable;
import io.storeops.feed.FeedRead;
import io.storeops.feed.RowProblem;
import io.storeops.id.ActorId;
import io.storeops.listing.BookPrice;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.PriceBookRequest;
import io.storeops.listing.ShownListing;
import io.storeops.maintenance.Checklist;
import io.storeops.maintenance.LineState;
import io.storeops.maintenance.Maintenance;
import io.storeops.maintenance.ProposedAnswer;
import io.storeops.spi.DefaultRoster;
import io.storeops.storage.MemoryStorage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One look at a store's files, in a store that lives in memory: what the rules propose to answer the checklist of the day. */
final class FileInspection implements AutoCloseable {
    /** The columns that the terminal shows. */
    static final List<String> SHOWN = List.of("line", "answer", "anomalies", "reason", "as_of");

    private static final List<String> COLUMNS =
            List.of("date", "line", "category", "answer", "anomalies", "reason", "as_of", "checked");
    private static final ActorId OPERATOR = ActorId.of("operator");
    private static final ActorId MANAGER = ActorId.of("manager");
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Store store;
    private final StoreOps ops;
    private final Checklist checklist;
    private final List<RowProblem> rejected = new ArrayList<>();
    private final Map<String, String> titles = new LinkedHashMap<>();

    private FileInspection(Store store, SettableClock clock, Marketplace marketplace) {
        this.store = store;
        this.ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .marketplace(store.id(), marketplace)
                .build();
        LocalDate date = clock.instant().atZone(store.zone()).toLocalDate();
        ops.enrol(enrolment(marketplace, date));
        rejected.addAll(
                ops.deskOf(MANAGER).prices().collect(store.id()).intake().problems());
        if (marketplace.stock().isPresent()) {
            rejected.addAll(
                    ops.deskOf(OPERATOR).listings().collectStock(store.id()).problems());
        }
        if (marketplace.competitors().isPresent()) {
            rejected.addAll(ops.deskOf(OPERATOR)
                    .competitors()
                    .collect(store.id())
                    .intake()
                    .problems());
        }
        if (marketplace.health().isPresent()) {
            rejected.addAll(ops.deskOf(OPERATOR).health().collect(store.id()).problems());
        }
        rejected.addAll(ops.deskOf(OPERATOR).listings().collect(store.id()).problems());
        this.checklist =
                ops.deskOf(OPERATOR).inspections().find(store.id(), date).orElseThrow();
    }

    /** Looks at the files once. */
    static FileInspection of(Store store, SettableClock clock, Marketplace marketplace) {
        return new FileInspection(store, clock, marketplace);
    }

    /** The price book says which SKUs there are; the listings say which item each is one of, and what people call it. */
    private Enrolment enrolment(Marketplace marketplace, LocalDate date) {
        Set<String> priced = new LinkedHashSet<>();
        FeedRead.<BookPrice>eachPage(
                after -> marketplace.priceBook().orElseThrow().read(new PriceBookRequest(store), after),
                page -> page.rows().forEach(row -> priced.add(row.skuId())));
        Map<String, String> itemOf = new LinkedHashMap<>();
        FeedRead.<ShownListing>eachPage(
                after -> marketplace.listings().orElseThrow().read(new ListingsRequest(store), after),
                page -> page.rows().forEach(row -> {
                    row.skuId().filter(priced::contains).ifPresent(sku -> itemOf.put(sku, row.itemId()));
                    row.find(ListingField.TITLE)
                            .map(ListingValue::text)
                            .ifPresent(title -> titles.putIfAbsent(row.itemId(), title));
                }));
        Enrolment.Builder enrolment = Enrolment.builder(store, date)
                .person(OPERATOR.value(), Role.OPERATOR)
                .person(MANAGER.value(), Role.STORE_MANAGER)
                .roster(DefaultRoster.of(store.id(), date));
        priced.stream()
                .map(sku -> itemOf.getOrDefault(sku, sku))
                .distinct()
                .forEach(item -> enrolment.item(
                        new Item(store.id(), item, Optional.ofNullable(titles.get(item)), date, Optional.empty())));
        itemOf.forEach((sku, item) -> {
            if (!sku.equals(item)) {
                enrolment.sku(
                        new Sku(store.id(), item, sku, Optional.empty(), new TreeMap<>(), date, Optional.empty()));
            }
        });
        return enrolment.build();
    }

    List<RowProblem> rejected() {
        return List.copyOf(rejected);
    }

    CsvTable rejectedRows() {
        return CsvTable.of(
                "rejected.csv",
                List.of("file", "line", "column", "reason"),
                rejected.stream()
                        .map(problem -> List.of(
                                problem.source(),
                                Long.toString(problem.line()),
                                problem.column().orElse(""),
                                problem.reason()))
                        .toList());
    }

    /** How many lines the rules propose to answer so; PENDING where they propose nothing. */
    long proposed(LineState state) {
        return checklist.items().stream().filter(item -> stateOf(item) == state).count();
    }

    private static LineState stateOf(Checklist.Item item) {
        return item.proposal().map(ProposedAnswer::state).orElse(LineState.PENDING);
    }

    CsvTable checklist() {
        return CsvTable.of(
                "checklist.csv",
                COLUMNS,
                checklist.items().stream().map(this::row).toList());
    }

    private List<String> row(Checklist.Item item) {
        List<ProposedAnswer.Reason> reasons =
                item.proposal().map(ProposedAnswer::reasons).orElse(List.of());
        return List.of(
                checklist.date().toString(),
                item.line().line().id(),
                item.line().line().category(),
                stateOf(item).name(),
                reasons.stream().flatMap(reason -> reason.anomaly().stream()).collect(Collectors.joining(";")),
                reasons.stream()
                        .filter(reason -> reason.anomaly().isEmpty())
                        .map(ProposedAnswer.Reason::measured)
                        .collect(Collectors.joining("; ")),
                item.proposal().flatMap(ProposedAnswer::asOf).map(this::written).orElse(""),
                item.proposal()
                        .map(ProposedAnswer::checked)
                        .map(String::valueOf)
                        .orElse(""));
    }

    private String written(Instant instant) {
        return INSTANT.format(instant.atZone(store.zone()));
    }

    CsvTable anomalies() {
        Maintenance duty = ops.deskOf(OPERATOR).maintenance();
        return AnomalyTable.of(
                store.zone(),
                duty.anomalies(store.id()),
                anomaly -> duty.episodes(store.id(), anomaly.id()),
                subject -> Optional.ofNullable(titles.get(subject)));
    }

    /** The checklist as a file. */
    Attachment rendered(DocumentRenderer renderer) {
        Document document = ops.deskOf(OPERATOR)
                .inspections()
                .document(store.id(), checklist.date())
                .orElseThrow();
        return renderer.render(document, store.language().locale(), picture -> Optional.empty());
    }

    @Override
    public void close() {
        ops.close();
    }
}
