package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.authority.Role;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Store;
import io.storeops.document.Cell;
import io.storeops.enrolment.Enrolment;
import io.storeops.feed.Period;
import io.storeops.figures.OrderIntake;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.RosterDocument;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportSection;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.DefaultRoster;
import io.storeops.spi.MarketplaceProvider;
import io.storeops.storage.MemoryStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The weeks of a real month of orders by the time of their payment, against sums that others took of the same file. */
class WeeksOfRealOrdersTest {
    private static final StoreId STORE = StoreId.of("T1");
    private static final ActorId OPERATOR = ActorId.of("op-1");
    private static final LocalDate FIRST = IsoWeek.parse("2020-W05").monday();
    private static final LocalDate LAST = IsoWeek.parse("2020-W09").sunday();

    /** A week's paid amount as its report has it, and the net that the day books have. */
    private record Week(IsoWeek week, long reportedMinor, long netMinor) {}

    private static Json roster(String basis) {
        Map<String, Json> members = new TreeMap<>(((Json.Obj) DefaultRoster.effectiveFrom(FIRST)).members());
        members.put("targetBasis", Json.of(basis));
        return Json.object(members);
    }

    /**
     * All dates are collected on the Monday after the last. Who collects vouches that the file has every order: a slot without one is 0
     * then, else it is missing, and a day with a missing slot has no total.
     */
    private static List<Week> weeks(String basis) {
        Path file = Ran.shared("data/tmall_order_report.csv");
        SettableClock clock = SettableClock.at(Instant.parse("2020-03-02T02:00:00Z"));
        AdapterContext context = AdapterContext.of(clock, StoreOps.tables(), Path.of(""));
        MarketplaceProvider csv =
                Adapters.discover(WeeksOfRealOrdersTest.class.getClassLoader()).marketplace("csv");
        Store store = new Store(STORE, "T1", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .marketplace(
                        STORE,
                        csv.create(
                                AdapterConfig.of(
                                        "csv",
                                        csv.configKeys(),
                                        Map.of("path", file.toString(), "profile", "tmall-orders")),
                                context))
                .build()) {
            ops.enrol(Enrolment.builder(store, FIRST)
                    .person(OPERATOR.value(), Role.OPERATOR)
                    .roster(RosterDocument.read("roster.json", roster(basis), STORE))
                    .build());
            Desk desk = ops.deskOf(OPERATOR);
            Period all = new Period(
                    FIRST.atStartOfDay(store.zone()).toInstant(),
                    LAST.plusDays(1).atStartOfDay(store.zone()).toInstant());
            Map<IsoWeek, Long> nets = new TreeMap<>();
            for (LocalDate date : FIRST.datesUntil(LAST.plusDays(1)).toList()) {
                OrderIntake intake = desk.reporting().collectOrders(STORE, date, all);
                assertEquals(List.of(), intake.problems());
                long net = desk.reporting().dayBook(STORE, date).subjectDays().stream()
                        .mapToLong(day -> day.totals().net().orElse(0))
                        .sum();
                nets.merge(IsoWeek.of(date), net, Long::sum);
            }
            List<Week> weeks = new ArrayList<>();
            nets.forEach((week, net) -> weeks.add(new Week(week, reported(desk, week), net)));
            return weeks;
        }
    }

    private static long reported(Desk desk, IsoWeek week) {
        ReportSection sales = desk.weeklyReports().preview(STORE, week).sections().stream()
                .filter(section -> section.id().equals(ReportPart.SALES_TARGET))
                .findFirst()
                .orElseThrow();
        Cell amount = sales.find("week_actual_minor").orElseThrow().value();
        assertTrue(amount instanceof Cell.Amount, amount.toString());
        return ((Cell.Amount) amount).money().minor();
    }

    @Test
    void areThoseOfTheFileByAmountAndByWhatIsLeftOfItAfterRefunds() {
        assertEquals(
                List.of(
                        new Week(IsoWeek.parse("2020-W05"), 35_482_00, 15_539_00),
                        new Week(IsoWeek.parse("2020-W06"), 139_340_72, 84_108_74),
                        new Week(IsoWeek.parse("2020-W07"), 6_227_00, 1_972_00),
                        new Week(IsoWeek.parse("2020-W08"), 863_670_76, 684_991_14),
                        new Week(IsoWeek.parse("2020-W09"), 1_430_102_59, 1_115_876_27)),
                weeks("AMOUNT"));
    }

    /** Where the roster's targets go by what is left (D89), the report does. */
    @Test
    void areWhatIsLeftWhereTheRosterGoesByIt() {
        weeks("NET").forEach(week -> assertEquals(week.netMinor(), week.reportedMinor(), week.toString()));
    }
}
