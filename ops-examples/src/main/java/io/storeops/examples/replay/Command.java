package io.storeops.examples.replay;

import io.storeops.id.CommandId;
import io.storeops.json.JsonReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the timeline: what somebody does at an instant, and what has to come of it.
 *
 * @param seq its number in the file
 * @param id under which id it is issued: the one that its line gives, else one made of its number
 * @param at when
 * @param actor who
 * @param name what, as in RELEASE
 * @param args with what
 * @param expect what has to come of it
 */
record Command(long seq, CommandId id, Instant at, String actor, String name, JsonReader args, JsonReader expect) {
    private static final String INSTANT_RULE = "is not an instant (expected ISO 8601 with offset)";

    static Command read(JsonReader line) {
        long seq = line.number("seq");
        return new Command(
                seq,
                line.findMember("command_id")
                        .map(place -> place.as("is not a command id", CommandId::of))
                        .orElseGet(() -> CommandId.of("replay/seq/" + seq)),
                instant(line.member("at")),
                line.text("actor"),
                line.text("command"),
                line.member("args"),
                line.member("expect"));
    }

    /** An argument that is an instant; empty where there is none. */
    Optional<Instant> instant(String argument) {
        return args.findMember(argument).map(Command::instant);
    }

    LocalDate date(String argument) {
        return args.member(argument).as("is not a date (expected yyyy-MM-dd)", LocalDate::parse);
    }

    /** Whether its line asks for nothing but these values; a state of null is not asked for. */
    boolean asksOnlyFor(Set<String> values) {
        return expect.names().stream()
                .filter(name -> !name.equals("state") || expect.findMember(name).isPresent())
                .allMatch(values::contains);
    }

    static Instant instant(JsonReader place) {
        return place.as(INSTANT_RULE, text -> OffsetDateTime.parse(text).toInstant());
    }
}
