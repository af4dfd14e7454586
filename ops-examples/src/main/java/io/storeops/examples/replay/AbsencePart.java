package io.storeops.examples.replay;

import io.storeops.absence.Absence;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * RECORD_ABSENCE, and the measures of each operator, as in K1.4@op-1.
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
        Set<ActorId> absent = stage.source().absences().all(stage.store()).stream()
                .map(Absence::person)
                .collect(Collectors.toSet());
        Map<String, Ratio> measures = new LinkedHashMap<>();
        for (ActorId person : stage.scenario().operators()) {
            scores(person).forEach(score -> measures.put(score.kpi().id() + "@" + person, score.ratio()));
            if (absent.contains(person)) {
                excused(person)
                        .forEach(score -> measures.put("EXCUSED:" + score.kpi().id() + "@" + person, score.ratio()));
            }
        }
        return measures;
    }

    private List<Score> scores(ActorId person) {
        Scenario scenario = stage.scenario();
        return Stream.concat(
                        Stream.of(stage.source()
                                .reporting()
                                .timelinessOf(stage.store(), person, scenario.from(), scenario.to(), stage.now())),
                        stage
                                .source()
                                .maintenance()
                                .scoresOf(stage.store(), person, scenario.from(), scenario.to())
                                .stream())
                .toList();
    }

    private List<Score> excused(ActorId person) {
        Scenario scenario = stage.scenario();
        return Stream.concat(
                        Stream.of(stage.source()
                                .reporting()
                                .excusedTimelinessOf(
                                        stage.store(), person, scenario.from(), scenario.to(), stage.now())),
                        stage
                                .source()
                                .maintenance()
                                .excusedScoresOf(stage.store(), person, scenario.from(), scenario.to())
                                .stream())
                .toList();
    }
}
