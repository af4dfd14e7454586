package io.storeops.adapter.jdbc.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.Marketplace;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.calendar.SlotId;
import io.storeops.failure.AdapterException;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TableReadingsTest {
    private static final Subject STORE = Subject.ofStore(Erp.SHANGHAI.id());
    private static final Subject ITEM = Subject.ofItem("17");

    @TempDir
    private Path folder;

    static Stream<TestServer> servers() {
        return TestServer.all();
    }

    private static FeedPage<Reading> read(Marketplace marketplace, int slot) {
        return marketplace
                .metrics()
                .orElseThrow()
                .read(
                        new MetricsRequest(
                                Erp.SHANGHAI,
                                Erp.PLAN,
                                SlotId.of(LocalDate.of(2024, 6, 16), slot),
                                List.of(STORE, ITEM)),
                        Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aRowSaysOfWhomOfWhichBoundaryAndHowSureItIs(TestServer server) {
        try (Erp erp = Erp.on(server).run("""
                CREATE TABLE seen (kind VARCHAR(9), id INT, boundary TIME0, at TIME0, amount BIGINT, visitors INT, sure VARCHAR(9), why VARCHAR(20));
                INSERT INTO seen VALUES ('STORE', 0, '2024-06-16 09:00:00', '2024-06-16 09:00:07', 1250, 10, 'ACTUAL', NULL);
                INSERT INTO seen VALUES ('ITEM', 17, '2024-06-16 09:00:00', '2024-06-16 09:01:00', NULL, 4, 'ESTIMATED', 'PLATFORM');
                INSERT INTO seen VALUES ('ITEM', 18, '2024-06-16 09:00:00', '2024-06-16 09:01:00', 100, 4, 'ACTUAL', NULL);
                INSERT INTO seen VALUES ('ITEM', 17, '2024-06-16 10:00:00', '2024-06-16 10:01:00', 100, 4, 'ACTUAL', NULL);
                INSERT INTO seen VALUES ('ITEM', 17, '2024-06-16 09:30:00', '2024-06-16 10:01:00', 100, 4, 'ACTUAL', NULL);
                INSERT INTO seen VALUES ('ITEM', 17, '2024-06-16 09:00:00', '2024-06-16 09:01:00', 100, 4, 'PERHAPS', NULL);
                """);
                Marketplace marketplace = erp.open(folder, """
                        {"zone": "Asia/Shanghai", "readings": {
                          "select": "SELECT kind, CASE WHEN kind = 'STORE' THEN 'S1' ELSE CAST(id AS CHAR(9)) END AS id, boundary, at, amount, visitors, sure, why FROM seen",
                          "semantics": "CUMULATIVE_DAY", "basis": "PAID", "amounts": "MINOR",
                          "columns": {"subjectKind": "kind", "subject": "id", "boundary": "boundary", "observedAt": "at",
                                      "quality": "sure", "reason": "why"},
                          "figures": {"amount_minor": "amount", "visitors": "visitors"}}}
                        """)) {
            FeedPage<Reading> page = read(marketplace, 1);
            SlotId slot = SlotId.of(LocalDate.of(2024, 6, 16), 1);
            assertEquals(
                    List.of(
                            Reading.of(
                                    STORE,
                                    slot,
                                    Instant.parse("2024-06-16T01:00:07Z"),
                                    Figures.builder()
                                            .set(Metric.AMOUNT, 1_250)
                                            .set(Metric.VISITORS, 10)
                                            .build(),
                                    "erp.json"),
                            Reading.of(
                                            ITEM,
                                            slot,
                                            Instant.parse("2024-06-16T01:01:00Z"),
                                            Figures.builder()
                                                    .set(Metric.VISITORS, 4)
                                                    .build(),
                                            "erp.json")
                                    .estimated()
                                    .restating(Restatement.PLATFORM)),
                    page.rows());
            assertEquals(
                    List.of(
                            "erp.json readings:5 column boundary: '17': '2024-06-16T09:30' is not a boundary of the store (expected 00:00"
                                    + " or one of " + Erp.PLAN.boundaries() + ")",
                            "erp.json readings:6 column sure: '17': 'PERHAPS' is none of [ACTUAL, ESTIMATED]"),
                    page.problems().stream().map(RowProblem::toString).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsAskedForIsTheDaySoFarOrTheSlotAlone(TestServer server) {
        try (Erp erp = Erp.on(server).run("""
                CREATE TABLE visits (who INT, at TIME0);
                INSERT INTO visits VALUES (1, '2024-06-15 23:59:59');
                INSERT INTO visits VALUES (1, '2024-06-16 00:00:00');
                INSERT INTO visits VALUES (2, '2024-06-16 08:59:59');
                INSERT INTO visits VALUES (1, '2024-06-16 09:00:00');
                INSERT INTO visits VALUES (3, '2024-06-16 09:59:59');
                INSERT INTO visits VALUES (4, '2024-06-16 10:00:00');
                INSERT INTO visits VALUES (5, '2024-06-16 23:59:59');
                """)) {
            String document = """
                    {"zone": "Asia/Shanghai", "readings": {
                      "select": "SELECT COUNT(DISTINCT who) AS uv FROM visits WHERE at >= :from AND at < :localTo",
                      "semantics": "%s", "basis": "PAID", "quality": "ACTUAL", "figures": {"visitors": "uv"}}}
                    """;
            try (Marketplace sofar = erp.open(folder, document.formatted("CUMULATIVE_DAY"))) {
                assertEquals(
                        List.of(2L, 3L, 5L),
                        Stream.of(1, 2, 14).map(slot -> visitors(sofar, slot)).toList());
            }
            try (Marketplace alone = erp.open(folder, document.formatted("DELTA"))) {
                assertEquals(
                        List.of(2L, 2L, 1L),
                        Stream.of(1, 2, 14).map(slot -> visitors(alone, slot)).toList());
                MetricsFeed feed = alone.metrics().orElseThrow();
                MetricsRequest request = new MetricsRequest(
                        Erp.SHANGHAI, Erp.PLAN, SlotId.of(LocalDate.of(2024, 6, 16), 1), List.of(STORE));
                assertThrows(AdapterException.class, () -> feed.read(request, Optional.of(new FeedCursor("2-0"))));
            }
        }
    }

    private static long visitors(Marketplace marketplace, int slot) {
        return read(marketplace, slot).rows().get(0).figures().get(Metric.VISITORS);
    }
}
