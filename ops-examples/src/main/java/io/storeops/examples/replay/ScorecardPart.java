package io.storeops.examples.replay;

import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import io.storeops.scorecard.ScoreLine;
import io.storeops.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The key figures of the scenario's period: of the store, as in K1.4, without what is excused, as in EXCUSED:K1.4, and of each person, as
 * in K1.4@op-1.
 *
 * @param stage where the scenario is acted out
 */
record ScorecardPart(Stage stage) implements ReplayPart {
    private static final String EXCUSED = "EXCUSED:";

    private record Row(ActorId person, String id, Ratio ratio) {}

    @Override
    public Map<String, Ratio> measures() {
        Map<String, Ratio> measures = new LinkedHashMap<>();
        Scorecard store = stage.source()
                .scorecards()
                .of(stage.store(), stage.scenario().from(), stage.scenario().to(), stage.now());
        for (ScoreLine line : store.lines()) {
            measures.put(line.kpi().id(), line.raw());
            measures.put(EXCUSED + line.kpi().id(), line.excused());
        }
        rows().forEach(row -> measures.put(row.id() + "@" + row.person(), row.ratio()));
        return measures;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (ActorId person : people()) {
            Scorecard own = stage.source()
                    .scorecards()
                    .of(
                            stage.store(),
                            person,
                            stage.scenario().from(),
                            stage.scenario().to(),
                            stage.now());
            own.lines().forEach(line -> rows.add(new Row(person, line.kpi().id(), line.raw())));
            own.lines()
                    .forEach(line ->
                            rows.add(new Row(person, EXCUSED + line.kpi().id(), line.excused())));
        }
        return rows;
    }

    private List<ActorId> people() {
        return stage.scenario().enrolment().assignments().stream()
                .map(assignment -> assignment.actor())
                .distinct()
                .toList();
    }

    @Override
    public List<ResultTable> tables() {
        List<Row> rows = rows();
        return List.of(new TableLayout<Row>("kpi-person.csv", stage.notation())
                .key("person", Row::person)
                .key("id", Row::id)
                .column("n", row -> row.ratio().n())
                .column("d", row -> row.ratio().d())
                .column("percent", row -> row.ratio().text("N/A"))
                .table(rows)
                .scoped(ResultTable.Scope.naming(
                        "person", rows.stream().map(row -> row.person().value()).collect(Collectors.toSet()))));
    }
}
