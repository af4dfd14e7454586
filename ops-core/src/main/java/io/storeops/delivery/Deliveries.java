package io.storeops.delivery;

import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.authority.Decision;
import io.storeops.document.Document;
import io.storeops.evidence.Attachment;
import io.storeops.id.StoreId;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What is sent by hand, in the hands of one person (D59). A channel of the roster whose type is {@code manual}, as a personal WeChat group
 * or 今目标, has no interface: what goes there waits, its text is copied and sent by a person, and that person says when, with a screenshot
 * that was attached to {@link HandDelivery#target} before. From that instant on the channel counts as having accepted it; what is not
 * confirmed is late like anything else. No adapter is needed. Thread-safe.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, and
 * {@link io.storeops.storage.StorageException}.
 */
public final class Deliveries {
    private final PersonalActs acts;
    private final BiFunction<Context, Document, Optional<Attachment>> renderer;
    private final Consumer<StoreId> confirmed;

    Deliveries(
            PersonalActs acts,
            BiFunction<Context, Document, Optional<Attachment>> renderer,
            Consumer<StoreId> confirmed) {
        this.acts = acts;
        this.renderer = renderer;
        this.confirmed = confirmed;
    }

    /**
     * What waits for a person. Messages with data that this person may not see are left out (R13).
     *
     * @param store the store
     * @return the messages in the order in which they were queued (D78)
     */
    public List<HandDelivery> byHand(StoreId store) {
        return acts.look(
                store,
                DeliveryModule.READ,
                context ->
                        context
                                .rows()
                                .all(Query.of(Delivery.TABLE, store, Delivery.BY_STATE)
                                        .where(DeliveryState.BY_HAND))
                                .stream()
                                .filter(delivery -> visible(context, delivery))
                                .map(delivery -> shown(context, delivery))
                                .toList());
    }

    /**
     * A message that was or is to be sent by whatever way, as it stands.
     *
     * @param store the store
     * @param messageId the message
     * @return the delivery; empty if there is none, or this person may not see what it tells
     */
    public Optional<Delivery> find(StoreId store, String messageId) {
        return acts.look(
                store,
                DeliveryModule.READ,
                context -> context.rows()
                        .find(Delivery.TABLE, Delivery.key(store, messageId))
                        .map(Versioned::value)
                        .filter(delivery -> visible(context, delivery)));
    }

    private static boolean visible(Context context, Delivery delivery) {
        return delivery.tells().stream()
                .allMatch(data -> context.charter().decide(context.actor(), context.now(), data.read())
                        instanceof Decision.Allowed);
    }

    private HandDelivery shown(Context context, Delivery delivery) {
        Document document = delivery.message().document();
        return new HandDelivery(
                delivery.store(),
                delivery.messageId(),
                delivery.channel(),
                document,
                renderer.apply(context, document),
                delivery.queuedAt());
    }

    /**
     * Says that one sent a message that waits for a person. Right EXECUTE:X4; whoever only releases data resolves the release instead.
     *
     * @param store the store
     * @param messageId the message
     * @param sentAt when it was sent, kept to the microsecond: from then on it counts as accepted
     * @return the delivery, SENT; its {@link Delivery#confirmation} says when this was said
     * @throws io.storeops.failure.RefusedException NO_SUCH_DELIVERY; WRONG_STATE if it does not wait for a person; EVIDENCE_MISSING
     *     without a screenshot; IMPLAUSIBLE_INSTANT for an instant before it was queued, or after now
     */
    public Delivery confirm(StoreId store, String messageId, Instant sentAt) {
        Delivery sent = acts.perform(store, new ConfirmDelivery(messageId, sentAt.truncatedTo(ChronoUnit.MICROS)));
        confirmed.accept(store);
        return sent;
    }
}
