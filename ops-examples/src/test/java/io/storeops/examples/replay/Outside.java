package io.storeops.examples.replay;

import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The world outside of two servers, carried from one to the other: which channels are down and how often each accepted a message; and, to
 * tell that a command was repeated, what commands gave. A channel's answer, a listing's editor and what a listing shows are scripted by the
 * line that needs them, so they are not carried.
 */
final class Outside {
    private static final String CHANNELS = "channels";
    private static final String GIVEN = "given";

    private Outside() {}

    static Json of(ReplayRun run) {
        Map<String, Json> channels = new TreeMap<>();
        run.stage()
                .world()
                .channels()
                .forEach((name, channel) -> channels.put(
                        name,
                        Json.object(Map.of(
                                "down", Json.of(channel.isDown()),
                                "accepted", Json.object(numbers(channel.accepted()))))));
        return Json.object(Map.of(
                CHANNELS,
                Json.object(channels),
                GIVEN,
                Json.object(run.firstShown().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().value(), entry -> Json.object(entry.getValue()))))));
    }

    private static Map<String, Json> numbers(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Json.of(each.getValue())));
    }

    static void take(Json outside, ReplayRun run) {
        JsonReader root = JsonReader.root("outside", outside);
        root.findMember(CHANNELS)
                .ifPresent(channels -> run.stage().world().channels().forEach((name, channel) -> {
                    JsonReader state = channels.member(name);
                    JsonReader accepted = state.member("accepted");
                    channel.setDown(state.member("down").flag());
                    accepted.names().forEach(id -> channel.accepted().put(id, Math.toIntExact(accepted.number(id))));
                }));
        Optional<JsonReader> given = root.findMember(GIVEN);
        given.ifPresent(all -> all.names()
                .forEach(id -> run.firstShown()
                        .put(CommandId.of(id), ((Json.Obj) all.member(id).value()).members())));
    }
}
