package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.json.Json;
import io.storeops.storage.Changes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a pure function decided: {@link Done} with everything that belongs into the commit, or {@link Refused}. */
public sealed interface Verdict {
    /**
     * On what.
     *
     * @return the subject, for the audit trail and for limits
     */
    String subject();

    /**
     * It is done, once committed.
     *
     * @param subject on what, for the audit trail and for limits
     * @param result enough to give the first result again; no personal data
     * @param change what it was before and is after, for the audit trail
     * @param state adds the new state to the commit
     * @param messages what to send, in the same commit
     * @param proof the evidence without which it is refused after all
     */
    record Done(
            String subject,
            Json result,
            Optional<Change> change,
            Consumer<Changes> state,
            List<Outgoing> messages,
            Optional<Proof> proof)
            implements Verdict {
        /** Copies the messages. */
        public Done {
            requireNonNull(subject, "subject");
            requireNonNull(result, "result");
            requireNonNull(change, "change");
            requireNonNull(state, "state");
            messages = ImmutableList.copyOf(messages);
            requireNonNull(proof, "proof");
        }

        /**
         * The same, telling the audit trail what changed.
         *
         * @param before what it was; JSON null if it did not exist
         * @param after what it is
         * @return the verdict
         */
        public Done changing(Json before, Json after) {
            return new Done(subject, result, Optional.of(new Change(before, after)), state, messages, proof);
        }

        /**
         * The same with messages.
         *
         * @param more what to send
         * @return the verdict
         */
        public Done sending(List<Outgoing> more) {
            return new Done(subject, result, change, state, more, proof);
        }

        /**
         * The same, refused unless there is evidence.
         *
         * @param needed the evidence
         * @return the verdict
         */
        public Done proving(Proof needed) {
            return new Done(subject, result, change, state, messages, Optional.of(needed));
        }
    }

    /**
     * What something was and is.
     *
     * @param before what it was; JSON null if it did not exist
     * @param after what it is
     */
    record Change(Json before, Json after) {
        /** Checks for null. */
        public Change {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }

    /**
     * A guard says no; nothing changes.
     *
     * @param subject on what, for the audit trail
     * @param refusal the code and the way out
     */
    record Refused(String subject, Refusal refusal) implements Verdict {
        /** Checks for null. */
        public Refused {
            requireNonNull(subject, "subject");
            requireNonNull(refusal, "refusal");
        }
    }

    /**
     * It is done, once committed.
     *
     * @param subject on what, for the audit trail and for limits
     * @param result enough to give the first result again; no personal data
     * @param state adds the new state to the commit
     * @return the verdict, without messages, evidence or words on what changed
     */
    static Done done(String subject, Json result, Consumer<Changes> state) {
        return new Done(subject, result, Optional.empty(), state, List.of(), Optional.empty());
    }

    /**
     * A guard says no.
     *
     * @param subject on what
     * @param code the stable code, as in NOT_DUE
     * @param detail what was asked, what stands in the way, what to do
     * @return the verdict
     */
    static Refused refused(String subject, String code, String detail) {
        return new Refused(subject, new Refusal(code, detail));
    }
}
