package io.storeops.weeklyreport;

import static java.util.Objects.requireNonNull;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.calendar.IsoWeek;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.report.ReportScope;
import io.storeops.report.ReportSection;
import io.storeops.task.FedBack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * K5.1 and K5.2 (domain section 5): reports of the weeks that end in a period, and the tasks that are due in it. A report counts once it
 * is submitted, or its due instant has come; it is charged to the person who owes it.
 */
final class FeedbackKpis {
    static final List<Measure> MEASURES = Stream.of(Kpi.K5_1, Kpi.K5_2)
            .map(kpi -> new Measure(kpi, (context, period) -> charged(kpi, context, period, Optional.empty())))
            .toList();

    /**
     * A report that is submitted at this instant, and so counts already.
     *
     * @param scope the week and the person; as of the instant of the submission
     * @param filled how many of its sections are filled
     */
    record Self(ReportScope scope, int filled) {
        Self {
            requireNonNull(scope, "scope");
        }

        boolean is(OwedReport owed) {
            return owed.week().equals(scope.week()) && owed.person().equals(scope.person());
        }
    }

    /** What a report has to show for itself. */
    private record Shown(OwedReport owed, int filled, int required, boolean inTime) {}

    private FeedbackKpis() {}

    /** How a measure counts while a report is being submitted: these two count the report too. */
    static Measure.Count counting(Measure measure, Optional<Self> self) {
        return self.isPresent() && (measure.kpi() == Kpi.K5_1 || measure.kpi() == Kpi.K5_2)
                ? (context, period) -> charged(measure.kpi(), context, period, self)
                : measure.count();
    }

    private static Charged charged(Kpi kpi, Context context, Measure.Period period, Optional<Self> self) {
        Instant from = period.begins(context.store().zone());
        Instant to = period.ends(context.store().zone());
        List<Charged.Item> items = new ArrayList<>();
        reports(context, period, self)
                .forEach(shown -> items.addAll(kpi == Kpi.K5_1 ? sections(shown) : List.of(report(shown))));
        items.addAll(
                kpi == Kpi.K5_1
                        ? FedBack.complete(context, from, to, period.asOf())
                        : FedBack.inTime(context, from, to, period.asOf()));
        return new Charged(items, Charges.asOf(context, period.asOf()));
    }

    private static List<Charged.Item> sections(Shown shown) {
        return List.of(Charged.Item.of(
                ReportBook.target(shown.owed().week(), shown.owed().person()),
                Ratio.of(shown.filled(), shown.required()),
                0,
                List.of(shown.owed().person()),
                shown.owed().dueAt()));
    }

    private static Charged.Item report(Shown shown) {
        return Charged.Item.of(
                ReportBook.target(shown.owed().week(), shown.owed().person()),
                shown.inTime(),
                List.of(shown.owed().person()),
                shown.owed().dueAt());
    }

    private static Stream<Shown> reports(Context context, Measure.Period period, Optional<Self> self) {
        return weeks(period)
                .flatMap(week -> OwedReport.of(context, week).stream())
                .flatMap(owed -> shown(context, owed, period.asOf(), self).stream());
    }

    /** The weeks whose Sunday lies in the period. */
    private static Stream<IsoWeek> weeks(Measure.Period period) {
        LocalDate sunday = IsoWeek.of(period.from()).sunday();
        return Stream.iterate(sunday, date -> !date.isAfter(period.to()), date -> date.plusWeeks(1))
                .map(IsoWeek::of);
    }

    private static Optional<Shown> shown(Context context, OwedReport owed, Instant asOf, Optional<Self> self) {
        ActorId person = owed.person();
        List<WeeklyReport> submitted = ReportBook.versions(context, owed.week(), person).stream()
                .filter(version ->
                        version.submittedAt().filter(at -> !at.isAfter(asOf)).isPresent())
                .toList();
        int required = ReportContents.sections(context, owed.week()).size();
        Optional<Integer> filled = self.filter(now -> now.is(owed))
                .map(Self::filled)
                .or(() -> submitted.stream().reduce((one, later) -> later).map(FeedbackKpis::filled));
        boolean inTime = submitted.stream()
                .findFirst()
                .flatMap(WeeklyReport::submittedAt)
                .or(() -> self.filter(now -> now.is(owed)).map(now -> asOf))
                .filter(at -> !at.isAfter(owed.dueAt()))
                .isPresent();
        return filled.isPresent() || !asOf.isBefore(owed.dueAt())
                ? Optional.of(new Shown(owed, Math.min(filled.orElse(0), required), required, inTime))
                : Optional.empty();
    }

    private static int filled(WeeklyReport report) {
        return (int) report.sections().stream().filter(ReportSection::filled).count();
    }
}
