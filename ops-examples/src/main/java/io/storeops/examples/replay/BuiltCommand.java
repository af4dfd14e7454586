package io.storeops.examples.replay;

import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.json.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How a command of a scenario is carried out.
 *
 * @param target names the object of a command, as {@code refusals.csv} does
 * @param telling the arguments that say what has to come out as well, if it is done
 * @param how carries a command out and tells the values that it shows, under the names of {@code expect}; empty if the command is
 *     about something, or asks for something, that is not built
 */
record BuiltCommand(
        Function<Command, String> target, Set<String> telling, Function<Command, Optional<Map<String, Json>>> how) {
    BuiltCommand(Function<Command, String> target, Function<Command, Optional<Map<String, Json>>> how) {
        this(target, Set.of(), how);
    }

    /** A command whose object stands in an argument, and that is carried out whatever it asks for. */
    static BuiltCommand on(String argument, Function<Command, Map<String, Json>> how) {
        return new BuiltCommand(command -> command.args().text(argument), command -> Optional.of(how.apply(command)));
    }

    /** The same, with arguments that say what has to come out as well. */
    BuiltCommand telling(String... arguments) {
        return new BuiltCommand(target, Set.of(arguments), how);
    }

    /**
     * What comes of something that the library may deny or refuse; what stands afterwards is asked only then. What was done has a
     * remark as its code, or null.
     */
    static Map<String, Json> shown(Supplier<Map<String, ?>> done, Supplier<Map<String, ?>> afterwards) {
        try {
            return shown("OK", Optional.empty(), done.get());
        } catch (DeniedException e) {
            return shown("DENIED", Optional.of(e.code()), afterwards.get());
        } catch (RefusedException e) {
            Map<String, Object> standing = new TreeMap<>(afterwards.get());
            if (!e.refusal().missing().isEmpty()) {
                standing.putIfAbsent("missing", e.refusal().missing());
            }
            return shown("REFUSED", Optional.of(e.refusal().code()), standing);
        }
    }

    private static Map<String, Json> shown(String result, Optional<String> code, Map<String, ?> values) {
        Map<String, Json> shown = new TreeMap<>();
        values.forEach((name, value) -> shown.put(name, Notation.json(value)));
        shown.put("result", Json.of(result));
        shown.merge("code", Notation.json(code), (remark, none) -> code.isPresent() ? none : remark);
        return shown;
    }
}
