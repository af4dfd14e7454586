package io.storeops.examples.replay;

import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a replay: the only list of what is built. A duty is added by one line.
 *
 * @param parts the parts
 * @param operators whose measures are given apart
 * @param notation how values are written
 */
record ReplayParts(List<ReplayPart> parts, List<ActorId> operators, Notation notation) {
    static ReplayParts on(Stage stage) {
        List<ReplayPart> parts = new ArrayList<>(List.of(
                new ReportingPart(stage),
                new PricePart(stage),
                ListingPart.on(stage),
                new MaintenancePart(stage),
                new InspectionPart(stage),
                new TaskPart(stage),
                new StepPart(stage),
                new ListingTaskPart(stage),
                new PlanPart(stage),
                new FeedbackPart(stage),
                new NoticePart(stage),
                new TicketPart(stage),
                new RequirementPart(stage),
                new HandOverPart(stage),
                new AbsencePart(stage),
                VettingPart.on(stage),
                new ActivityPart(stage),
                new PostPart(stage),
                new WeeklyReportPart(stage),
                new ScorecardPart(stage),
                new WorldPart(stage)));
        parts.add(new AgendaPart(
                stage,
                parts.stream().flatMap(part -> part.overdueCodes().stream()).toList(),
                List.copyOf(parts)));
        return new ReplayParts(parts, stage.scenario().operators(), stage.notation());
    }

    /** How the parts carry out a command of a name; empty if none does. */
    List<BuiltCommand> commands(String name) {
        return parts.stream()
                .flatMap(part -> Optional.ofNullable(part.commands().get(name)).stream())
                .toList();
    }

    Set<String> commands() {
        return parts.stream().flatMap(part -> part.commands().keySet().stream()).collect(Collectors.toSet());
    }

    void take(Arrival arrival) {
        parts.forEach(part -> part.take(arrival));
    }

    /** Every table that a part makes, with the measures of all parts in one. */
    List<ResultTable> tables() {
        List<ResultTable> tables = new ArrayList<>();
        Map<String, Ratio> measures = new LinkedHashMap<>();
        parts.forEach(part -> {
            tables.addAll(part.tables());
            measures.putAll(part.measures());
        });
        tables.add(table(measures));
        tables.add(personal());
        return tables;
    }

    private record Line(ActorId person, String id, Ratio ratio) {}

    /** The measures of each operator: first all as they are, then without what is excused. */
    private ResultTable personal() {
        List<Line> lines = new ArrayList<>();
        for (ActorId person : operators) {
            parts.stream()
                    .flatMap(part -> part.measuresOf(person).entrySet().stream())
                    .map(measure -> new Line(person, measure.getKey(), measure.getValue()))
                    .sorted(Comparator.comparing((Line line) -> line.id().indexOf(':'))
                            .thenComparing(Line::id))
                    .forEach(lines::add);
        }
        return new TableLayout<Line>("kpi-person.csv", notation)
                .key("person", Line::person)
                .key("id", Line::id)
                .column("n", line -> line.ratio().n())
                .column("d", line -> line.ratio().d())
                .column("percent", line -> line.ratio().text("N/A"))
                .table(lines)
                .scoped(ResultTable.Scope.naming(
                        "id", lines.stream().map(Line::id).collect(Collectors.toSet())));
    }

    private ResultTable table(Map<String, Ratio> measures) {
        return new TableLayout<Map.Entry<String, Ratio>>("kpi.csv", notation)
                .key("id", Map.Entry::getKey)
                .column("n", measure -> measure.getValue().n())
                .column("d", measure -> measure.getValue().d())
                .column("percent", measure -> measure.getValue().text("N/A"))
                .table(List.copyOf(measures.entrySet()))
                .scoped(ResultTable.Scope.naming("id", measures.keySet()));
    }
}
