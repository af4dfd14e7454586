package io.storeops.reporting;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.calendar.SlotId;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Subject;
import io.storeops.position.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How far the collections and releases of slots are: a collection is done when the last required value of its boundary
 * arrived, a release when the channel accepted it; one that is decided and waits for its channel is begun, and never missed. A collection that never became complete is given up with the release
 * that confirmed its gaps.
 */
final class PublicationProgress implements DutyProgress {
    /** Only where the figures, or the receipt of a channel, are all the evidence that is asked for at each boundary (R3). */
    @Override
    public boolean tells(Occurrence occurrence) {
        return occurrence.slot().isPresent()
                && occurrence.evidence().size() == 1
                && (collects(occurrence) || releases(occurrence));
    }

    private static boolean collects(Occurrence occurrence) {
        return occurrence.evidence().stream()
                .anyMatch(need ->
                        need.name().equals(Duty.SLOT_DATA) && need.variants().isEmpty());
    }

    private static boolean releases(Occurrence occurrence) {
        return occurrence.evidence().stream().anyMatch(need -> need.name().equals(Duty.CHANNEL_RECEIPT));
    }

    /** Whether the receipt of a channel is what the occurrence asks for. */
    private static boolean asksFor(Occurrence occurrence, String channel) {
        return occurrence.evidence().stream()
                .anyMatch(need -> need.variants().isEmpty() || need.variants().contains(channel));
    }

    @Override
    public boolean carriesOut(Occurrence occurrence) {
        return occurrence.duty().startsWith("1.");
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<LocalDate, DayBook> books = new HashMap<>();
        Map<LocalDate, Map<Integer, Instant>> collected = new HashMap<>();
        Map<OccurrenceId, Progress> found = new LinkedHashMap<>();
        for (Occurrence occurrence : occurrences) {
            SlotId slot = occurrence.slot().orElseThrow();
            DayBook book = books.computeIfAbsent(slot.date(), date -> DayBooks.load(context, date));
            Optional<Progress> progress = releases(occurrence)
                    ? released(book, slot, occurrence)
                    : collected(book, slot, collected.computeIfAbsent(slot.date(), date -> collectedAt(book)));
            progress.ifPresent(known -> found.put(occurrence.id(), known));
        }
        return found;
    }

    /** A release that went to another channel than the occurrence asks for does not do it. */
    private static Optional<Progress> released(DayBook book, SlotId slot, Occurrence occurrence) {
        return first(book, slot)
                .filter(entry -> book.channelOf(entry)
                        .filter(channel -> asksFor(occurrence, channel))
                        .isPresent())
                .map(entry -> book.acceptedAt(entry)
                        .<Progress>map(Progress.Done::new)
                        .orElseGet(() -> new Progress.Begun(entry.composedAt())));
    }

    private static Optional<ReleaseEntry> first(DayBook book, SlotId slot) {
        return book.entries().stream()
                .filter(entry -> entry.slot().equals(slot) && entry.version() == 1)
                .findFirst();
    }

    private static Optional<Progress> collected(DayBook book, SlotId slot, Map<Integer, Instant> collectedAt) {
        Optional<Progress> done =
                Optional.ofNullable(collectedAt.get(slot.number())).map(Progress.Done::new);
        return done.or(() -> first(book, slot)
                .map(entry -> new Progress.Abandoned(
                        entry.composedAt(),
                        "released without " + entry.missing().size() + " required values")));
    }

    /** When the last required value of each slot arrived, for the slots of which all are there. */
    private static Map<Integer, Instant> collectedAt(DayBook book) {
        Set<Subject> required = Set.copyOf(book.required());
        Map<Integer, Map<MissingValue, Instant>> arrivals = new HashMap<>();
        for (ReadingVersion version : book.readings()) {
            Subject subject = version.reading().subject();
            if (required.contains(subject)) {
                Map<MissingValue, Instant> ofSlot =
                        arrivals.computeIfAbsent(version.slot().number(), slot -> new HashMap<>());
                version.reading().figures().metrics().stream()
                        .filter(Metric.keyMetrics()::contains)
                        .forEach(metric -> ofSlot.merge(
                                new MissingValue(subject, metric), version.arrivedAt(), PublicationProgress::earlier));
            }
        }
        int values = required.size() * Metric.keyMetrics().size();
        Map<Integer, Instant> complete = new HashMap<>();
        arrivals.forEach((slot, ofSlot) -> {
            if (ofSlot.size() == values) {
                complete.put(slot, Collections.max(ofSlot.values()));
            }
        });
        return complete;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
