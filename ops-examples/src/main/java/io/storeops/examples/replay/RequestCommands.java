package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.maintenance.DecisionRequest;
import io.storeops.maintenance.Maintenance;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What is put before the manager: REQUEST_DECISION and DECIDE.
 *
 * @param stage where the scenario is acted out
 */
record RequestCommands(Stage stage) {
    private static final String REQUEST = "request";

    Map<String, BuiltCommand> all() {
        return Map.of(
                "REQUEST_DECISION",
                BuiltCommand.on(REQUEST, command -> shown(command, this::request)),
                "DECIDE",
                BuiltCommand.on(
                        REQUEST,
                        command -> shown(
                                command,
                                (duty, decided) -> duty.decideOrders(
                                        stage.store(),
                                        id(decided),
                                        decided.args().text("decision")))));
    }

    private static String id(Command command) {
        return command.args().text(REQUEST);
    }

    private DecisionRequest request(Maintenance duty, Command command) {
        String about = command.args().text("about");
        return command.args().text("kind").equals("EXTENSION")
                ? duty.requestExtension(
                        stage.store(),
                        id(command),
                        about,
                        command.instant("new_end").orElseThrow())
                : duty.requestOrders(
                        stage.store(),
                        id(command),
                        about,
                        command.args().elements("orders").stream()
                                .map(JsonReader::text)
                                .toList());
    }

    private Map<String, Json> shown(Command command, BiFunction<Maintenance, Command, DecisionRequest> act) {
        return BuiltCommand.shown(
                () -> state(Optional.of(act.apply(stage.deskOf(command).maintenance(), command))),
                () -> state(stage.source().maintenance().findRequest(stage.store(), id(command))));
    }

    private static Map<String, ?> state(Optional<DecisionRequest> request) {
        return Map.of("state", request.map(known -> known.open() ? "OPEN" : "DECIDED"));
    }
}
