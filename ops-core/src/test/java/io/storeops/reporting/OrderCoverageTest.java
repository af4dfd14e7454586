package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.failure.CommandReusedException;
import io.storeops.feed.Coverage;
import io.storeops.feed.Period;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.OrderLine;
import io.storeops.figures.ReadingVersion;
import io.storeops.id.CommandId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Slots are 00-09, 09-10, 10-11 and 11-24. */
@DisplayName("Orders prove only what they cover (D74)")
class OrderCoverageTest {
    private final OrderFiles files = new OrderFiles();
    private final StoreFixture shop = new StoreFixture.Setup()
            .hours(9, 11)
            .marketplace(files.marketplace())
            .open();

    @BeforeEach
    void theDayIsOver() {
        shop.clock.set(shop.at(NEXT, "12:00"));
    }

    private OrderLine paid(String id, String time) {
        return OrderLine.paid(id, shop.at(time), 100);
    }

    private OrderLine nextDay(String id, String time) {
        return OrderLine.paid(id, shop.at(NEXT, time), 100);
    }

    private Period day() {
        return new Period(shop.day(DAY).start(), shop.day(DAY).end());
    }

    private Period from(String from, String to) {
        return new Period(shop.at(from), shop.at(to));
    }

    /** The slots of the day, each as missing, 100~ (estimated) or 100. */
    private void shows(String... expected) {
        shop.operator().collectOrders(STORE, DAY);
        assertEquals(List.of(expected), slots());
    }

    private List<String> slots() {
        List<String> shown = new ArrayList<>(List.of("missing", "missing", "missing", "missing"));
        for (ReadingVersion version : shop.book().readings()) {
            shown.set(
                    version.slot().number() - 1,
                    version.reading().figures().get(Metric.AMOUNT)
                            + (version.reading().quality() == io.storeops.figures.Quality.ACTUAL ? "" : "~"));
        }
        return shown;
    }

    @Test
    void theSpanOfTheirPaymentsAndNoMore() {
        files.file("orders.csv", paid("1", "08:00"), paid("2", "10:30"), paid("3", "12:00"));
        shows("100~", "0", "100", "100~");
    }

    @Test
    void theSpanFromTheLatestToTheEarliestOfAFileThatBeginsWithTheLatest() {
        files.file("orders.csv", paid("3", "12:00"), paid("2", "10:30"), paid("1", "08:00"));
        shows("100~", "0", "100", "100~");
    }

    @Test
    void theSpanWhereSomePayAtTheSameInstant() {
        files.file("a.csv", paid("1", "08:00"), paid("2", "08:00"), paid("3", "10:30"), paid("4", "12:00"));
        shows("200~", "0", "100", "100~");
    }

    @Test
    void theSpanFromTheLatestWhereSomePayAtTheSameInstant() {
        files.file("a.csv", paid("4", "12:00"), paid("3", "10:30"), paid("2", "08:00"), paid("1", "08:00"));
        shows("200~", "0", "100", "100~");
    }

    @Test
    void noEmptySlotInAFileWhosePaymentsAreNotInTheOrderOfTime() {
        files.file("orders.csv", paid("1", "08:00"), paid("3", "12:00"), paid("2", "10:30"));
        shows("100~", "missing", "100", "100~");
    }

    @Test
    void neverADayWhoseFileIsMissingBetweenTwoOthers() {
        files.file("1.csv", OrderLine.paid("1", shop.day(DAY).start().minusSeconds(60), 100))
                .file("3.csv", nextDay("2", "09:00"));
        shows("missing", "missing", "missing", "missing");
    }

    @Test
    void notTheSpanFromOneFileToAnother() {
        files.file("1.csv", paid("1", "08:00"), paid("2", "09:00")).file("2.csv", paid("3", "10:00"));
        shows("100~", "100~", "100~", "missing");
    }

    @Test
    void thePeriodThatTheFileStates() {
        files.file("2024.csv", day(), paid("1", "09:30"));
        shows("0", "100", "0", "0");
    }

    @Test
    void onlyThePeriodThatTheFileStatesWhateverItsPayments() {
        files.file("2024.csv", from("09:00", "10:00"), paid("1", "08:00"), paid("2", "12:00"));
        shows("100~", "0", "missing", "100~");
    }

    @Test
    void thePeriodsThatFilesStateWithoutAGap() {
        files.file("a.csv", new Period(shop.day(DAY).start(), shop.at("09:30")))
                .file("b.csv", from("09:30", "10:30"))
                .file("c.csv", from("10:31", "12:00"));
        shows("0", "0", "missing", "missing");
    }

    @Test
    void whatTheLastPageOfAFileSaysItStates() {
        files.file("cut.csv", day(), paid("1", "08:00")).file("cut.csv", paid("2", "09:30"));
        shows("100~", "100~", "missing", "missing");
    }

    @Test
    void whatTheCallerStates() {
        files.file("orders.csv", paid("1", "09:30"));
        OrderIntake intake = shop.operator().collectOrders(STORE, DAY, from("09:00", "11:00"));
        assertEquals(List.of("missing", "100", "0", "missing"), slots());
        assertEquals("orders.csv", intake.covered().get(0).source());
    }

    @Test
    void whatTheCallerStatesWithTheCommand() {
        files.file("orders.csv", paid("1", "09:30"));
        SlotReporting under =
                shop.ops.deskOf(OPERATOR).under(CommandId.of("c-1")).reporting();
        under.collectOrders(STORE, DAY, from("09:00", "11:00"));
        assertThrows(CommandReusedException.class, () -> under.collectOrders(STORE, DAY, from("09:00", "12:00")));
        assertThrows(CommandReusedException.class, () -> under.collectOrders(STORE, DAY));
    }

    @Test
    void everythingIfTheSourceSaysThatItIsComplete() {
        files.coverage = Coverage.COMPLETE;
        files.file("orders.csv", paid("1", "09:30"));
        shows("0", "100", "0", "0");
    }

    @Test
    void nothingIfTheSourceSaysThatSomethingIsMissing() {
        files.coverage = Coverage.PARTIAL;
        files.file("2024.csv", day(), paid("1", "08:00"), paid("2", "10:30"));
        shows("100~", "missing", "100~", "missing");
    }

    @Test
    void noSlotToWhichARejectedRowBelongs() {
        files.coverage = Coverage.COMPLETE;
        files.file("2024.csv", day(), paid("1", "08:00"))
                .broken(Optional.of(Period.at(shop.at("08:10"))))
                .broken(Optional.of(Period.at(shop.at("09:10"))));
        shows("100~", "missing", "0", "0");
    }

    @Test
    void nothingAtAllWhereARowIsRejectedWhoseTimeNobodyCanRead() {
        files.coverage = Coverage.COMPLETE;
        files.file("2024.csv", day(), paid("1", "08:00")).broken(Optional.of(Period.ALWAYS));
        shows("100~", "missing", "missing", "missing");
    }

    @Test
    void whatAnotherFileStatesBesideOneThatIsBroken() {
        files.file("2024.csv", day(), paid("1", "08:00"))
                .file("other.csv", nextDay("2", "09:00"))
                .broken(Optional.of(Period.ALWAYS));
        shows("100", "0", "0", "0");
    }

    @Test
    void asMuchAsBeforeBesideARejectedRowThatCountsNowhere() {
        files.file("2024.csv", day(), paid("1", "08:00")).broken(Optional.empty());
        shows("100", "0", "0", "0");
    }
}
