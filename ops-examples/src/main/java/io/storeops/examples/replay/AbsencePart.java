package io.storeops.examples.replay;

import io.storeops.absence.Absence;
import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.kpi.Ratio;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * RECORD_ABSENCE, and duty 1's measure of each operator, as in K1.4@op-1.
 *
 * @param stage where the scenario is acted out
 */
record AbsencePart(Stage stage) implements ReplayPart {
    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of("RECORD_ABSENCE", BuiltCommand.on("person", this::absence));
    }

    private Map<String, Json> absence(Command command) {
        return BuiltCommand.shown(
                () -> {
                    stage.deskOf(command)
                            .absences()
                            .record(
                                    stage.store(),
                                    ActorId.of(command.args().text("person")),
                                    command.instant("from").orElseThrow(),
                                    command.instant("to").orElseThrow(),
                                    command.args().text("reason"));
                    return Map.of("state", Optional.empty());
                },
                () -> Map.of("state", Optional.empty()));
    }

    @Override
    public Map<String, Ratio> measures() {
        Scenario scenario = stage.scenario();
        List<ActorId> absent = stage.source().absences().all(stage.store()).stream()
                .map(Absence::person)
                .toList();
        Map<String, Ratio> measures = new LinkedHashMap<>();
        for (ActorId person : operators()) {
            String name = "K1.4@" + person;
            measures.put(
                    name,
                    stage.source()
                            .reporting()
                            .timelinessOf(stage.store(), person, scenario.from(), scenario.to(), stage.now())
                            .ratio());
            if (absent.contains(person)) {
                measures.put(
                        "EXCUSED:" + name,
                        stage.source()
                                .reporting()
                                .excusedTimelinessOf(stage.store(), person, scenario.from(), scenario.to(), stage.now())
                                .ratio());
            }
        }
        return measures;
    }

    private List<ActorId> operators() {
        return stage.scenario().enrolment().assignments().stream()
                .filter(assignment -> assignment.role().equals(Role.OPERATOR))
                .map(Assignment::actor)
                .distinct()
                .toList();
    }
}
