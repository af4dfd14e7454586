package io.storeops.reporting;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.catalog.Money;
import io.storeops.catalog.SalesTarget;
import io.storeops.document.Cell;
import io.storeops.evidence.Target;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.report.ReportFilling;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportScope;
import java.time.LocalDate;
import java.util.List;

/** Sales against the target, for the weekly report and as the key figure T (R14, D63, D89). */
final class ReportedSales {
    static final ReportPart PART = new ReportPart(ReportPart.SALES_TARGET, ReportedSales::fill);

    /** Actual / target, both in minor units; nobody in particular is charged with it. */
    static final Measure MEASURE = new Measure(
            Kpi.TARGET,
            (context, period) -> new Charged(
                    Sales.attainments(context, period.from(), period.to(), period.asOf()).stream()
                            .map(reached -> item(context, reached))
                            .toList(),
                    Charges.asOf(context, period.asOf())));

    private ReportedSales() {}

    private static Charged.Item item(Context context, Attainment reached) {
        return Charged.Item.of(
                Target.of(SalesTarget.TABLE.name(), reached.target().from().toString()),
                reached.score().ratio(),
                0,
                List.of(),
                reached.target()
                        .to()
                        .plusDays(1)
                        .atStartOfDay(context.store().zone())
                        .toInstant());
    }

    private static ReportFilling fill(Context context, ReportScope scope) {
        List<LocalDate> dates = scope.dates(context);
        List<Attainment> reached =
                Sales.attainments(context, scope.week().monday(), scope.week().sunday(), scope.asOf());
        ReportFilling.Draft draft = new ReportFilling.Draft(context.store().language());
        if (!reached.isEmpty()) {
            Attainment last = reached.get(reached.size() - 1);
            long target = reached.stream()
                    .mapToLong(each -> each.target().amountMinor())
                    .sum();
            long actual = reached.stream().mapToLong(Attainment::actualMinor).sum();
            draft.add(
                            WeekWords.TARGET_FROM,
                            Cell.of(reached.get(0).target().from().toString()))
                    .add(WeekWords.TARGET_TO, Cell.of(last.target().to().toString()))
                    .add(WeekWords.TARGET_MINOR, money(context, target))
                    .add(WeekWords.ACTUAL_MINOR, money(context, actual))
                    .add(WeekWords.ATTAINMENT, new Cell.Share(ratio(actual, target)))
                    .add(
                            WeekWords.MET,
                            Cell.of((actual >= target ? WeekWords.YES : WeekWords.NO)
                                    .in(context.store().language())))
                    .add(WeekWords.GAP_MINOR, money(context, Math.max(0, target - actual)))
                    .add(WeekWords.SURPLUS_MINOR, money(context, Math.max(0, actual - target)));
        }
        boolean sold = dates.stream()
                .anyMatch(date -> Sales.of(context, date, scope.asOf()).isPresent());
        draft.add(
                WeekWords.WEEK_ACTUAL_MINOR,
                money(
                        context,
                        Sales.sum(context, scope.week().monday(), scope.week().sunday(), scope.asOf())));
        return draft.filled(sold || !reached.isEmpty());
    }

    private static Ratio ratio(long actual, long target) {
        return Ratio.of(actual, target);
    }

    private static Cell money(Context context, long minor) {
        return new Cell.Amount(Money.ofMinor(minor, context.store().currency()));
    }
}
