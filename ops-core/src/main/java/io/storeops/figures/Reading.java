package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * One delivery of the figures of a subject at a boundary (R19), as a source gives it, before it is accepted. It speaks only of the
 * metrics that it carries (D70) and is taken or refused as a whole.
 *
 * @param subject of whom
 * @param slot the slot that the boundary closes
 * @param observedAt when the figures were read from the marketplace, cut to whole microseconds, which every storage keeps
 * @param figures the values
 * @param semantics what the values count
 * @param quality how sure they are
 * @param source where they come from: an adapter, a file, a person
 * @param reason why they are given anew; empty for a first reading
 */
public record Reading(
        Subject subject,
        SlotId slot,
        Instant observedAt,
        Figures figures,
        Semantics semantics,
        Quality quality,
        String source,
        Optional<Restatement> reason) {
    /** Checks for null and cuts the instant. */
    public Reading {
        requireNonNull(subject, "subject");
        requireNonNull(slot, "slot");
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(figures, "figures");
        requireNonNull(semantics, "semantics");
        requireNonNull(quality, "quality");
        requireNonNull(source, "source");
        requireNonNull(reason, "reason");
    }

    /** The same of some metrics only, for a reason. */
    Reading of(Set<Metric> metrics, Optional<Restatement> why) {
        return new Reading(subject, slot, observedAt, figures.of(metrics), semantics, quality, source, why);
    }

    /**
     * A sure reading of counters that stand for the day so far.
     *
     * @param subject of whom
     * @param slot the slot that the boundary closes
     * @param observedAt when the figures were read from the marketplace
     * @param figures the values
     * @param source where they come from: an adapter, a file, a person
     * @return CUMULATIVE_DAY, ACTUAL, given for the first time
     */
    public static Reading of(Subject subject, SlotId slot, Instant observedAt, Figures figures, String source) {
        return new Reading(
                subject, slot, observedAt, figures, Semantics.CUMULATIVE_DAY, Quality.ACTUAL, source, Optional.empty());
    }

    /**
     * The same figures as values of the slot alone (R20).
     *
     * @return DELTA
     */
    public Reading direct() {
        return new Reading(subject, slot, observedAt, figures, Semantics.DELTA, quality, source, reason);
    }

    /**
     * The same figures as a guess, as rivals' always are.
     *
     * @return ESTIMATED
     */
    public Reading estimated() {
        return new Reading(subject, slot, observedAt, figures, semantics, Quality.ESTIMATED, source, reason);
    }

    /**
     * The same figures under the name that another gives their source.
     *
     * @param name what the source is called
     * @return the same of that source
     */
    public Reading from(String name) {
        return new Reading(subject, slot, observedAt, figures, semantics, quality, name, reason);
    }

    /**
     * The same figures of a subject that is called otherwise.
     *
     * @param whom of whom
     * @return the same of that subject
     */
    public Reading of(Subject whom) {
        return new Reading(whom, slot, observedAt, figures, semantics, quality, source, reason);
    }

    /**
     * The same figures given anew in place of known ones.
     *
     * @param why why they are given anew
     * @return a restatement
     */
    public Reading restating(Restatement why) {
        return new Reading(subject, slot, observedAt, figures, semantics, quality, source, Optional.of(why));
    }
}
