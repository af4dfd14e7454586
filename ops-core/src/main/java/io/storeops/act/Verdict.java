package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.position.Roster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pure function decided: {@link Done} with everything that belongs into the commit, or {@link Refused}. */
public sealed interface Verdict {
    /**
     * It is done, once committed.
     *
     * @param edits what changes, in order
     * @param told what the trail tells of the result beside the rows; by name, no personal data
     * @param counted what limits count apart; the act's own target if empty
     * @param messages what to send, in the same commit
     * @param facts what other modules check before the commit, and react to in it
     * @param proof the evidence without which it is refused after all
     * @param exhibit the file that it makes, which becomes evidence in the same commit
     * @param quiet whether it leaves no line in the trail; for the engine's own book-keeping only
     */
    record Done(
            List<Edit<?>> edits,
            SortedMap<String, Json> told,
            List<Target> counted,
            List<Outgoing> messages,
            List<Fact> facts,
            Optional<Proof> proof,
            Optional<Exhibit> exhibit,
            boolean quiet)
            implements Verdict {
        /** Copies the lists. */
        public Done {
            edits = ImmutableList.copyOf(edits);
            told = new TreeMap<>(told);
            counted = ImmutableList.copyOf(counted);
            messages = ImmutableList.copyOf(messages);
            facts = ImmutableList.copyOf(facts);
            requireNonNull(proof, "proof");
            requireNonNull(exhibit, "exhibit");
        }

        /**
         * The same with further edits.
         *
         * @param more what else changes
         * @return the verdict
         */
        public Done with(List<? extends Edit<?>> more) {
            List<Edit<?>> all =
                    ImmutableList.<Edit<?>>builder().addAll(edits).addAll(more).build();
            return new Done(all, told, counted, messages, facts, proof, exhibit, quiet);
        }

        /**
         * The same, telling something of the result beside the rows.
         *
         * @param name the member's name
         * @param value what it is; no personal data
         * @return the verdict
         */
        public Done telling(String name, Json value) {
            SortedMap<String, Json> more = new TreeMap<>(told);
            more.put(name, value);
            return new Done(edits, more, counted, messages, facts, proof, exhibit, quiet);
        }

        /**
         * The same, counted for each of several things by the limits that count things apart.
         *
         * @param things the things
         * @return the verdict
         */
        public Done counting(List<Target> things) {
            return new Done(edits, told, things, messages, facts, proof, exhibit, quiet);
        }

        /**
         * The same with messages.
         *
         * @param more what to send
         * @return the verdict
         */
        public Done sending(List<Outgoing> more) {
            return new Done(edits, told, counted, more, facts, proof, exhibit, quiet);
        }

        /** The same, its messages with the channels that the roster lets be tried in the place of their own. */
        Done under(Roster roster) {
            return sending(
                    messages.stream().map(outgoing -> outgoing.under(roster)).toList());
        }

        /**
         * The same, stating facts.
         *
         * @param more what other modules may check and react to
         * @return the verdict
         */
        public Done stating(Fact... more) {
            return new Done(edits, told, counted, messages, List.of(more), proof, exhibit, quiet);
        }

        /**
         * The same, refused unless there is evidence.
         *
         * @param needed the evidence
         * @return the verdict
         */
        public Done proving(Proof needed) {
            return new Done(edits, told, counted, messages, facts, Optional.of(needed), exhibit, quiet);
        }

        /**
         * The same, making a file that is evidence from the commit on.
         *
         * @param made the file
         * @return the verdict
         */
        public Done exhibiting(Exhibit made) {
            return new Done(edits, told, counted, messages, facts, proof, Optional.of(made), quiet);
        }

        /**
         * The same without a line in the trail, for book-keeping of the engine that nobody asks about.
         *
         * @return the verdict
         */
        public Done quietly() {
            return new Done(edits, told, counted, messages, facts, proof, exhibit, true);
        }
    }

    /**
     * A guard says no; nothing changes.
     *
     * @param refusal the code and the way out
     */
    record Refused(Refusal refusal) implements Verdict {
        /** Checks for null. */
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }

    /**
     * It is done, once committed.
     *
     * @param edits what changes, in order
     * @return the verdict, without messages, facts or evidence
     */
    static Done done(Edit<?>... edits) {
        return new Done(
                List.of(edits),
                new TreeMap<>(Map.of()),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /**
     * A guard says no.
     *
     * @param code the stable code, as in NOT_DUE
     * @param detail what was asked, what stands in the way, what to do
     * @return the verdict
     */
    static Refused refused(String code, String detail) {
        return new Refused(new Refusal(code, detail));
    }
}
