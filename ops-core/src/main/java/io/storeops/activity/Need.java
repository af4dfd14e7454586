package io.storeops.activity;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.requirement.OpenedRequirements;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an activity needs of a department or of somebody outside, as its preparation list has it (R73): it becomes a requirement once the
 * preparation begins. Immutable.
 *
 * @param id the requirement's id
 * @param party of whom, a department of the roster or an outside party (D58)
 * @param what what is needed; not blank
 * @param due by when, in whole microseconds
 * @param blocks the step that waits for it; empty if none does
 * @param required whether the activity depends on it (R75)
 */
public record Need(String id, String party, String what, Instant due, Optional<String> blocks, boolean required) {
    /**
     * Checks that it can be asked for.
     *
     * @throws IllegalArgumentException if an id breaks the rule of {@link io.storeops.id.IdText} or is too long, what is needed is blank, or
     *     the instant is finer than microseconds
     */
    public Need {
        ask(id, party, what, due, blocks, required);
    }

    private static OpenedRequirements.Ask ask(
            String id, String party, String what, Instant due, Optional<String> blocks, boolean required) {
        return new OpenedRequirements.Ask(id, party, what, due, blocks, required);
    }

    /** What is asked for because of it. */
    OpenedRequirements.Ask ask() {
        return ask(id, party, what, due, blocks, required);
    }

    static Need read(JsonReader place) {
        return new Need(
                place.text("id"),
                place.text("party"),
                place.text("what"),
                place.member("due").as("is not an instant", Instant::parse),
                place.findMember("blocks").map(JsonReader::text),
                place.member("required").flag());
    }

    Json write() {
        Map<String, Json> members = new TreeMap<>(Map.of(
                "id", Json.of(id),
                "party", Json.of(party),
                "what", Json.of(what),
                "due", Json.of(due.toString()),
                "required", Json.of(required)));
        blocks.ifPresent(step -> members.put("blocks", Json.of(step)));
        return Json.object(members);
    }
}
