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

    private CommandCheck() {}

    /**
     * What differs. A state of null is not asked for; every other value is, null too.
     *
     * @param command the command
     * @param telling the arguments that say what has to come out as well, if it is done
     * @param shown what came of it
     * @return the differences; empty if everything is as expected
     */
    static List<Difference> differences(Command command, Set<String> telling, Map<String, Json> shown) {
        List<Difference> differences = new ArrayList<>();
        if (Json.of("OK").equals(shown.get("result"))) {
            for (String name : telling) {
                command.args()
                        .findMember(name)
                        .ifPresent(place -> compare(command, name, place.value(), shown, differences));
            }
        }
        for (String name : command.expect().names()) {
            Optional<JsonReader> expected = command.expect().findMember(name);
            if (expected.isPresent() || !name.equals("state")) {
                compare(command, name, expected.map(JsonReader::value).orElseGet(Json::ofNull), shown, differences);
            }
        }
        return differences;
    }

    private static void compare(
            Command command, String name, Json expected, Map<String, Json> shown, List<Difference> differences) {
        Json found = shown.get(name);
        if (found == null || !same(expected, found)) {
            differences.add(new Difference(
                    FILE,
                    "seq " + command.seq() + " " + command.name(),
                    name,
                    text(expected),
                    found == null ? "no such value" : text(found)));
        }
    }

    /** Lists are compared as sets. */
    private static boolean same(Json expected, Json found) {
        if (!(expected instanceof Json.Arr wanted) || !(found instanceof Json.Arr given)) {
            return expected.equals(found);
        }
        List<Json> left = new ArrayList<>(given.elements());
        for (Json element : wanted.elements()) {
            Optional<Json> match =
                    left.stream().filter(other -> shows(element, other)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return left.isEmpty();
    }

    /** A list of objects is a table: the members of an expected one are the columns that are asked for. */
    private static boolean shows(Json expected, Json found) {
        if (!(expected instanceof Json.Obj wanted) || !(found instanceof Json.Obj given)) {
            return expected.equals(found);
        }
        return wanted.members().entrySet().stream()
                .allMatch(member -> member.getValue().equals(given.members().get(member.getKey())));
    }

    private static String text(Json value) {
        return value instanceof Json.Text text ? text.value() : value.canonical();
    }
}
