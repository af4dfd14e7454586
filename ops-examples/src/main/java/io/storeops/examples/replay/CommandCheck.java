package io.storeops.examples.replay;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what came of a command with what its line expects. */
final class CommandCheck {
    private static final String FILE = "events.jsonl";

    /** Arguments that say what has to come out as well. */
    private static final Set<String> TELLING_ARGUMENTS = Set.of("version", "reason");

    private CommandCheck() {}

    /**
     * What differs.
     *
     * @param command the command
     * @param outcome what came of it
     * @return the differences; empty if everything is as expected
     */
    static List<Difference> differences(Command command, Map<String, Json> outcome) {
        String row = "seq " + command.seq() + " " + command.name();
        List<Difference> differences = new ArrayList<>();
        boolean done = Json.of("OK").equals(outcome.get("result"));
        if (done) {
            for (String name : TELLING_ARGUMENTS) {
                command.args()
                        .findMember(name)
                        .ifPresent(place -> compare(row, name, place.value(), outcome, differences));
            }
        }
        for (String name : command.expect().names()) {
            Optional<JsonReader> expected = command.expect().findMember(name);
            if (expected.isPresent()) {
                compare(row, name, expected.get().value(), outcome, differences);
            } else if (name.equals("code")) {
                compare(row, name, Json.ofNull(), outcome, differences);
            }
        }
        return differences;
    }

    private static void compare(
            String row, String name, Json expected, Map<String, Json> outcome, List<Difference> differences) {
        Json found = outcome.get(name);
        if (found == null) {
            differences.add(new Difference(FILE, row, name, text(expected), "no such value"));
        } else if (!found.equals(expected)) {
            differences.add(new Difference(FILE, row, name, text(expected), text(found)));
        }
    }

    private static String text(Json value) {
        return value instanceof Json.Text text ? text.value() : value.canonical();
    }
}
