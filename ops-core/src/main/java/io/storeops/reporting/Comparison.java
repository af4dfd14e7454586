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
     * What differs in the slots that the earlier state showed.
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
            if (!then.find(metric).equals(current.find(metric))) {
                changes.add(new SlotChange(
                        day.subject(),
                        SlotId.of(date, slot),
                        slot,
                        metric,
                        value(then, metric),
                        value(current, metric),
                        then.conversion(),
                        current.conversion(),
                        reason(day.subject(), slot, metric, before, now)));
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
                            Optional.of(then.value()),
                            Optional.of(current.value()),
                            Optional.empty(),
                            Optional.empty(),
                            spanReason(day.subject(), then, before, now)));
                }
            }
        }
    }

    /** A span changes by a new version of the reading that ends it, or of the one before it begins. */
    private Optional<Restatement> spanReason(Subject subject, MergedSpan span, Pins before, Pins now) {
        return reason(subject, span.last(), span.metric(), before, now)
                .or(() -> reason(subject, span.first(), span.metric(), before, now));
    }

    private static Optional<Long> value(Figures figures, Metric metric) {
        return figures.has(metric) ? Optional.of(figures.get(metric)) : Optional.empty();
    }

    /**
     * A slot's value changes by a new version of its own reading, a difference of counters also by one of the reading
     * before it. Only versions that gave this metric another value count; the operator's error weighs more.
     */
    private Optional<Restatement> reason(Subject subject, int slot, Metric metric, Pins before, Pins now) {
        return readings.stream()
                .filter(version -> version.reading().subject().equals(subject))
                .filter(version -> isNew(version, slot, before, now)
                        || (version.reading().semantics() == Semantics.CUMULATIVE_DAY
                                && isNew(version, slot - 1, before, now)))
                .filter(version -> changed(version, metric))
                .flatMap(version -> version.reading().reason().stream())
                .min(Restatement::compareTo);
    }

    private boolean isNew(ReadingVersion version, int slot, Pins before, Pins now) {
        return version.slot().number() == slot
                && version.version() > pinned(before, version)
                && version.version() <= pinned(now, version);
    }

    private boolean changed(ReadingVersion version, Metric metric) {
        return readings.stream()
                .filter(earlier ->
                        earlier.reading().subject().equals(version.reading().subject())
                                && earlier.slot().equals(version.slot())
                                && earlier.version() == version.version() - 1)
                .noneMatch(earlier -> earlier.reading()
                        .figures()
                        .find(metric)
                        .equals(version.reading().figures().find(metric)));
    }

    private int pinned(Pins pins, ReadingVersion version) {
        List<Integer> versions = pins.of(date).getOrDefault(version.reading().subject(), List.of());
        int slot = version.slot().number();
        return slot <= versions.size() ? versions.get(slot - 1) : 0;
    }
}
