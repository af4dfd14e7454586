package io.storeops.reporting;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares two states of a date and says which values differ and why (R28). Pure. */
final class Comparison {
    private final LocalDate date;
    private final int slotCount;
    private final List<ReadingVersion> readings;

    Comparison(LocalDate date, int slotCount, List<ReadingVersion> readings) {
        this.date = date;
        this.slotCount = slotCount;
        this.readings = readings;
    }

    /**
     * What differs of the values that the earlier state showed; what it showed as missing was no value.
     *
     * @param before what was shown
     * @param now what is known, or was shown later
     * @return the changed values in order of subject, slot and metric
     */
    List<SlotChange> changes(Pins before, Pins now) {
        int shown = before.shown(date);
        Map<Subject, SubjectDay> then = bySubject(before);
        List<SlotChange> changes = new ArrayList<>();
        for (SubjectDay day : now.days(date, slotCount, readings)) {
            SubjectDay old = then.get(day.subject());
            for (int slot = 1; old != null && slot <= shown; slot++) {
                compare(old, day, slot, before, now, changes);
            }
            if (old != null) {
                compareSpans(old, day, before, now, changes);
            }
        }
        return changes;
    }

    private Map<Subject, SubjectDay> bySubject(Pins pins) {
        Map<Subject, SubjectDay> days = new HashMap<>();
        pins.days(date, slotCount, readings).forEach(day -> days.put(day.subject(), day));
        return days;
    }

    private void compare(SubjectDay old, SubjectDay day, int slot, Pins before, Pins now, List<SlotChange> changes) {
        Figures then = old.slot(slot);
        Figures current = day.slot(slot);
        for (Metric metric : Metric.all()) {
            if (then.has(metric) && !then.find(metric).equals(current.find(metric))) {
                changes.add(new SlotChange(
                        day.subject(),
                        SlotId.of(date, slot),
                        slot,
                        metric,
                        then.get(metric),
                        value(current, metric),
                        then.conversion(),
                        current.conversion(),
                        reason(day, slot, slot, metric, before, now)));
            }
        }
    }

    /** A span that is another one now shows in the slots that came out of it; one that stayed may have another value. */
    private void compareSpans(SubjectDay old, SubjectDay day, Pins before, Pins now, List<SlotChange> changes) {
        for (MergedSpan then : old.merged()) {
            for (MergedSpan current : day.merged()) {
                boolean same = then.metric() == current.metric()
                        && then.first() == current.first()
                        && then.last() == current.last();
                if (same && then.value() != current.value()) {
                    changes.add(new SlotChange(
                            day.subject(),
                            SlotId.of(date, then.first()),
                            then.last(),
                            then.metric(),
                            then.value(),
                            Optional.of(current.value()),
                            Optional.empty(),
                            Optional.empty(),
                            reason(day, then.first(), then.last(), then.metric(), before, now)));
                }
            }
        }
    }

    private static Optional<Long> value(Figures figures, Metric metric) {
        return figures.has(metric) ? Optional.of(figures.get(metric)) : Optional.empty();
    }

    /**
     * Values of slots change by a new version of a reading of theirs, or of what they are merged with now; differences of counters
     * also by one of the reading before them. Only versions that speak of this metric count; the operator's error weighs more.
     */
    private Optional<Restatement> reason(SubjectDay day, int first, int last, Metric metric, Pins before, Pins now) {
        List<MergedSpan> around = day.merged().stream()
                .filter(span -> span.metric() == metric && span.first() <= last && span.last() >= first)
                .toList();
        int from = around.stream().mapToInt(MergedSpan::first).reduce(first, Math::min);
        int to = around.stream().mapToInt(MergedSpan::last).reduce(last, Math::max);
        return readings.stream()
                .filter(version -> version.reading().subject().equals(day.subject())
                        && version.reading().figures().has(metric))
                .filter(version -> version.slot().number() <= to
                        && version.slot().number()
                                >= (version.reading().semantics() == Semantics.CUMULATIVE_DAY ? from - 1 : from))
                .filter(version ->
                        version.version() > pinned(before, version) && version.version() <= pinned(now, version))
                .flatMap(version -> version.reading().reason().stream())
                .min(Restatement::compareTo);
    }

    private int pinned(Pins pins, ReadingVersion version) {
        List<Integer> versions = pins.of(date).getOrDefault(version.reading().subject(), List.of());
        int slot = version.slot().number();
        return slot <= versions.size() ? versions.get(slot - 1) : 0;
    }
}
