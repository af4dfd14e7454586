package io.storeops.weeklyreport;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.calendar.IsoWeek;
import io.storeops.document.Cell;
import io.storeops.document.PlainText;
import io.storeops.figures.Figures;
import io.storeops.report.ReportFigure;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportSection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The section RECONCILIATION, where a roster asks for it: the amounts of the items against the store's, day by day (R33). */
class ReconciliationTest {
    private static final IsoWeek WEEK = IsoWeek.of(DAY);

    private final StoreFixture shop =
            new StoreFixture.Setup().itemAndRival().weekly("RECONCILIATION").open();

    private ReportSection section() {
        return shop.ops
                .deskOf(OPERATOR)
                .weeklyReports()
                .preview(STORE, WEEK)
                .sections()
                .get(0);
    }

    private static List<String> lines(ReportSection section) {
        return section.figures().stream().map(ReconciliationTest::line).toList();
    }

    private static String line(ReportFigure figure) {
        String value = figure.value() instanceof Cell.Amount amount
                ? Long.toString(amount.money().minor())
                : figure.value() instanceof Cell.Whole whole
                        ? Long.toString(whole.value())
                        : ((Cell.Text) figure.value()).line().text();
        return figure.key() + figure.of().map(of -> " " + of).orElse("") + " " + value;
    }

    private void tellItem(int slot, long amount, long visitors) {
        shop.accept(shop.reading(ITEM, StoreFixture.slot(slot), Figures.of(amount, visitors, 1)));
    }

    @Test
    void saysByHowMuchAmountsDifferAndAddsUpNoVisitors() {
        shop.collect(1, 100, 10, 1);
        tellItem(1, 60, 30);
        assertEquals(
                List.of(
                        "days_compared 1",
                        "days_differing 1",
                        "store_amount_minor 2024-06-16 100",
                        "items_amount_minor 2024-06-16 60",
                        "amount_difference_minor 2024-06-16 40"),
                lines(section()));
        shop.collect(2, 150, 20, 1);
        tellItem(2, 150, 40);
        assertEquals(
                List.of(
                        "days_compared 1",
                        "days_differing 0",
                        "store_amount_minor 2024-06-16 150",
                        "items_amount_minor 2024-06-16 150",
                        "amount_difference_minor 2024-06-16 0"),
                lines(section()));
    }

    @Test
    void comparesNothingOfWhichOneSideIsMissingOrOfAnotherTime() {
        tellItem1Late();
        assertEquals(
                List.of("days_compared 0", "days_differing 0", "not_compared 2024-06-16 the store's amount is missing"),
                lines(section()));
        shop.collect(1, 100, 10, 1);
        shop.collect(2, 150, 20, 1);
        assertEquals(
                List.of(
                        "days_compared 0",
                        "days_differing 0",
                        "not_compared 2024-06-16 items without an amount of the same time: 1/1"),
                lines(section()));
    }

    private void tellItem1Late() {
        shop.clock.set(shop.day(DAY).closes(1).plusSeconds(30));
        tellItem(1, 60, 30);
    }

    @Test
    void hasNoRecordsWhereNothingIsTold() {
        assertEquals(Optional.of(false), Optional.of(section().records()));
        assertEquals(List.of(), section().figures());
    }

    @Test
    void standsInTheReportUnderItsOwnHeading() {
        shop.collect(1, 100, 10, 1);
        tellItem(1, 60, 30);
        shop.clock.set(shop.at(NEXT, "10:00:00"));
        WeeklyReports mine = shop.ops.deskOf(OPERATOR).weeklyReports();
        mine.draft(STORE, WEEK);
        WeeklyReport sent = mine.submit(STORE, WEEK, ReportRemarks.NOTHING);
        assertTrue(sent.find(ReportPart.RECONCILIATION).isPresent());
        String text = PlainText.of(mine.document(sent));
        assertTrue(text.contains("Reconciliation"), text);
        assertTrue(text.contains("Store less items 2024-06-16"), text);
    }
}
