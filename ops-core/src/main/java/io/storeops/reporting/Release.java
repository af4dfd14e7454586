package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.Target;
import io.storeops.figures.MissingValue;
import io.storeops.figures.SubjectDay;
import io.storeops.figures.SubjectKind;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.publishing.Confirmation;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A release of a store's figures (数据发布): what it said and how far it got (R23, R24).
 *
 * @param store the store
 * @param slot the slot that its boundary closes, the last one shown of its date
 * @param boundary the boundary, as local date and time of the store
 * @param version 1 as first sent, 2 and on for corrections
 * @param dueAt when the first version is due
 * @param composedAt when it was decided
 * @param author who decided it
 * @param delivery where its message is
 * @param acceptedAt from when on it counts as accepted by the channel; empty before
 * @param confirmation the word of a person, if it was a person who said that the channel took it
 * @param missing what was missing at its own boundary; empty for a complete release
 * @param changes what a correction changes; empty for version 1
 * @param days the subjects' day as shown, slots up to its own
 * @param closedDays the subjects' day before, complete, in the first release of a date; empty in every other
 * @param remark what is to be said of the act that gave it
 */
public record Release(
        StoreId store,
        SlotId slot,
        LocalDateTime boundary,
        int version,
        Instant dueAt,
        Instant composedAt,
        ActorId author,
        DeliveryState delivery,
        Optional<Instant> acceptedAt,
        Optional<Confirmation> confirmation,
        List<MissingValue> missing,
        List<SlotChange> changes,
        List<SubjectDay> days,
        List<SubjectDay> closedDays,
        Remark remark) {
    /** What is to be said of the act that gave a release (D71). */
    public enum Remark {
        /** Nothing. */
        NONE,
        /** Somebody had released the boundary; the first release is given back, and it waits for its channel. */
        ALREADY_QUEUED,
        /** Somebody had released the boundary; the first release is given back, and it was accepted. */
        ALREADY_SENT
    }

    /** How a release stands to its deadline. */
    public enum Timeliness {
        /** The first version, accepted by the due instant, that instant included. */
        ON_TIME,
        /** The first version, accepted later; it stays late for ever (R6). */
        LATE,
        /** A later version, which has no deadline. */
        CORRECTION,
        /** Not accepted yet. */
        OPEN
    }

    /** Copies the lists. */
    public Release {
        requireNonNull(store, "store");
        requireNonNull(slot, "slot");
        requireNonNull(boundary, "boundary");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(composedAt, "composedAt");
        requireNonNull(author, "author");
        requireNonNull(delivery, "delivery");
        requireNonNull(acceptedAt, "acceptedAt");
        requireNonNull(confirmation, "confirmation");
        missing = ImmutableList.copyOf(missing);
        changes = ImmutableList.copyOf(changes);
        days = ImmutableList.copyOf(days);
        closedDays = ImmutableList.copyOf(closedDays);
        requireNonNull(remark, "remark");
    }

    /**
     * Where it is.
     *
     * @return PUBLISHED once the channel accepted it, QUEUED before
     */
    public ReleaseState state() {
        return acceptedAt.isPresent() ? ReleaseState.PUBLISHED : ReleaseState.QUEUED;
    }

    /**
     * How it stands to its deadline.
     *
     * @return the timeliness
     */
    public Timeliness timeliness() {
        if (version > 1) {
            return Timeliness.CORRECTION;
        }
        return acceptedAt
                .map(at -> at.isAfter(dueAt) ? Timeliness.LATE : Timeliness.ON_TIME)
                .orElse(Timeliness.OPEN);
    }

    /**
     * Its message to the channel, of which evidence can be attached.
     *
     * @return the target
     */
    public Target message() {
        return ReleaseEntry.message(slot, version);
    }

    /**
     * Whether nothing was missing at its own boundary (R31).
     *
     * @return true if complete
     */
    public boolean complete() {
        return missing.isEmpty();
    }

    /**
     * The store's own day as shown.
     *
     * @return the day of the subject STORE
     */
    public SubjectDay storeDay() {
        return days.stream()
                .filter(day -> day.subject().kind() == SubjectKind.STORE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Release " + slot + " shows no store"));
    }

    /** The same after deliveries came to an end, one of which may be its own. */
    Release after(List<Delivery> settled) {
        String message = ReleaseEntry.messageId(slot, version);
        return settled.stream()
                .filter(delivery -> delivery.messageId().equals(message))
                .findFirst()
                .map(told -> with(told.state(), told.acceptedAt(), told.confirmation(), remark))
                .orElse(this);
    }

    /** The same, given back by an act of which something is to be said. */
    Release remarked(Remark what) {
        return with(delivery, acceptedAt, confirmation, what);
    }

    private Release with(DeliveryState state, Optional<Instant> accepted, Optional<Confirmation> word, Remark what) {
        return new Release(
                store,
                slot,
                boundary,
                version,
                dueAt,
                composedAt,
                author,
                state,
                accepted,
                word,
                missing,
                changes,
                days,
                closedDays,
                what);
    }
}
