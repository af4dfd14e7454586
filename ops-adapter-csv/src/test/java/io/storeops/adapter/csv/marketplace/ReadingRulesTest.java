package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.storeops.Marketplace;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reading")
class ReadingRulesTest {
    private static final String HEADER =
            "seq,boundary,observed_at,arrived_at,subject_kind,subject_id,amount_minor,visitors,buyers,quality,reason\n";
    private static final SlotId TEN = SlotId.of(LocalDate.of(2024, 6, 16), 2);

    /** A file of whole days, such as the item report of a shop's back office. */
    private static final String DAYS = """
            {"encoding": "UTF-8",
             "header": {"columns": ["统计日期", "商品ID", "商品访客数", "支付买家数", "支付金额"], "match": "AT_LEAST"},
             "missing": ["-"],
             "numbers": {"thousands": ","},
             "times": {"patterns": ["yyyy-MM-dd"]},
             "readings": {"semantics": "DELTA", "basis": "PAID", "subjectKind": "ITEM", "quality": "ACTUAL",
                          "columns": {"day": "统计日期", "subject": "商品ID"},
                          "figures": {"amount_minor": "支付金额", "visitors": "商品访客数", "buyers": "支付买家数"}}}
            """;

    @TempDir
    private Path folder;

    private Exports exports;

    @BeforeEach
    void openTheFolder() {
        exports = new Exports(folder);
    }

    private Exports.Read<Reading> read(String rows, Subject... subjects) {
        return exports.file("r.csv", HEADER + rows + (rows.endsWith("\n") ? "" : "\n"))
                .readings("r.csv", "storeops-readings", TEN, subjects);
    }

    @Test
    void lacksWhatTheFileLacks() {
        Exports.Read<Reading> read = read(
                "1,2024-06-16T10:00,2024-06-16T10:00:15+08:00,,ITEM,A,108900,,0,ACTUAL,\n"
                        + "2,2024-06-16T10:00,2024-06-16T10:00:15+08:00,,ITEM,B,-,--,,ACTUAL,",
                Subject.ofItem("A"),
                Subject.ofItem("B"));
        assertEquals(List.of(), read.told());
        Figures first = read.rows().get(0).figures();
        assertEquals(List.of(Metric.AMOUNT, Metric.BUYERS), first.metrics());
        assertEquals(0, first.get(Metric.BUYERS));
        assertEquals(Figures.NONE, read.rows().get(1).figures());
    }

    @Test
    void belongsToTheRequestOfItsBoundaryAndSubjectAlone() {
        Exports.Read<Reading> read = read(
                "1,2024-06-16T11:00,2024-06-16T11:00:15+08:00,,ITEM,A,1,1,1,ACTUAL,\n"
                        + "2,2024-06-16T10:00,2024-06-16T10:00:15+08:00,,ITEM,B,1,1,1,ACTUAL,\n"
                        + "3,2024-06-16T11:00,not read here,,ITEM,A,1,1,1,ACTUAL,",
                Subject.ofItem("A"));
        assertEquals(List.of(), read.rows());
        assertEquals(List.of(), read.told());
    }

    @Test
    void isRefusedAsAWhole() {
        String when = "2024-06-16T10:00,2024-06-16T10:00:15+08:00,";
        Exports.Read<Reading> read = read(
                "1,2024-06-16T10:30,2024-06-16T10:00:15+08:00,,ITEM,A,1,1,1,ACTUAL,\n"
                        + "2," + when + ",SHOP,A,1,1,1,ACTUAL,\n"
                        + "3," + when + ",ITEM,A,1.5,1,1,ACTUAL,\n"
                        + "4," + when + ",ITEM,A,1,-1,1,ACTUAL,\n"
                        + "5," + when + ",ITEM,A,1,1,1,SUSPECT,\n"
                        + "6," + when + ",ITEM,A,1,1,1,ACTUAL,OOPS\n"
                        + "7," + when + ",ITEM,,1,1,1,ACTUAL,\n"
                        + "8," + when + ",ITEM,A\u0007B,1,1,1,ACTUAL,\n"
                        + "9,2024-06-16T10:00,,,ITEM,A,1,1,1,ACTUAL,",
                Subject.ofItem("A"));
        assertEquals(List.of(), read.rows());
        assertEquals(
                List.of(
                        "r.csv:2 column boundary: '2024-06-16T10:30' is not a boundary of the store (expected 00:00 or one of"
                                + " [09:00, 10:00, 11:00, 12:00, 13:00, 14:00, 15:00, 16:00, 17:00, 18:00, 19:00, 20:00,"
                                + " 21:00])",
                        "r.csv:3 column subject_kind: 'SHOP' is none of [STORE, ITEM, COMPETITOR]",
                        "r.csv:4 column amount_minor: '1.5' is not an amount of CNY (expected at most 0 decimals, and 64 bits in"
                                + " minor units)",
                        "r.csv:5 column visitors: '-1' is below 0",
                        "r.csv:6 column quality: 'SUSPECT' is none of [ACTUAL, ESTIMATED]",
                        "r.csv:7 column reason: 'OOPS' is none of [OPERATOR_ERROR, PLATFORM]",
                        "r.csv:8 column subject_id: the value is missing",
                        "r.csv:9 column subject_id: 'A\uFFFDB' is not an id (expected 1 to 128 characters of the basic plane,"
                                + " without control characters)",
                        "r.csv:10 column observed_at: the value is missing"),
                read.told());
    }

    @Test
    void closesTheLastSlotWhereTheFileSpeaksOfWholeDays() {
        exports.file("days.json", DAYS)
                .file("days.csv", "店铺,统计日期,商品ID,商品访客数,支付买家数,支付金额\nx,2024-06-16,A,\"1,203\",-,\"5,500.50\"\n");
        SlotId last = SlotId.of(LocalDate.of(2024, 6, 16), 14);
        assertEquals(
                List.of(new Reading(
                        Subject.ofItem("A"),
                        last,
                        Instant.parse("2024-06-16T16:00:00Z"),
                        Figures.builder()
                                .set(Metric.AMOUNT, 550_050)
                                .set(Metric.VISITORS, 1_203)
                                .build(),
                        Semantics.DELTA,
                        Quality.ACTUAL,
                        "days.csv",
                        Optional.empty())),
                exports.readings("days.csv", "days.json", last, Subject.ofItem("A"))
                        .rows());
    }

    @Test
    void isTheOnlyThingThatAProfileOfReadingsHas() {
        try (Marketplace marketplace = exports.marketplace("r.csv", "storeops-readings")) {
            assertFalse(marketplace.orders().isPresent());
        }
        try (Marketplace marketplace = exports.marketplace("r.csv", "tmall-orders")) {
            assertFalse(marketplace.metrics().isPresent());
        }
    }
}
