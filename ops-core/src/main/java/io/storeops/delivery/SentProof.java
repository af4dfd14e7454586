package io.storeops.delivery;

import io.storeops.act.Context;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.failure.Refusal;
import io.storeops.position.Duty;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What proves that a message is in a channel, on a person's word: a screenshot of it there, or the channel's own receipt (R25, D59). */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class SentProof {
    private static final List<EvidenceNeed> KINDS =
            List.of(EvidenceNeed.parse("SCREENSHOT"), EvidenceNeed.parse(Duty.CHANNEL_RECEIPT));

    private SentProof() {}

    /**
     * The proof of a message.
     *
     * @param context the store and its rows
     * @param messageId the message
     * @return the last item of evidence that shows it in its channel; empty if there is none
     */
    public static Optional<Evidence> of(Context context, String messageId) {
        return context
                .rows()
                .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                        .where(HandDelivery.target(messageId)))
                .stream()
                .filter(item -> KINDS.stream().anyMatch(need -> need.metBy(item.kind())))
                .reduce((earlier, later) -> later);
    }

    /**
     * Why somebody's word that they sent a message does not count.
     *
     * @param context who says so, where, when
     * @param waiting the message, which waits for a person
     * @param sentAt when they sent it, as they say
     * @return EVIDENCE_MISSING, or IMPLAUSIBLE_INSTANT before the message was there or in the future; empty if it counts
     */
    public static Optional<Refusal> refusal(Context context, Delivery waiting, Instant sentAt) {
        if (of(context, waiting.messageId()).isEmpty()) {
            return Optional.of(new Refusal(
                    "EVIDENCE_MISSING",
                    "nothing shows the message " + waiting.messageId() + " in the channel " + waiting.channel()
                            + "; attach a " + KINDS.get(0) + " to " + HandDelivery.target(waiting.messageId())
                            + " first (D59)"));
        }
        return implausible(context, waiting, sentAt);
    }

    /**
     * Whether a message cannot have been accepted at an instant.
     *
     * @param context when it is said
     * @param delivery the message
     * @param at the instant
     * @return IMPLAUSIBLE_INSTANT before it was queued, and after now; empty else
     */
    public static Optional<Refusal> implausible(Context context, Delivery delivery, Instant at) {
        return at.isBefore(delivery.queuedAt()) || at.isAfter(context.now())
                ? Optional.of(new Refusal(
                        "IMPLAUSIBLE_INSTANT",
                        "the message was queued at " + delivery.queuedAt() + " and now is " + context.now()
                                + "; it cannot have arrived at " + at))
                : Optional.empty();
    }
}
