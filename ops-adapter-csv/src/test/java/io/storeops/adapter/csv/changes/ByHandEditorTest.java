package io.storeops.adapter.csv.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.listing.ListingEditor.Shown;
import io.storeops.listing.ListingEditor.Wish;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ShownListing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByHandEditorTest {
    private static final Store STORE = Store.of("S1", "Asia/Shanghai", "CNY");
    private static final Instant AS_OF = Instant.parse("2024-06-16T01:00:00.123456789Z");
    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    private final List<ShownListing> rows = new ArrayList<>();
    private Optional<Instant> asOf = Optional.of(AS_OF);

    /** Gives a row a page. */
    private ByHandEditor editor() {
        return new ByHandEditor(folder, (request, after) -> {
            int from = after.map(FeedCursor::text).map(Integer::parseInt).orElse(0);
            return new FeedPage<>(
                    rows.subList(from, Math.min(from + 1, rows.size())),
                    List.of(),
                    from + 1 < rows.size() ? Optional.of(new FeedCursor(String.valueOf(from + 1))) : Optional.empty(),
                    asOf,
                    Coverage.UNKNOWN);
        });
    }

    private static ListedField price(String item, String sku) {
        return new ListedField(STORE, item, Optional.of(sku), ListingField.PRICE_MINOR);
    }

    private static Wish wish(String sku, long minor, String key) {
        return new Wish(price("A", sku), ListingValue.price(minor), key);
    }

    private static ShownListing shown(String item, Optional<String> sku, long minor) {
        return new ShownListing(item, sku, List.of(ListingValue.price(minor)), true);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesOneFileForAKeyHoweverOftenItComes() throws IOException {
        Answer first = editor().apply(wish("A1", 9_900, KEY));
        assertEquals(first, editor().apply(wish("A1", 9_900, KEY)));
        assertEquals(List.of("S1_A1_price_minor_" + KEY + ".csv"), files());
        editor().apply(wish("A1", 9_900, KEY.replace('0', 'f')));
        assertEquals(2, files().size());
    }

    @Test
    void writesOneFileForAKeyThatComesAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return editor().apply(wish("A1", 9_900, KEY));
                }));
            }
            start.countDown();
            Answer first = answers.get(0).get(30, TimeUnit.SECONDS);
            for (Future<Answer> answer : answers) {
                assertEquals(first, answer.get(30, TimeUnit.SECONDS));
            }
            assertEquals(List.of("S1_A1_price_minor_" + KEY + ".csv"), files());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void neverLeavesTheFolderWhateverAnIdIs() throws IOException {
        editor().apply(wish("../../x/红色 cup:1", 9_900, KEY));
        assertEquals(List.of("S1_..-..-x----cup-1_price_minor_" + KEY + ".csv"), files());
        editor().apply(wish("A1", 9_900, "../key"));
        assertEquals(2, files().size());
    }

    @Test
    void writesTheUnitsOfTheCurrency() throws IOException {
        Store japan = Store.of("J1", "Asia/Tokyo", "JPY");
        editor().apply(new Wish(
                new ListedField(japan, "A", Optional.of("A"), ListingField.PRICE_MINOR),
                ListingValue.price(1_200),
                KEY));
        assertEquals(
                "\uFEFFstore,item,sku,field,value,currency\r\nJ1,A,A,PRICE_MINOR,1200,JPY\r\n",
                Files.readString(folder.resolve(files().get(0))));
    }

    @Test
    void saysThatNothingWasWrittenIfItCannot() throws IOException {
        Path file = Files.createFile(folder.resolve("no-folder"));
        ByHandEditor editor = new ByHandEditor(file, (request, after) -> {
            throw new AssertionError("nothing is read");
        });
        AdapterException fault = assertThrows(AdapterException.class, () -> editor.apply(wish("A1", 9_900, KEY)));
        assertEquals(FaultKind.INVALID, fault.kind());
    }

    @Test
    void readsTheRowOfTheSkuOnWhateverPage() {
        rows.add(shown("A", Optional.of("A1"), 100));
        rows.add(shown("A", Optional.of("A2"), 200));
        rows.add(shown("B", Optional.of("A3"), 300));
        Instant micros = Instant.parse("2024-06-16T01:00:00.123456Z");
        assertEquals(Optional.of(new Shown(ListingValue.price(200), micros)), editor().read(price("A", "A2")));
        assertEquals(Optional.empty(), editor().read(price("A", "A3")));
        assertEquals(Optional.empty(), editor().read(price("A", "A")));
        assertEquals(
                Optional.empty(), editor().read(new ListedField(STORE, "A", Optional.empty(), ListingField.TITLE)));
    }

    @Test
    void readsTheOnlySkuOfAnItemUnderTheItemsId() {
        rows.add(shown("A", Optional.of("CODE-1"), 100));
        assertEquals(
                Optional.of(ListingValue.price(100)),
                editor().read(price("A", "A")).map(Shown::value));
        rows.add(shown("B", Optional.empty(), 300));
        assertEquals(
                Optional.of(ListingValue.price(300)),
                editor().read(price("B", "B")).map(Shown::value));
    }

    @Test
    void readsNothingFromASnapshotThatDoesNotSayWhen() {
        rows.add(shown("A", Optional.empty(), 100));
        asOf = Optional.empty();
        assertEquals(Optional.empty(), editor().read(price("A", "A")));
    }
}
