package io.storeops.delivery;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.publishing.Confirmation;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * CONFIRM_DELIVERY: a person sent a message, and says when (D59).
 *
 * @param messageId the message
 * @param sentAt when it was sent, as they say
 */
record ConfirmDelivery(String messageId, Instant sentAt) implements Act<Delivery> {
    @Override
    public EntryPoint entry() {
        return DeliveryModule.CONFIRM;
    }

    @Override
    public Target target() {
        return HandDelivery.target(messageId);
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(messageId), Json.of(sentAt.toString())))
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<Delivery>> found =
                context.rows().find(Delivery.TABLE, Delivery.key(context.store().id(), messageId));
        if (found.isEmpty()) {
            return Verdict.refused(
                    "NO_SUCH_DELIVERY", "store " + context.store().id() + " has no message " + messageId);
        }
        Delivery waiting = found.get().value();
        if (waiting.state() != DeliveryState.BY_HAND) {
            return Verdict.refused(
                    "WRONG_STATE",
                    "the message " + messageId + " is " + waiting.state() + "; a person confirms one that is "
                            + DeliveryState.BY_HAND);
        }
        Optional<Refusal> refusal = SentProof.refusal(context, waiting, sentAt);
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        Delivery sent = waiting.confirmed(
                new Confirmation(context.actor(), context.now(), sentAt, true),
                SentProof.of(context, messageId).orElseThrow().id());
        return Verdict.done(Edit.replace(Delivery.TABLE, found.get(), sent)).stating(new DeliveryConfirmed(sent));
    }

    @Override
    public Delivery recall(Context context, Written written) {
        return written.get(Delivery.TABLE);
    }
}
