package io.storeops.reporting;

import io.storeops.calendar.BusinessDay;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Semantics;
import io.storeops.figures.SourceOutage;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What is excused of what a day lacks (D66): what lacks only boundaries whose whole window lay in an outage of the source, or at whose
 * end nobody was there who could have collected.
 *
 * @param all the outages, copied
 * @param nobodyThere whether everybody who could have collected was absent at an instant
 */
record Outages(List<SourceOutage> all, Predicate<Instant> nobodyThere) {
    Outages {
        all = List.copyOf(all);
    }

    /** Due values that are not present and alone. */
    long missingValues(DayBook book) {
        Map<MissingValue, Set<Integer>> read = new HashMap<>();
        Set<MissingValue> direct = new HashSet<>();
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
        long excused = 0;
        for (SubjectDay day : book.figures().subjectDays(book.slotsDue())) {
            for (int slot = 1; slot <= book.slotsDue(); slot++) {
                Figures figures = day.slot(slot);
                for (Metric metric : Metric.keyMetrics()) {
                    MissingValue value = new MissingValue(day.subject(), metric);
                    Set<Integer> lacking =
                            new TreeSet<>(direct.contains(value) || slot == 1 ? Set.of(slot) : Set.of(slot - 1, slot));
                    lacking.removeAll(read.getOrDefault(value, Set.of()));
                    boolean explained = !lacking.isEmpty()
                            && lacking.stream().allMatch(boundary -> down(book, day.subject(), boundary));
                    excused += !figures.has(metric) && explained ? 1 : 0;
                }
            }
        }
        return excused;
    }

    /** Releases that were incomplete at their own boundary. */
    long incompleteReleases(DayBook book) {
        return DataQuality.firstVersions(book).stream()
                .filter(entry -> !entry.missing().isEmpty()
                        && entry.missing().stream()
                                .allMatch(value ->
                                        down(book, value.subject(), entry.slot().number())))
                .count();
    }

    /** The last slot is read in the window of the next day's first boundary. */
    private boolean down(DayBook book, Subject subject, int boundary) {
        boolean last = boundary == book.day().plan().slots();
        BusinessDay day = last ? book.next() : book.day();
        Instant at = day.closes(last ? 1 : boundary);
        Instant due = at.plus(day.plan().collectBy());
        return nobodyThere.test(due)
                || all.stream()
                        .filter(outage -> outage.subject().equals(subject))
                        .anyMatch(outage -> outage.covers(at.minus(day.plan().collectFrom()), due));
    }
}
