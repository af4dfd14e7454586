package io.storeops.examples.replay;

import io.storeops.act.DeniedException;
import io.storeops.act.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Carries out some of the commands of a scenario. */
interface ScenarioCommand {
    /** The names of the commands that it carries out. */
    Set<String> names();

    /**
     * Carries a command out.
     *
     * @param command the command
     * @param operator whose desk looks at the state after a refusal
     * @return what came of it, under the names of the scenario's {@code expect} and of its arguments; empty if part of what the
     *     line expects is not built
     */
    Map<String, Json> perform(Command command, ActorId operator);

    /** What came of something that the library may deny or refuse; the state afterwards is asked only then. */
    static Map<String, Json> outcome(Supplier<Map<String, Json>> done, Supplier<Json> stateAfter) {
        Map<String, Json> outcome = new TreeMap<>();
        try {
            outcome.putAll(done.get());
            outcome.put("result", Json.of("OK"));
            outcome.put("code", Json.ofNull());
        } catch (DeniedException e) {
            outcome.put("result", Json.of("DENIED"));
            outcome.put("code", Json.of(e.code()));
            outcome.put("state", stateAfter.get());
        } catch (RefusedException e) {
            outcome.put("result", Json.of("REFUSED"));
            outcome.put("code", Json.of(e.refusal().code()));
            outcome.put("state", stateAfter.get());
        }
        return outcome;
    }
}
