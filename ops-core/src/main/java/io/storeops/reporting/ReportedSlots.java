package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Money;
import io.storeops.document.Cell;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.report.Coverage;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import io.storeops.report.ReportWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The slots of a week for the weekly report: how many there are, the best and the weakest, what was restated or sent late (R78). */
final class ReportedSlots {
    static final ReportPart PART = new ReportPart(ReportPart.SLOT_DATA, ReportedSlots::fill);

    /** An amount of a slot or a day. */
    private record Amount(String of, long minor) {}

    private ReportedSlots() {}

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<DayBook> books = DayBooks.load(context, scope.dates(context)).stream()
                .map(book -> book.asOf(scope.asOf()))
                .toList();
        Coverage coverage = books.stream().map(ReportedSlots::coverage).reduce(Coverage.NONE, Coverage::and);
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language())
                .add(WeekWords.SLOTS_PRESENT, coverage.present())
                .add(WeekWords.SLOTS_DUE, coverage.due());
        extremes(context, draft, slots(books), WeekWords.BEST_SLOT, WeekWords.BEST_SLOT_AMOUNT_MINOR, true);
        extremes(context, draft, slots(books), WeekWords.WEAKEST_SLOT, WeekWords.WEAKEST_SLOT_AMOUNT_MINOR, false);
        extremes(context, draft, days(books), WeekWords.BEST_DAY, WeekWords.BEST_DAY_AMOUNT_MINOR, true);
        extremes(context, draft, days(books), WeekWords.WEAKEST_DAY, WeekWords.WEAKEST_DAY_AMOUNT_MINOR, false);
        draft.add(
                        WeekWords.RESTATEMENTS,
                        books.stream().mapToLong(ReportedSlots::restated).sum())
                .add(
                        WeekWords.LATE_RELEASES,
                        books.stream().mapToLong(ReportedSlots::late).sum());
        reconciled(context, books, draft);
        return draft.filled(coverage.present() > 0, coverage);
    }

    /** The slots of which the store has a reading, of all. */
    private static Coverage coverage(DayBook book) {
        long present = book.readings().stream()
                .filter(version -> version.reading().subject().kind() == SubjectKind.STORE)
                .map(version -> version.slot().number())
                .distinct()
                .count();
        return new Coverage(Math.toIntExact(present), book.day().plan().slots());
    }

    private static List<Amount> slots(List<DayBook> books) {
        List<Amount> amounts = new ArrayList<>();
        for (DayBook book : books) {
            LocalDate date = book.day().date();
            Sales.storeDay(book).ifPresent(day -> {
                for (int slot = 1; slot <= day.slots().size(); slot++) {
                    String of = SlotId.of(date, slot).toString();
                    day.slot(slot).find(Metric.AMOUNT).ifPresent(minor -> amounts.add(new Amount(of, minor)));
                }
            });
        }
        return amounts;
    }

    private static List<Amount> days(List<DayBook> books) {
        List<Amount> amounts = new ArrayList<>();
        for (DayBook book : books) {
            OptionalLong paid = total(Sales.storeDay(book), Metric.AMOUNT);
            paid.ifPresent(minor -> amounts.add(new Amount(book.day().date().toString(), minor)));
        }
        return amounts;
    }

    private static OptionalLong total(Optional<SubjectDay> day, Metric metric) {
        return day.map(SubjectDay::totals).map(totals -> totals.find(metric)).orElse(OptionalLong.empty());
    }

    /** The greatest or the least; of equal ones the earliest. */
    private static void extremes(
            Context context,
            ReportFilling.Draft draft,
            List<Amount> amounts,
            ReportWord which,
            ReportWord howMuch,
            boolean greatest) {
        Comparator<Amount> byAmount = Comparator.comparingLong(Amount::minor);
        amounts.stream()
                .min(greatest ? byAmount.reversed() : byAmount)
                .ifPresent(amount -> draft.add(which, Cell.of(amount.of()))
                        .add(
                                howMuch,
                                new Cell.Amount(Money.ofMinor(
                                        amount.minor(), context.store().currency()))));
    }

    private static long restated(DayBook book) {
        return book.readings().stream()
                .filter(version -> version.reading().reason().isPresent())
                .count();
    }

    /** First versions that a channel accepted, after their due instant. */
    private static long late(DayBook book) {
        return DataQuality.firstVersions(book).stream()
                .filter(entry -> book.acceptedAt(entry)
                        .filter(at -> at.isAfter(entry.dueAt()))
                        .isPresent())
                .count();
    }

    /** Amounts of items and the store agree, or by how much they do not; visitors are people and never agree (R33). */
    private static void reconciled(Context context, List<DayBook> books, ReportFilling.Draft draft) {
        List<SubjectDay> items = books.stream()
                .flatMap(book -> book.subjectDays().stream())
                .filter(day -> day.subject().kind() == SubjectKind.ITEM)
                .toList();
        if (items.isEmpty()) {
            return;
        }
        List<Optional<SubjectDay>> stores = books.stream().map(Sales::storeDay).toList();
        long difference = stores.stream()
                        .mapToLong(day -> total(day, Metric.AMOUNT).orElse(0))
                        .sum()
                - items.stream()
                        .mapToLong(day -> total(Optional.of(day), Metric.AMOUNT).orElse(0))
                        .sum();
        draft.add(
                        WeekWords.RECONCILIATION_DIFFERENCE_MINOR,
                        new Cell.Amount(
                                Money.ofMinor(difference, context.store().currency())))
                .add(
                        WeekWords.ITEM_VISITOR_SUM,
                        items.stream()
                                .mapToLong(day ->
                                        total(Optional.of(day), Metric.VISITORS).orElse(0))
                                .sum())
                .add(
                        WeekWords.STORE_VISITORS,
                        stores.stream()
                                .mapToLong(day -> total(day, Metric.VISITORS).orElse(0))
                                .sum());
    }
}
