package io.storeops.position;

import io.storeops.authority.Role;
import io.storeops.calendar.WorkingHours;
import io.storeops.json.Json;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws the rules of a roster, each there or not. */
record AnyRules(RosterLawsTest.Any any) {
    Rules rules(List<Role> roles, List<String> categories) {
        return new Rules(
                new Baselines(
                        any.maybe(any.decimal()),
                        any.maybe(any.decimal()),
                        any.maybe(any.decimal()),
                        any.maybe(1L + any.random().nextInt(100)),
                        any.maybe(any.decimal()),
                        any.maybe(any.decimal()),
                        any.maybe(any.duration())),
                sla(),
                new WorkingCalendar(hours(), new TreeMap<>(RosterLawsTest.Any.each(any.some(roles), role -> hours()))),
                new MaintenanceRules(
                        any.some(List.of("1", "L-2", "线")).stream()
                                .map(id -> new MaintenanceRules.Line(id, any.oneOf(categories), any.maybe("f " + id)))
                                .toList(),
                        new MaintenanceRules.Feed(any.duration(), share()),
                        new MaintenanceRules.Stock(any.random().nextInt(9), any.duration()),
                        new MaintenanceRules.Writes(any.decimal(), any.duration(), any.duration()),
                        new MaintenanceRules.MassBreaker(any.random().nextInt(99), share()),
                        any.duration(),
                        1 + any.random().nextInt(9),
                        health(categories)),
                activities(),
                detection(),
                new Rules.FigureRules(
                        any.oneOf(List.of(Rules.TargetBasis.values())),
                        any.random().nextInt(99),
                        new TreeMap<>(RosterLawsTest.Any.each(
                                any.some(List.copyOf(Rules.FigureRules.METRICS)), metric -> "ERP"))),
                new Rules.EvidenceLimits(
                        1 + any.random().nextInt(9999),
                        Set.copyOf(any.some(Rules.EvidenceLimits.DEFAULT.contentTypes()))));
    }

    private HealthRules health(List<String> categories) {
        return new HealthRules(any.some(List.of("ONE", "OTHER")).stream()
                .map(metric -> indicator(any.oneOf(categories), metric))
                .toList());
    }

    private HealthRules.Indicator indicator(String category, String metric) {
        HealthRules.Kind kind = any.oneOf(List.of(HealthRules.Kind.values()));
        boolean own = any.random().nextBoolean();
        return new HealthRules.Indicator(
                category,
                Optional.of(metric),
                new HealthRules.Name("名 " + metric, "name " + metric),
                kind,
                new HealthRules.Threshold(
                        kind == HealthRules.Kind.SPEND
                                ? HealthRules.Direction.ABOVE
                                : any.oneOf(List.of(HealthRules.Direction.values())),
                        own ? Optional.empty() : any.maybe(any.oneOf(HealthRules.Threshold.BASELINES)),
                        own ? any.maybe(any.decimal()) : Optional.empty(),
                        any.maybe(any.decimal())),
                new HealthRules.Counting(
                        any.maybe("COUNTED"),
                        any.maybe(
                                Period.of(any.random().nextInt(3), any.random().nextInt(9), 1)),
                        1 + any.random().nextInt(99),
                        any.random().nextInt(13)));
    }

    private Sla sla() {
        List<Sla.Key> keys = List.of(Sla.Key.values());
        return new Sla(
                new TreeMap<>(RosterLawsTest.Any.each(any.some(keys), key -> any.duration())),
                new TreeMap<>(RosterLawsTest.Any.each(
                        any.some(keys),
                        key -> new TreeMap<>(RosterLawsTest.Any.each(
                                any.some(List.of("HIGH", "LOW", "L2")), severity -> any.duration())))));
    }

    private WorkingHours hours() {
        TreeMap<DayOfWeek, List<WorkingHours.Span>> spans =
                new TreeMap<>(RosterLawsTest.Any.each(any.some(List.of(DayOfWeek.values())), day -> spans()));
        spans.put(DayOfWeek.MONDAY, List.of(new WorkingHours.Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        TreeSet<LocalDate> holidays = new TreeSet<>(dates());
        TreeMap<LocalDate, DayOfWeek> makeUp =
                new TreeMap<>(RosterLawsTest.Any.each(dates(), date -> any.oneOf(List.of(DayOfWeek.values()))));
        makeUp.keySet().removeAll(holidays);
        return new WorkingHours(spans, holidays, makeUp);
    }

    private List<LocalDate> dates() {
        LocalDate first = LocalDate.of(2024, 10, 1);
        return any.some(List.of(first, first.plusDays(1), first.plusDays(11), first.plusYears(8000)));
    }

    private List<WorkingHours.Span> spans() {
        List<LocalTime> ends = new ArrayList<>(new TreeSet<>(List.of(any.time(), any.time(), any.time(), any.time())));
        List<WorkingHours.Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 1 + any.random().nextInt(2)) {
            spans.add(new WorkingHours.Span(ends.get(i), ends.get(i + 1)));
        }
        return spans;
    }

    private ActivityRules activities() {
        List<ActivityRules.Level> order = new ArrayList<>(List.of(ActivityRules.Level.values()));
        Collections.shuffle(order, any.random());
        List<ActivityRules.Kind> kinds = List.of(ActivityRules.Kind.values());
        return new ActivityRules(
                order,
                any.oneOf(List.of(ActivityRules.FloorDecision.values())),
                1 + any.random().nextInt(9),
                any.some(kinds).stream()
                        .map(kind ->
                                new ActivityRules.Overlap(kind, any.oneOf(List.of(kind, ActivityRules.Kind.DAILY))))
                        .distinct()
                        .toList(),
                any.maybe(1L + any.random().nextInt(99)),
                days(1),
                any.duration(),
                new TreeMap<>(RosterLawsTest.Any.each(any.some(kinds), kind -> any.some(List.of("PRICE", "PAGE")))),
                any.maybe(
                        Json.object(Map.of("codesPerOrder", Json.of(any.random().nextInt(3))))));
    }

    private DetectionRules detection() {
        return new DetectionRules(
                days(2),
                new DetectionRules.Forecast(positive(), positive(), positive(), positive(), share(), share()),
                new DetectionRules.Orders(positive(), positive(), positive(), positive(), positive(), days(1)),
                new DetectionRules.Drift(positive(), days(7), days(7), share()),
                new DetectionRules.Refunds(positive(), positive(), days(2)),
                new DetectionRules.Prices(days(2), days(2), share(), positive(), positive()),
                new DetectionRules.Stockouts(positive(), days(1), positive(), days(1)));
    }

    private long days(int least) {
        return least + any.random().nextInt(1001 - least);
    }

    private BigDecimal positive() {
        return any.decimal().add(BigDecimal.valueOf(1, 6));
    }

    private BigDecimal share() {
        return BigDecimal.valueOf(any.random().nextInt(101), 2);
    }
}
