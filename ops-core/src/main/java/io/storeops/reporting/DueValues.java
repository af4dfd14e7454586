package io.storeops.reporting;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.authority.Right;
import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SlotId;
import io.storeops.evidence.Target;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Semantics;
import io.storeops.figures.SourceOutage;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The values that are due of a day, slot by slot, and what excuses those that it lacks (D66): the source could not be read, or nobody was
 * there who could have collected. What K1.2 counts, and what of K1.3 is excused.
 */
final class DueValues {
    private final DayBook book;
    private final Charges charges;
    private final List<SourceOutage> outages;
    private final Map<MissingValue, Set<Integer>> read = new HashMap<>();
    private final Set<MissingValue> direct = new HashSet<>();

    private DueValues(DayBook book, Charges charges, List<SourceOutage> outages) {
        this.book = book;
        this.charges = charges;
        this.outages = outages;
        for (ReadingVersion version : book.readings()) {
            for (Metric metric : version.reading().figures().metrics()) {
                MissingValue value = new MissingValue(version.reading().subject(), metric);
                read.computeIfAbsent(value, key -> new TreeSet<>())
                        .add(version.slot().number());
                if (version.reading().semantics() == Semantics.DELTA) {
                    direct.add(value);
                }
            }
        }
    }

    /** Those that are present and alone, and those that are not, by slot. */
    static List<Charged.Item> of(DayBook book, Charges charges, List<SourceOutage> outages) {
        DueValues values = new DueValues(book, charges, outages);
        List<SubjectDay> days = book.figures().subjectDays(book.slotsDue());
        List<Charged.Item> all = new ArrayList<>();
        for (int slot = 1; slot <= book.slotsDue(); slot++) {
            all.addAll(values.of(slot, days));
        }
        return all;
    }

    /** Whether everything that a release lacks at its own boundary is excused. */
    static boolean explains(ReleaseEntry entry, DayBook book, Charges charges, List<SourceOutage> outages) {
        if (entry.missing().isEmpty()) {
            return false;
        }
        DueValues values = new DueValues(book, charges, outages);
        return entry.missing().stream()
                .allMatch(
                        value -> values.explained(value.subject(), entry.slot().number()));
    }

    /** Values that lack the same boundaries are one item. */
    private List<Charged.Item> of(int slot, List<SubjectDay> days) {
        long all = (long) book.required().size() * Metric.keyMetrics().size();
        Map<List<Integer>, Ratio> lacking = new TreeMap<>(Comparator.comparing(List::toString));
        long present = 0;
        for (SubjectDay day : days) {
            Figures figures = day.slot(slot);
            for (Metric metric : Metric.keyMetrics()) {
                if (figures.has(metric)) {
                    present++;
                } else {
                    SortedSet<Integer> boundaries = lacking(new MissingValue(day.subject(), metric), slot);
                    boolean explained = !boundaries.isEmpty()
                            && boundaries.stream().allMatch(boundary -> explained(day.subject(), boundary));
                    lacking.merge(List.copyOf(boundaries), Ratio.of(explained ? 1 : 0, 1), Ratio::and);
                }
            }
        }
        long missing = lacking.values().stream().mapToLong(Ratio::d).sum();
        List<Charged.Item> items = new ArrayList<>();
        List<ActorId> holders = holders(slot);
        Target target = Target.of("slot", SlotId.of(book.day().date(), slot).toString());
        items.add(Charged.Item.of(target, Ratio.of(present, all - missing), 0, holders, collectDue(slot)));
        lacking.forEach((boundaries, count) -> items.add(new Charged.Item(
                target,
                Ratio.of(0, count.d()),
                count.n(),
                holders.stream()
                        .map(person -> new Charged.Share(person, Ratio.of(0, count.d()), missed(person, boundaries)))
                        .toList(),
                collectDue(slot))));
        return items;
    }

    private SortedSet<Integer> lacking(MissingValue value, int slot) {
        SortedSet<Integer> boundaries =
                new TreeSet<>(direct.contains(value) || slot == 1 ? Set.of(slot) : Set.of(slot - 1, slot));
        boundaries.removeAll(read.getOrDefault(value, Set.of()));
        return boundaries;
    }

    /** When a person was absent who could have collected, if that was at all of the boundaries; not when nobody was there at all. */
    private List<Instant> missed(ActorId person, List<Integer> boundaries) {
        Predicate<Integer> absent = boundary -> charges.absent(person, collectDue(boundary));
        return boundaries.isEmpty() || !boundaries.stream().allMatch(absent)
                ? List.of()
                : boundaries.stream()
                        .map(this::collectDue)
                        .filter(due ->
                                !charges.excused(charges.of(Optional.empty(), Right.COLLECT_AND_RELEASE, due), due))
                        .limit(1)
                        .toList();
    }

    private List<ActorId> holders(int boundary) {
        return charges.of(Optional.empty(), Right.COLLECT_AND_RELEASE, collectDue(boundary));
    }

    private boolean explained(Subject subject, int boundary) {
        Instant due = collectDue(boundary);
        BusinessDay day = dayOf(boundary);
        Instant from = closes(boundary).minus(day.plan().collectFrom());
        return charges.excused(holders(boundary), due)
                || outages.stream()
                        .filter(outage -> outage.subject().equals(subject))
                        .anyMatch(outage -> outage.covers(from, due));
    }

    /** The last slot is read in the window of the next day's first boundary. */
    private BusinessDay dayOf(int boundary) {
        return boundary == book.day().plan().slots() ? book.next() : book.day();
    }

    private Instant closes(int boundary) {
        return dayOf(boundary).closes(boundary == book.day().plan().slots() ? 1 : boundary);
    }

    private Instant collectDue(int boundary) {
        return closes(boundary).plus(dayOf(boundary).plan().collectBy());
    }
}
