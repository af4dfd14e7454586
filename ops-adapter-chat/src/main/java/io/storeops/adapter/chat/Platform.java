package io.storeops.adapter.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.spi.JsonCodec;
import io.storeops.spi.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** A chat platform, for one robot and in one form: how it takes messages, and how it answers. Immutable. */
interface Platform {
    /** Its name for people. */
    String name();

    /** How it writes documents. */
    Notation notation();

    /** How long the text of one message may be, in bytes of UTF-8, or in what has no fewer bytes. */
    int longest();

    /** Whether it takes a section below a title. */
    boolean fits(String title, String section);

    /** How many sections one message bears. */
    default int sections() {
        return 1;
    }

    /** A message as its documents say. */
    Json message(String title, List<String> sections);

    /** Where a message goes, and its body, signed where the robot asks for it. */
    Request request(Json message, Instant at);

    /** What the body of an answer says. */
    Signal signal(String body);

    /** The size in bytes of the largest file that may go with a message; empty if none may. */
    default OptionalLong largestFile() {
        return OptionalLong.empty();
    }

    /** The messages that bear files; what has to be handed in for them nobody in the group sees. */
    default Enclosed enclosed(List<OutgoingMessage.File> files, Post post, Budget budget, Instant at) {
        return new Enclosed.Ready(List.of());
    }

    /** What nobody is to see. */
    List<Secret> secrets();

    /**
     * What is to be posted.
     *
     * @param uri where
     * @param body JSON
     */
    record Request(URI uri, String body) {
        static Request of(URI uri, Json body) {
            return new Request(uri, JsonCodec.print(body));
        }

        @Override
        public String toString() {
            return body.length() + " characters";
        }
    }

    /** How many bytes a body has. */
    static int size(Json body) {
        return JsonCodec.print(body).getBytes(UTF_8).length;
    }

    /** What became of files before the first message was sent. */
    sealed interface Enclosed {
        /**
         * They are there.
         *
         * @param messages a message each
         */
        record Ready(List<Json> messages) implements Enclosed {}

        /**
         * One could not be handed in. No message left.
         *
         * @param refused why, and when to come back
         */
        record Failed(SendResult.Refused refused) implements Enclosed {}
    }
}
