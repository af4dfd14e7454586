package io.storeops.position;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The time limits of a roster (A6): how long after its occasion each kind of act is due. A limit runs in the working time of the
 * role that owes the act (D30). It may be another one for a severity (D53). A roster names those that it wants kept; what has
 * no limit is never late. Immutable.
 *
 * @param general the limit of each kind, 0 or more, copied
 * @param bySeverity the limits that differ for a severity, as in HIGH, each 0 or more, copied
 */
public record Sla(SortedMap<Key, Duration> general, SortedMap<Key, SortedMap<String, Duration>> bySeverity) {
    /** What a time limit is for; the constants are the names in the roster's document. */
    public enum Key {
        /** From finding a wrong price to the first act on it. */
        PRICE,
        /** From finding a wrong stock to the first act on it. */
        STOCK,
        /** From finding a wrong page to the first act on it. */
        PAGE,
        /** From finding an activity that expires to the first act on it, never later than its end (D11). */
        ACTIVITY_EXPIRY,
        /** From finding an anomaly that others have to decide to its escalation, and from a failed correction on (D13). */
        ESCALATE,
        /** From the accepted escalation to the reminder of its receiver (D23). */
        FEEDBACK,
        /** From the accepted escalation to the next superior (R45, D23). */
        FEEDBACK_LEVEL2,
        /** From a problem ticket's arrival to its acknowledgement. */
        TICKET_ACK,
        /** From a problem ticket's arrival to its solution; stands still while the ticket is on hold (D50). */
        TICKET_SOLVE,
        /** From a notice's first acceptance by a channel to a department's receipt (D54). */
        NOTICE_ACK,
        /** From a task's completion, or the due of one not done (D61), to the feedback on it. */
        TASK_FEEDBACK
    }

    /**
     * Copies the limits.
     *
     * @throws IllegalArgumentException if a limit is negative, or a severity is not a word such as HIGH
     */
    public Sla {
        general = ImmutableSortedMap.copyOf(general);
        general.forEach((key, limit) -> check(key.name(), limit));
        ImmutableSortedMap.Builder<Key, SortedMap<String, Duration>> copy = ImmutableSortedMap.naturalOrder();
        bySeverity.forEach((key, limits) -> {
            limits.forEach((severity, limit) -> check(key + "." + Duty.word(severity), limit));
            if (!limits.isEmpty()) {
                copy.put(key, ImmutableSortedMap.copyOf(limits));
            }
        });
        bySeverity = copy.build();
    }

    private static void check(String name, Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("The time limit " + name + " is 0 or more, not " + limit);
        }
    }

    /**
     * No time limit at all.
     *
     * @return the limits
     */
    public static Sla none() {
        return new Sla(ImmutableSortedMap.of(), ImmutableSortedMap.of());
    }

    /**
     * The time limit of a kind.
     *
     * @param key what it is for
     * @return the limit, 0 or more; empty if the roster has none
     */
    public Optional<Duration> find(Key key) {
        return Optional.ofNullable(general.get(key));
    }

    /**
     * The time limit of a kind and severity (D53).
     *
     * @param key what it is for
     * @param severity as in HIGH
     * @return the limit of the severity, else that of the kind; empty if the roster has neither
     */
    public Optional<Duration> find(Key key, String severity) {
        SortedMap<String, Duration> limits = bySeverity.getOrDefault(key, ImmutableSortedMap.of());
        return Optional.ofNullable(limits.getOrDefault(severity, general.get(key)));
    }

    /**
     * The time limit of a kind.
     *
     * @param key what it is for
     * @return the limit, 0 or more
     * @throws IllegalArgumentException if the roster has none
     */
    public Duration get(Key key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The roster has no time limit " + key + "; it has " + general.keySet()));
    }
}
