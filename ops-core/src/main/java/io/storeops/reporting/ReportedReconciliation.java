package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.catalog.Money;
import io.storeops.document.Cell;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Day by day, whether the paid amounts of the items add up to the store's (R33): where the store's amount is the ERP's and the items' are the
 * platform's, that is one against the other. Visitors are persons and are never added up. A day of which something is missing is not
 * compared, and says what.
 */
final class ReportedReconciliation {
    static final ReportPart PART = new ReportPart(ReportPart.RECONCILIATION, ReportedReconciliation::fill);

    /**
     * What a day comes to.
     *
     * @param date the date in the store's zone
     * @param store the store's paid amount; empty if it is missing
     * @param items that of the items together; empty if one is missing
     * @param lacking why they are not compared; empty if they are
     */
    private record Day(LocalDate date, OptionalLong store, OptionalLong items, Optional<String> lacking) {
        long difference() {
            return store.orElseThrow() - items.orElseThrow();
        }
    }

    private ReportedReconciliation() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<Day> days = DayBooks.load(context, scope.dates(context)).stream()
                .map(book -> book.asOf(scope.asOf()))
                .filter(book -> !book.readings().isEmpty() && !items(book).isEmpty())
                .map(book -> day(context, book))
                .toList();
        List<Day> compared =
                days.stream().filter(day -> day.lacking().isEmpty()).toList();
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language())
                .add(WeekWords.DAYS_COMPARED, compared.size())
                .add(
                        WeekWords.DAYS_DIFFERING,
                        compared.stream().filter(day -> day.difference() != 0).count());
        compared.forEach(
                day -> draft.add(WeekWords.STORE_AMOUNT_MINOR, day.date().toString(), money(context, day.store())));
        compared.forEach(
                day -> draft.add(WeekWords.ITEMS_AMOUNT_MINOR, day.date().toString(), money(context, day.items())));
        compared.forEach(day -> draft.add(
                WeekWords.AMOUNT_DIFFERENCE_MINOR,
                day.date().toString(),
                money(context, OptionalLong.of(day.difference()))));
        days.forEach(day -> day.lacking()
                .ifPresent(why -> draft.add(WeekWords.NOT_COMPARED, day.date().toString(), Cell.of(why))));
        return draft.filled(!days.isEmpty());
    }

    private static List<SubjectDay> items(DayBook book) {
        return book.subjectDays().stream()
                .filter(day -> day.subject().kind() == SubjectKind.ITEM)
                .toList();
    }

    /** Amounts of the day up to different slots are no amounts of one time. */
    private static Day day(Context context, DayBook book) {
        List<SubjectDay> items = items(book);
        Optional<SubjectDay> store = Sales.storeDay(book);
        OptionalLong amount = store.map(day -> day.totals().find(Metric.AMOUNT)).orElse(OptionalLong.empty());
        int upTo = store.map(SubjectDay::lastSlot).orElse(0);
        long silent = items.stream()
                .filter(item -> item.lastSlot() != upTo
                        || item.totals().find(Metric.AMOUNT).isEmpty())
                .count();
        Optional<String> lacking = Optional.empty();
        if (amount.isEmpty()) {
            lacking = Optional.of(
                    WeekWords.STORE_AMOUNT_MISSING.in(context.store().language()));
        } else if (silent > 0) {
            lacking = Optional.of(
                    WeekWords.ITEM_AMOUNTS_MISSING.in(context.store().language()) + " " + silent + "/" + items.size());
        }
        return new Day(
                book.day().date(),
                amount,
                silent > 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(items.stream()
                                .mapToLong(item -> item.totals().get(Metric.AMOUNT))
                                .reduce(0, Sales::atMostALong)),
                lacking);
    }

    private static Cell money(Context context, OptionalLong minor) {
        return new Cell.Amount(
                Money.ofMinor(minor.orElseThrow(), context.store().currency()));
    }
}
