package io.storeops.examples.replay;

import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * RECORD_ABSENCE.
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
}
