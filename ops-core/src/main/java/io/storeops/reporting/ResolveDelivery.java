package io.storeops.reporting;

import io.storeops.act.Act;
import io.storeops.act.Refusal;
import io.storeops.act.Scene;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.calendar.SlotId;
import io.storeops.json.Json;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.publishing.SendResult;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The act of telling what became of a message in doubt. */
final class ResolveDelivery implements Act<Release> {
    private final Storage storage;
    private final ReleaseDesk desk;
    private final SlotId slot;
    private final int version;
    private final Resolution resolution;

    ResolveDelivery(Storage storage, ReleaseDesk desk, SlotId slot, int version, Resolution resolution) {
        this.storage = storage;
        this.desk = desk;
        this.slot = slot;
        this.version = version;
        this.resolution = resolution;
    }

    @Override
    public String name() {
        return "RESOLVE_DELIVERY";
    }

    @Override
    public List<Right> anyOf() {
        return List.of(Right.COLLECT_AND_RELEASE);
    }

    @Override
    public String arguments() {
        return slot + " v" + version + " " + resolution;
    }

    @Override
    public Verdict decide(Scene scene) {
        String message = ReleaseEntry.messageId(slot, version);
        Optional<Versioned<Delivery>> found =
                storage.find(Delivery.TABLE, Delivery.key(scene.store().id(), message));
        if (found.isEmpty()) {
            return new Verdict.Refused(message, new Refusal("NOT_RELEASED", "there is no such message"));
        }
        Delivery delivery = found.get().value();
        if (!resolvable(delivery.state())) {
            return new Verdict.Refused(
                    message,
                    new Refusal(
                            "NOT_IN_DOUBT",
                            "the message is " + delivery.state() + "; only an UNKNOWN one, or a REJECTED"
                                    + " one to be sent again, is resolved by a person"));
        }
        if (resolution instanceof Resolution.Arrived arrived
                && (arrived.at().isBefore(delivery.queuedAt()) || arrived.at().isAfter(scene.now()))) {
            return new Verdict.Refused(
                    message,
                    new Refusal(
                            "IMPLAUSIBLE_INSTANT",
                            "the message was queued at " + delivery.queuedAt() + " and now is " + scene.now()
                                    + "; it cannot have arrived at " + arrived.at()));
        }
        Delivery next = resolution instanceof Resolution.Arrived arrived
                ? delivery.answered(new SendResult.Accepted(arrived.receipt(), arrived.at()))
                : delivery.resend(((Resolution.NotArrived) resolution).reason(), Optional.empty());
        return new Verdict.Done(
                message,
                Json.object(Map.of("state", Json.of(next.state().name()))),
                changes -> changes.replace(Delivery.TABLE, next, found.get().revision()),
                List.of());
    }

    private boolean resolvable(DeliveryState state) {
        return state == DeliveryState.UNKNOWN
                || (state == DeliveryState.REJECTED && resolution instanceof Resolution.NotArrived);
    }

    @Override
    public Release recall(Scene scene, Json result) {
        return desk.release(scene, slot, version);
    }
}
