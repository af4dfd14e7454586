package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.catalog.SalesTarget;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.position.Rules;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the store sold: one number for board, attainment, report and key figure (R14, D89). */
final class Sales {
    private Sales() {}

    /** What targets go by of a day, as known at an instant: the paid amount, or what is left after refunds where the roster says NET. */
    static OptionalLong of(Context context, LocalDate date, Instant asOf) {
        Rules.TargetBasis basis = context.rosterOn(date).figures().targetBasis();
        return storeDay(DayBooks.load(context, date).asOf(asOf))
                .map(SubjectDay::totals)
                .map(totals -> basis == Rules.TargetBasis.NET ? totals.net() : totals.find(Metric.AMOUNT))
                .orElse(OptionalLong.empty());
    }

    /** The store's own day; empty if its figures are not due. */
    static Optional<SubjectDay> storeDay(DayBook book) {
        return book.subjectDays().stream()
                .filter(day -> day.subject().kind() == SubjectKind.STORE)
                .findFirst();
    }

    /** What was sold from a date to another, as known at an instant; a day without readings, or with a gap in direct values, adds nothing. */
    static long sum(Context context, LocalDate from, LocalDate to, Instant asOf) {
        List<LocalDate> dates = from.datesUntil(to.plusDays(1)).toList();
        DayBooks.load(context, dates);
        return dates.stream()
                .mapToLong(date -> of(context, date, asOf).orElse(0))
                .reduce(0, Sales::atMostALong);
    }

    static long atMostALong(long sum, long more) {
        return sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
    }

    /** How far the target of a date is reached, as known at an instant; empty if the date has no target. */
    static Optional<Attainment> attainment(Context context, LocalDate date, Instant asOf) {
        Query<SalesTarget> latestFirst = Query.of(
                        SalesTarget.TABLE, context.store().id())
                .to(date.plusDays(1))
                .descendingOrder();
        try (Scan<Versioned<SalesTarget>> scan = context.rows().scan(latestFirst)) {
            while (scan.hasNext()) {
                SalesTarget target = scan.next().value();
                if (!date.isAfter(target.to())) {
                    return Optional.of(attainment(context, target, asOf));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The targets of a period: those that lie wholly in it; if there are none, that of its last date, whose own period it is shown for and
     * never cut to size (D63).
     */
    static List<Attainment> attainments(Context context, LocalDate from, LocalDate to, Instant asOf) {
        List<Attainment> within =
                context
                        .rows()
                        .all(Query.of(SalesTarget.TABLE, context.store().id())
                                .from(from)
                                .to(to.plusDays(1)))
                        .stream()
                        .filter(target -> !target.to().isAfter(to))
                        .map(target -> attainment(context, target, asOf))
                        .toList();
        return within.isEmpty() ? attainment(context, to, asOf).stream().toList() : within;
    }

    private static Attainment attainment(Context context, SalesTarget target, Instant asOf) {
        return new Attainment(target, sum(context, target.from(), target.to(), asOf));
    }
}
