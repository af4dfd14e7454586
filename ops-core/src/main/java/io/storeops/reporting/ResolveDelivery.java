package io.storeops.reporting;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.calendar.SlotId;
import io.storeops.delivery.SentProof;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.publishing.Confirmation;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** The act of telling what became of a message in doubt, or of one that a person sent by hand (D59). */
final class ResolveDelivery implements Act<Release> {
    private final ReleaseComposer composer;
    private final SlotId slot;
    private final int version;
    private final Resolution resolution;

    ResolveDelivery(ReleaseComposer composer, SlotId slot, int version, Resolution resolution) {
        this.composer = composer;
        this.slot = slot;
        this.version = version;
        this.resolution = resolution;
    }

    @Override
    public EntryPoint entry() {
        return ReportingEntries.RESOLVE;
    }

    @Override
    public Target target() {
        return ReleaseEntry.message(slot, version);
    }

    @Override
    public String arguments() {
        return slot + " v" + version + " " + resolution;
    }

    @Override
    public Verdict decide(Context context) {
        String message = ReleaseEntry.messageId(slot, version);
        Optional<Versioned<Delivery>> found =
                context.rows().find(Delivery.TABLE, Delivery.key(context.store().id(), message));
        if (found.isEmpty()) {
            return Verdict.refused("NOT_RELEASED", "there is no such message");
        }
        Delivery delivery = found.get().value();
        if (!resolvable(delivery.state())) {
            return Verdict.refused(
                    "NOT_IN_DOUBT",
                    "the message is " + delivery.state() + "; only an UNKNOWN one, one that was sent by hand, or a"
                            + " REJECTED one to be sent again, is resolved by a person");
        }
        if (resolution instanceof Resolution.Arrived arrived) {
            Optional<Refusal> refusal = delivery.state() == DeliveryState.BY_HAND
                    ? SentProof.refusal(context, delivery, arrived.at())
                    : SentProof.implausible(context, delivery, arrived.at());
            if (refusal.isPresent()) {
                return new Verdict.Refused(refusal.get());
            }
        }
        if (resolution instanceof Resolution.NotArrived && !mayStillGo(context, delivery)) {
            return Verdict.refused(
                    "CONFIDENTIAL",
                    "a release tells of " + ReleaseComposer.TELLS
                            + ", which the roster no longer lets go to the channel "
                            + delivery.channel());
        }
        Delivery next = resolution instanceof Resolution.Arrived arrived
                ? delivery.confirmed(
                        new Confirmation(
                                context.actor(),
                                context.now(),
                                arrived.at(),
                                SentProof.of(context, message).isPresent()),
                        arrived.receipt())
                : delivery.resend(((Resolution.NotArrived) resolution).reason(), Optional.empty());
        return Verdict.done(Edit.replace(Delivery.TABLE, found.get(), next));
    }

    /** The rules may have changed since it was queued (R13). */
    private static boolean mayStillGo(Context context, Delivery delivery) {
        return ReleaseComposer.TELLS.stream()
                .allMatch(data ->
                        context.roster().confidentiality().channelsOf(data).contains(delivery.channel()));
    }

    private boolean resolvable(DeliveryState state) {
        return state == DeliveryState.UNKNOWN
                || (state == DeliveryState.BY_HAND && resolution instanceof Resolution.Arrived)
                || (state == DeliveryState.REJECTED && resolution instanceof Resolution.NotArrived);
    }

    @Override
    public Release recall(Context context, Written written) {
        return composer.release(context, slot, version).after(List.of(written.get(Delivery.TABLE)));
    }
}
