package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.json.Json;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.storage.Changes;
import java.util.List;
import java.util.function.Consumer;

/** What a pure function decided: {@link Done} with everything that belongs into the commit, or {@link Refused}. */
public sealed interface Verdict {
    /**
     * It is done, once committed.
     *
     * @param subject on what, for the audit trail
     * @param result enough to give the first result again; no personal data
     * @param state adds the new state to the commit
     * @param messages what to send, in the same commit
     */
    record Done(String subject, Json result, Consumer<Changes> state, List<OutgoingMessage> messages)
            implements Verdict {
        /** Copies the messages. */
        public Done {
            requireNonNull(subject, "subject");
            requireNonNull(result, "result");
            requireNonNull(state, "state");
            messages = ImmutableList.copyOf(messages);
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
}
