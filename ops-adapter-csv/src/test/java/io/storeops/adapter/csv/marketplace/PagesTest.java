package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.OrderLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Pages")
class PagesTest {
    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["id", "paid", "gross"], "match": "EXACT"},
             "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
             "orders": {"grain": "ORDER", "basis": "PAID",
                        "columns": {"order": "id", "paidAt": "paid", "gross": "gross"}}}
            """;

    @TempDir
    private Path folder;

    private final AtomicInteger openings = new AtomicInteger();

    @BeforeEach
    void writeTheFiles() {
        new Exports(folder)
                .file("p.json", PROFILE)
                .file("a.csv", "id,paid,gross\n1,,1\n2,,x\n3,,3\n4,,4\n5,,5\n")
                .file("b.csv", "id,paid,gross\n")
                .file("c.csv", "id,paid,gross\n6,,6\n7,,7\n");
    }

    private FilePages<String, OrderLine> pages(int size) {
        Profile profile = Profiles.get("p.json", new Exports(folder).context());
        return new FilePages<>(request -> new FileScan<>(
                new SourceFiles(folder),
                profile,
                (records, places, file) -> {
                    openings.incrementAndGet();
                    Cells cells = new Cells(records, profile, Exports.SHANGHAI.zone(), Exports.SHANGHAI.currency());
                    return new OrderRows(
                            cells,
                            profile.orders().orElseThrow(),
                            places,
                            new RowConditions(cells, profile, places),
                            List.of(),
                            Exports.SHANGHAI.zone());
                },
                size));
    }

    private static List<String> ids(List<OrderLine> rows) {
        return rows.stream().map(OrderLine::orderId).toList();
    }

    @Test
    void holdEveryRowOnceWhateverTheirSize() {
        for (int size = 1; size <= 10; size++) {
            try (FilePages<String, OrderLine> pages = pages(size)) {
                Exports.Read<OrderLine> read = Exports.all(after -> pages.page("q", after));
                assertEquals(List.of("1", "3", "4", "5", "6", "7"), ids(read.rows()));
                assertEquals(List.of("a.csv:3 column gross: 'x' is not a number of up to 18 digits"), read.told());
            }
        }
    }

    @Test
    void areNeverLargerThanAsked() {
        try (FilePages<String, OrderLine> pages = pages(2)) {
            FeedPage<OrderLine> page = pages.page("q", Optional.empty());
            assertEquals(2, page.rows().size() + page.problems().size());
            assertEquals(Coverage.UNKNOWN, page.coverage());
        }
    }

    @Test
    void areOfOneFileEach() {
        List<String> names = new ArrayList<>();
        try (FilePages<String, OrderLine> pages = pages(3)) {
            Optional<FeedCursor> next = Optional.empty();
            do {
                FeedPage<OrderLine> page = pages.page("q", next);
                names.add(page.extract().orElseThrow().name() + " " + ids(page.rows()));
                next = page.next();
            } while (next.isPresent());
        }
        assertEquals(List.of("a.csv [1, 3]", "a.csv [4, 5]", "b.csv []", "c.csv [6, 7]"), names);
    }

    @Test
    void openEveryFileOnceWhenTheCursorsAreFollowed() {
        try (FilePages<String, OrderLine> pages = pages(1)) {
            Exports.all(after -> pages.page("q", after));
            assertEquals(3, openings.get());
        }
    }

    @Test
    void areFoundAgainByAnyCursorOfThem() {
        List<FeedCursor> cursors = new ArrayList<>();
        List<List<String>> contents = new ArrayList<>();
        try (FilePages<String, OrderLine> pages = pages(2)) {
            Optional<FeedCursor> next = Optional.empty();
            do {
                FeedPage<OrderLine> page = pages.page("q", next);
                contents.add(ids(page.rows()));
                next = page.next();
                next.ifPresent(cursors::add);
            } while (next.isPresent());
            for (int i = cursors.size() - 1; i >= 0; i--) {
                assertEquals(
                        contents.get(i + 1),
                        ids(pages.page("q", Optional.of(cursors.get(i))).rows()));
                assertEquals(
                        contents.get(i + 1),
                        ids(pages.page("other", Optional.of(cursors.get(i))).rows()));
            }
        }
        try (FilePages<String, OrderLine> anew = pages(2)) {
            assertEquals(
                    contents.get(2),
                    ids(anew.page("q", Optional.of(cursors.get(1))).rows()));
        }
    }

    @Test
    void keepOnlySoManyFilesOpen() {
        try (FilePages<String, OrderLine> pages = pages(1)) {
            List<FeedCursor> cursors = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                cursors.add(pages.page("q" + i, Optional.empty()).next().orElseThrow());
            }
            openings.set(0);
            for (int i = 12; i < 20; i++) {
                pages.page("q" + i, Optional.of(cursors.get(i)));
            }
            assertEquals(0, openings.get());
            pages.page("q0", Optional.of(cursors.get(0)));
            assertEquals(1, openings.get());
        }
    }

    @Test
    void endIfTheFileChanges() throws IOException {
        try (FilePages<String, OrderLine> pages = pages(1)) {
            FeedCursor cursor = pages.page("q", Optional.empty()).next().orElseThrow();
            Files.writeString(folder.resolve("a.csv"), "id,paid,gross\n8,,8\n9,,9\n");
            for (int attempt = 0; attempt < 2; attempt++) {
                AdapterException fault =
                        assertThrows(AdapterException.class, () -> pages.page("q", Optional.of(cursor)));
                assertEquals(FaultKind.CONFLICT, fault.kind());
                assertEquals(
                        "a.csv has changed since its first records were read. Begin again with the first page",
                        fault.getMessage());
            }
        }
    }

    @Test
    void refuseACursorThatIsNotTheirs() {
        try (FilePages<String, OrderLine> pages = pages(1)) {
            for (String text : List.of("", "1|2|3", "x|1|now|a.csv")) {
                IllegalArgumentException refusal = assertThrows(
                        IllegalArgumentException.class, () -> pages.page("q", Optional.of(new FeedCursor(text))));
                assertEquals(
                        "'" + text + "' is not a cursor of this feed; give back the cursor of a page",
                        refusal.getMessage());
            }
            AdapterException fault = assertThrows(
                    AdapterException.class,
                    () -> pages.page("q", Optional.of(new FeedCursor("1|1|now|../secret.csv"))));
            assertEquals(FaultKind.NOT_FOUND, fault.kind());
        }
    }
}
