package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.json.JsonReader;
import java.time.Instant;

/**
 * A line of the timeline: what somebody does at an instant, and what has to come of it.
 *
 * @param seq its number in the file
 * @param at when
 * @param actor who
 * @param name what, as in RELEASE
 * @param args with what
 * @param expect what has to come of it
 */
record Command(long seq, Instant at, String actor, String name, JsonReader args, JsonReader expect) {
    Command {
        requireNonNull(at, "at");
        requireNonNull(actor, "actor");
        requireNonNull(name, "name");
        requireNonNull(args, "args");
        requireNonNull(expect, "expect");
    }
}
