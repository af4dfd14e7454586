package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.json.Json;
import java.util.List;
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
    BuiltCommand {
        requireNonNull(target, "target");
        telling = Set.copyOf(telling);
        requireNonNull(how, "how");
    }

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
     * What comes of something that the library may deny or refuse; what stands afterwards is asked only then. Where nothing is to be
     * remarked of what was done, its code is null.
     */
    static Map<String, Json> shown(Supplier<Map<String, Json>> done, Supplier<Map<String, Json>> afterwards) {
        Map<String, Json> shown = new TreeMap<>();
        try {
            shown.put("code", Json.ofNull());
            shown.putAll(done.get());
            shown.put("result", Json.of("OK"));
        } catch (DeniedException e) {
            shown.putAll(afterwards.get());
            shown.put("result", Json.of("DENIED"));
            shown.put("code", Json.of(e.code()));
        } catch (RefusedException e) {
            shown.putAll(afterwards.get());
            shown.put("result", Json.of("REFUSED"));
            shown.put("code", Json.of(e.refusal().code()));
        }
        return shown;
    }

    /** Texts as a value that a command shows. */
    static Json texts(List<String> texts) {
        return Json.array(texts.stream().map(Json::of).toList());
    }
}
