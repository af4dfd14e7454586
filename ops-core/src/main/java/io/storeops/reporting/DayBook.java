package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SlotId;
import io.storeops.figures.DayFigures;
import io.storeops.figures.MissingValue;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.DeliveryState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Everything known of a store's day at an instant: who is watched, the readings, the releases that showed the day, and how
 * far each got. All answers are derived from it. Immutable; {@link #asOf} goes back in time.
 */
public final class DayBook {
    private final DayFigures figures;
    private final Instant knownAt;
    // Clocks differ and are set back: what is kept is known now, whatever instant it carries; only asOf looks at
    // instants.
    private final Instant until;
    private final List<ReleaseEntry> entries;
    private final SortedMap<String, Delivery> deliveries;

    DayBook(
            DayFigures figures,
            Instant knownAt,
            Instant until,
            List<ReleaseEntry> entries,
            Map<String, Delivery> deliveries) {
        this.figures = requireNonNull(figures, "figures");
        this.knownAt = requireNonNull(knownAt, "knownAt");
        this.until = requireNonNull(until, "until");
        this.entries = entries.stream()
                .filter(entry -> !entry.composedAt().isAfter(until))
                .sorted(Comparator.comparing(ReleaseEntry::composedAt)
                        .thenComparing(ReleaseEntry::slot)
                        .thenComparing(ReleaseEntry::version))
                .collect(ImmutableList.toImmutableList());
        this.deliveries = ImmutableSortedMap.copyOf(deliveries);
    }

    /**
     * What was known of the day at an earlier instant.
     *
     * @param instant the instant; itself included
     * @return the book as it stood then
     */
    public DayBook asOf(Instant instant) {
        return instant.isBefore(knownAt)
                ? new DayBook(figures.asOf(instant), instant, instant, entries, deliveries)
                : this;
    }

    /**
     * The figures of the day.
     *
     * @return the readings, and what is derived from them
     */
    public DayFigures figures() {
        return figures;
    }

    /**
     * The day.
     *
     * @return the date, its zone and its slots
     */
    public BusinessDay day() {
        return figures.day();
    }

    /** The day after, under its own roster. */
    BusinessDay next() {
        return figures.next();
    }

    /**
     * The instant of which the book speaks.
     *
     * @return nothing later is in it
     */
    public Instant knownAt() {
        return knownAt;
    }

    /**
     * Whose figures are due: the store, the items and the rivals' items active on the date (R17).
     *
     * @return in order of kind and id
     */
    public List<Subject> required() {
        return figures.required();
    }

    /**
     * The accepted readings, all versions.
     *
     * @return in order of subject, slot and version
     */
    public List<ReadingVersion> readings() {
        return figures.readings();
    }

    /**
     * Every required subject's day, derived from the latest readings.
     *
     * @return in order of kind and id
     */
    public List<SubjectDay> subjectDays() {
        return figures.subjectDays();
    }

    /**
     * The title of an item or of a rival's item.
     *
     * @param subject whose
     * @return the title as it is now; empty if nobody told, and for the store itself
     */
    public Optional<String> findTitle(Subject subject) {
        return figures.findTitle(subject);
    }

    /** The latest readings of the first slots. */
    Pins pinned(int upTo) {
        return new Pins(ImmutableSortedMap.of(day().date(), Pins.latest(required(), upTo, readings())));
    }

    /**
     * The releases of the date, all versions, those of its boundaries only.
     *
     * @return in the order in which they were decided
     */
    public List<Release> releases() {
        return entriesOfDate().map(this::release).toList();
    }

    /** Every release that showed the date: its own and the first of the next. */
    List<ReleaseEntry> entries() {
        return entries;
    }

    Stream<ReleaseEntry> entriesOfDate() {
        return entries.stream().filter(entry -> entry.slot().date().equals(day().date()));
    }

    Optional<ReleaseEntry> lastEntry(SlotId slot) {
        return entries.stream()
                .filter(entry -> entry.slot().equals(slot))
                .max(Comparator.comparingInt(ReleaseEntry::version));
    }

    /** When the channel accepted a release, as far as that was known. */
    Optional<Instant> acceptedAt(ReleaseEntry entry) {
        return Optional.ofNullable(deliveries.get(entry.messageId()))
                .filter(delivery -> delivery.acceptedBy(until))
                .flatMap(Delivery::acceptedAt);
    }

    /** The channel that a release goes to, as far as it is still in the outbox's table. */
    Optional<String> channelOf(ReleaseEntry entry) {
        return Optional.ofNullable(deliveries.get(entry.messageId())).map(delivery -> delivery.channel());
    }

    private Release release(ReleaseEntry entry) {
        return release(entry, List.of());
    }

    /** The release of an entry of this date, with the closed day that it showed. */
    Release release(ReleaseEntry entry, List<SubjectDay> closedDays) {
        int upTo = entry.slot().number();
        Delivery delivery = deliveries.get(entry.messageId());
        return new Release(
                entry.store(),
                entry.slot(),
                day().plan().boundaryOf(entry.slot()),
                entry.version(),
                entry.dueAt(),
                entry.composedAt(),
                entry.author(),
                delivery == null ? DeliveryState.PENDING : stateThen(delivery, acceptedAt(entry)),
                acceptedAt(entry),
                delivery == null || acceptedAt(entry).isEmpty() ? Optional.empty() : delivery.confirmation(),
                entry.missing(),
                entry.changes(),
                entry.pins().days(day().date(), day().plan().slots(), upToSlot(upTo)),
                closedDays,
                Release.Remark.NONE);
    }

    /** A delivery keeps its last state only; what was accepted later was still waiting then. */
    private static DeliveryState stateThen(Delivery delivery, Optional<Instant> acceptedThen) {
        return delivery.state() == DeliveryState.SENT && acceptedThen.isEmpty()
                ? DeliveryState.PENDING
                : delivery.state();
    }

    private List<ReadingVersion> upToSlot(int upTo) {
        return readings().stream()
                .filter(reading -> reading.slot().number() <= upTo)
                .toList();
    }

    /**
     * Where the publication of a boundary stands (4.1).
     *
     * @param number 1 to n, the slot that the boundary closes
     * @return the state, derived
     * @throws IllegalArgumentException if the plan has no such boundary
     */
    public ReleaseState stateOf(int number) {
        day().releaseDue(number);
        Optional<ReleaseEntry> first = entriesOfDate()
                .filter(entry -> entry.slot().number() == number && entry.version() == 1)
                .findFirst();
        if (first.isPresent()) {
            return acceptedAt(first.get()).isPresent() ? ReleaseState.PUBLISHED : ReleaseState.QUEUED;
        }
        if (knownAt.isBefore(day().closes(number))) {
            return ReleaseState.PLANNED;
        }
        if (!knownAt.isBefore(day().missedAt())) {
            return ReleaseState.MISSED;
        }
        return missingAt(number).isEmpty() ? ReleaseState.READY : ReleaseState.COLLECTING;
    }

    /**
     * Whether a boundary's release is overdue: due, and not accepted (R6).
     *
     * @param number 1 to n, the slot that the boundary closes
     * @return true from the due instant on, while nothing was accepted
     * @throws IllegalArgumentException if the plan has no such boundary
     */
    public boolean overdue(int number) {
        return !knownAt.isBefore(day().releaseDue(number)) && stateOf(number) != ReleaseState.PUBLISHED;
    }

    /**
     * What the readings of a boundary lack.
     *
     * @param number the slot that the boundary closes
     * @return the missing key metrics of required subjects, in order
     */
    public List<MissingValue> missingAt(int number) {
        return figures.missingAt(number);
    }

    /**
     * How many slots are due by now: those whose boundary has passed, the last one with the next day's first boundary
     * (R22).
     *
     * @return 0 to n+1
     */
    public int slotsDue() {
        return knownAt.isBefore(next().closes(1))
                ? day().boundariesPassed(knownAt)
                : day().plan().slots();
    }

    /**
     * How settled the day is.
     *
     * @return the state
     */
    public DayState state() {
        Optional<Instant> provisional =
                acceptance(SlotId.of(day().date(), day().plan().boundaries().size()));
        Optional<Instant> done = acceptance(SlotId.of(next().date(), 1));
        if (provisional.isEmpty() && done.isEmpty()) {
            return new DayState(DayState.Phase.OPEN, Optional.empty(), 0);
        }
        if (done.isEmpty()) {
            return new DayState(DayState.Phase.PROVISIONAL, provisional, 0);
        }
        long corrections = entries.stream()
                .filter(entry -> entry.version() > 1
                        && entry.changes().stream()
                                .anyMatch(change -> change.slot().date().equals(day().date()))
                        && acceptedAt(entry).map(at -> at.isAfter(done.get())).orElse(false))
                .count();
        return new DayState(DayState.Phase.FINAL, done, 1 + Math.toIntExact(corrections));
    }

    private Optional<Instant> acceptance(SlotId slot) {
        return entries.stream()
                .filter(entry -> entry.slot().equals(slot) && entry.version() == 1)
                .findFirst()
                .flatMap(this::acceptedAt);
    }
}
