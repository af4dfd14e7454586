package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.StoreFixture;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.OrderIntake.Count;
import io.storeops.figures.OrderLine;
import io.storeops.figures.Quality;
import io.storeops.figures.ReadingVersion;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An order that comes again (D76)")
class OrdersSeenAgainTest {
    private final OrderFiles files = new OrderFiles();
    private final StoreFixture shop = new StoreFixture.Setup()
            .hours(9, 11)
            .marketplace(files.marketplace())
            .open();

    private OrderIntake intake;

    @BeforeEach
    void theDayIsOver() {
        shop.clock.set(shop.at(NEXT, "12:00"));
    }

    private Period day() {
        return new Period(shop.day(DAY).start(), shop.day(DAY).end());
    }

    private OrderLine paid(String id, String time, long gross) {
        return OrderLine.paid(id, shop.at(time), gross);
    }

    private void collect() {
        intake = shop.operator().collectOrders(STORE, DAY);
    }

    private List<String> told() {
        return intake.problems().stream().map(RowProblem::toString).toList();
    }

    private long total(Metric metric) {
        return shop.book().subjectDays().get(0).totals().get(metric);
    }

    private Quality quality(int slot) {
        return shop.book().readings().stream()
                .filter(version -> version.slot().number() == slot)
                .map(ReadingVersion::reading)
                .findFirst()
                .orElseThrow()
                .quality();
    }

    private static String contradiction(String place, String id, String before) {
        return place + ": order '" + id + "' came before" + before
                + " with other content, and nothing says which is right; export both anew, or declare the files snapshots in"
                + " the order of time, so that the later rules (orders.files in a profile)";
    }

    @Nested
    class AsAWhole {
        @Test
        void isARepeatWithTheSameContent() {
            files.file("a.csv", day(), paid("1", "08:00", 100)).file("b.csv", paid("1", "08:00", 100));
            collect();
            assertEquals(new Count(1, 0, 0, 1), intake.count());
            assertEquals(List.of(), told());
            assertEquals(100, total(Metric.AMOUNT));
            assertEquals(Quality.ACTUAL, quality(1));
        }

        @Test
        void isAProblemWithOtherContentAndItsSlotsAreNotProven() {
            files.file("a.csv", day(), paid("1", "08:00", 100)).file("b.csv", day(), paid("1", "09:10", 100));
            collect();
            assertEquals(new Count(1, 0, 0, 0), intake.count());
            assertEquals(List.of(contradiction("b.csv:2", "1", " in a.csv")), told());
            assertEquals(Quality.ESTIMATED, quality(1));
            assertEquals(
                    List.of(1, 3, 4),
                    shop.book().readings().stream()
                            .map(version -> version.slot().number())
                            .toList());
        }

        @Test
        void isAProblemWhateverDayTheOtherIsOf() {
            files.file("a.csv", OrderLine.paid("1", shop.at(NEXT, "08:00"), 100), OrderLine.unpaid("2"))
                    .file("b.csv", paid("1", "08:00", 100), paid("2", "08:00", 100));
            collect();
            assertEquals(new Count(0, 1, 1, 0), intake.count());
            assertEquals(
                    List.of(contradiction("b.csv:2", "1", " in a.csv"), contradiction("b.csv:3", "2", " in a.csv")),
                    told());
        }

        @Test
        void isAProblemInOneFileToo() {
            files.newestRules = true;
            files.file("a.csv", paid("1", "08:00", 100), paid("1", "08:00", 101));
            collect();
            assertEquals(List.of(contradiction("a.csv:3", "1", "")), told());
            assertEquals(100, total(Metric.AMOUNT));
        }

        @Test
        void isTheNewestWhereFilesAreSnapshots() {
            files.newestRules = true;
            files.file("a.csv", day(), paid("1", "08:00", 100), paid("2", "08:00", 7), OrderLine.unpaid("3"))
                    .file("b.csv", paid("1", "08:00", 100).refunded(100), OrderLine.unpaid("2"), paid("3", "09:30", 5))
                    .file("c.csv", paid("1", "08:00", 100).refunded(60));
            collect();
            assertEquals(List.of(), told());
            assertEquals(100 + 5, total(Metric.AMOUNT));
            assertEquals(60, total(Metric.REFUNDED));
            assertEquals(2, total(Metric.ORDERS));
            assertEquals(new Count(2, 0, 2, 3), intake.count());
        }

        /** The day's sums have room for what the newest says once what it replaces is gone. */
        @Test
        void givesItsRoomToTheNewest() {
            files.newestRules = true;
            long third = Long.MAX_VALUE / 3;
            files.file("a.csv", day(), paid("1", "08:00", third).refunded(third).ofUnits(third))
                    .file(
                            "b.csv",
                            paid("1", "08:00", 2 * third).refunded(2 * third).ofUnits(2 * third));
            collect();
            assertEquals(List.of(), told());
            assertEquals(2 * third, total(Metric.AMOUNT));
            assertEquals(2 * third, total(Metric.REFUNDED));
            assertEquals(2 * third, total(Metric.UNITS));
        }

        @Test
        void thatRepeatsItselfInASnapshotMayNotContradictItThere() {
            files.newestRules = true;
            files.file("a.csv", paid("1", "08:00", 100))
                    .file("b.csv", paid("1", "08:00", 100), paid("1", "08:00", 101));
            collect();
            assertEquals(List.of(contradiction("b.csv:3", "1", "")), told());
        }
    }

    @Nested
    class InLines {
        @BeforeEach
        void rowsAreLines() {
            files.grain = OrderFeed.Grain.LINE;
        }

        private OrderLine line(String id, String item, String time, long gross) {
            return paid(id, time, gross).ofItem(item);
        }

        @Test
        void mayHaveEqualLinesInOneFile() {
            files.file("a.csv", line("1", "A", "08:00", 100), line("1", "A", "08:00", 100));
            collect();
            assertEquals(200, total(Metric.AMOUNT));
            assertEquals(1, total(Metric.ORDERS));
            assertEquals(List.of(), told());
        }

        @Test
        void isARepeatIfAnEarlierFileHasAllItsLinesInAnyOrder() {
            files.file(
                            "a.csv",
                            day(),
                            line("1", "A", "08:00", 100),
                            line("2", "B", "08:00", 7),
                            line("1", "B", "08:00", 30))
                    .file(
                            "b.csv",
                            line("1", "B", "08:00", 30),
                            line("3", "A", "09:10", 1),
                            line("1", "A", "08:00", 100));
            collect();
            assertEquals(138, total(Metric.AMOUNT));
            assertEquals(new Count(4, 0, 0, 2), intake.count());
            assertEquals(List.of(), told());
            assertEquals(Quality.ACTUAL, quality(1));
        }

        @Test
        void isAProblemLineByLineIfAnEarlierFileHasOtherLines() {
            files.file("a.csv", day(), line("1", "A", "08:00", 100))
                    .file("b.csv", day(), line("1", "A", "08:00", 100), line("1", "A", "08:00", 100));
            collect();
            assertEquals(100, total(Metric.AMOUNT));
            assertEquals(
                    List.of(contradiction("b.csv:2", "1", " in a.csv"), contradiction("b.csv:3", "1", " in a.csv")),
                    told());
            assertEquals(Quality.ESTIMATED, quality(1));
        }

        @Test
        void isTheNewestWhereFilesAreSnapshots() {
            files.newestRules = true;
            files.file("a.csv", day(), line("1", "A", "08:00", 100), line("1", "B", "09:10", 30))
                    .file("b.csv", line("1", "A", "08:00", 100));
            collect();
            assertEquals(100, total(Metric.AMOUNT));
            assertEquals(new Count(1, 0, 0, 2), intake.count());
            assertEquals(List.of(), told());
        }

        @Test
        void isARepeatInEachFileThatHasAllItsLines() {
            OrderLine one = line("1", "A", "08:00", 100);
            OrderLine other = line("1", "B", "08:00", 30);
            files.file("a.csv", day(), one, other)
                    .file("b.csv", other, one)
                    .file("c.csv", one, other)
                    .file("d.csv", line("2", "A", "09:10", 1));
            collect();
            assertEquals(new Count(3, 0, 0, 4), intake.count());
            assertEquals(List.of(), told());
            assertEquals(131, total(Metric.AMOUNT));
        }

        @Test
        void contradictsTheLastFileThatHadIt() {
            files.file("a.csv", line("1", "A", "08:00", 100))
                    .file("b.csv", line("1", "A", "08:00", 100))
                    .file("c.csv", line("1", "A", "08:00", 101));
            collect();
            assertEquals(List.of(contradiction("c.csv:2", "1", " in b.csv")), told());
        }

        @Test
        void thatWasUnpaidInAnEarlierSnapshotIsNotMissedInALaterOne() {
            files.newestRules = true;
            files.file("a.csv", OrderLine.unpaid("1")).file("b.csv", day(), line("1", "A", "08:00", 100));
            collect();
            assertEquals(List.of(), told());
            assertEquals(new Count(1, 0, 1, 0), intake.count());
            assertEquals(Quality.ACTUAL, quality(1));
        }

        @Test
        void thatHasAnUnpaidLineAfterItsPaidOneIsNotProven() {
            files.file("a.csv", day(), line("1", "A", "08:00", 100), OrderLine.unpaid("1"));
            collect();
            assertEquals(1, told().size());
            assertEquals(Quality.ESTIMATED, quality(1));
            assertEquals(Quality.ACTUAL, quality(2));
        }

        @Test
        void isNeverUnpaidInALineBesideAPaidOne() {
            String reason =
                    ": no time of payment, while another line of order '1' has one; if it stands on an order's first"
                            + " line only, declare that it is carried down (orders.carriedDown in a profile)";
            files.file("a.csv", day(), OrderLine.unpaid("1"), line("1", "A", "08:00", 100), OrderLine.unpaid("1"));
            collect();
            assertEquals(new Count(1, 0, 0, 0), intake.count());
            assertEquals(List.of("a.csv:2" + reason, "a.csv:4" + reason), told());
            assertEquals(Quality.ESTIMATED, quality(1));
        }

        @Test
        void isUnpaidIfNoLineOfItIsPaid() {
            files.file("a.csv", OrderLine.unpaid("1"), OrderLine.unpaid("1"));
            collect();
            assertEquals(new Count(0, 0, 2, 0), intake.count());
            assertEquals(List.of(), told());
        }
    }
}
