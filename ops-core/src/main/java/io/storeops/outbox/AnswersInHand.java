package io.storeops.outbox;

import io.storeops.id.StoreId;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.SendResult;
import io.storeops.storage.Key;
import io.storeops.storage.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What channels answered and the storage, which failed, has not written down yet (D79). Kept in memory until it is written or
 * another worker decided otherwise: with the process goes the answer, and what remains is UNKNOWN. Thread-safe.
 */
final class AnswersInHand {
    private final ConcurrentMap<Key, Answer> answers = new ConcurrentHashMap<>();

    /**
     * An answer.
     *
     * @param sending the message as it was while the channel was asked
     * @param result what was answered
     * @param worker who asked
     * @param own whether the message's own channel gave it, and not one in its place
     */
    record Answer(Versioned<Delivery> sending, SendResult result, String worker, boolean own) {
        private Key key() {
            return sending.value().key();
        }
    }

    void keep(Answer answer) {
        answers.put(answer.key(), answer);
    }

    /** Takes it out, to write it down; false if somebody else did. */
    boolean take(Answer answer) {
        return answers.remove(answer.key(), answer);
    }

    /** Those of a store for a channel, in the order of the messages. */
    List<Answer> of(StoreId store, String channel) {
        return answers.values().stream()
                .filter(answer -> answer.sending().value().store().equals(store)
                        && answer.sending().value().channel().equals(channel))
                .sorted(Comparator.comparingLong(
                        answer -> answer.sending().value().number()))
                .toList();
    }
}
