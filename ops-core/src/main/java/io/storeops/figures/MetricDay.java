package io.storeops.figures;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one metric of a subject's day: by slot, the latest version that speaks of it (D70). A counter begins with 0 at
 * local midnight; a slot is the difference of two of its values (R20). Where one was missed in between, or the counter falls
 * because its source took something back, adjoining slots are one merged span, so nothing is guessed and nothing is negative
 * (R30, D72). Not thread-safe.
 */
final class MetricDay {
    private final Metric metric;
    private final @Nullable ReadingVersion[] latest;
    private @Nullable Semantics semantics;
    private boolean mixed;

    /** Of one version a slot at most, all of one kind; those that do not speak of the metric do not count. */
    MetricDay(Metric metric, @Nullable ReadingVersion[] bySlot, @Nullable Semantics semantics) {
        this.metric = metric;
        this.latest = bySlot;
        this.semantics = semantics;
    }

    /** Of any versions; the order does not matter. */
    static MetricDay of(Metric metric, int slotCount, Iterable<ReadingVersion> versions) {
        MetricDay day = new MetricDay(metric, new @Nullable ReadingVersion[slotCount + 1], null);
        for (ReadingVersion version : versions) {
            if (day.tells(version)) {
                day.add(version);
            }
        }
        return day;
    }

    private void add(ReadingVersion version) {
        int slot = version.slot().number();
        ReadingVersion known = latest[slot];
        if (known == null || known.version() < version.version()) {
            latest[slot] = version;
        }
        Semantics kind = version.reading().semantics();
        mixed |= semantics != null && semantics != kind;
        semantics = kind;
    }

    private boolean tells(ReadingVersion version) {
        return version.reading().figures().has(metric);
    }

    /** What counts for a slot. */
    private @Nullable ReadingVersion known(int slot) {
        ReadingVersion version = latest[slot];
        return version != null && tells(version) ? version : null;
    }

    /** What its values count; empty if none is known. */
    Optional<Semantics> semantics() {
        return Optional.ofNullable(semantics);
    }

    boolean mixed() {
        return mixed;
    }

    Optional<ReadingVersion> find(int slot) {
        return Optional.ofNullable(known(slot));
    }

    long value(ReadingVersion version) {
        return version.reading().figures().get(metric);
    }

    /** The nearest version before a slot, or after it, that counts. */
    Optional<ReadingVersion> nearest(int slot, boolean before, Predicate<ReadingVersion> counts) {
        int step = before ? -1 : 1;
        for (int at = slot + step; at >= 1 && at < latest.length; at += step) {
            ReadingVersion known = known(at);
            if (known != null && counts.test(known)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** What the direct values of all slots but one add up to. */
    long sumBesides(int slot) {
        long sum = 0;
        for (int at = 1; at < latest.length; at++) {
            sum += at == slot ? 0 : value(at);
        }
        return sum;
    }

    /** Writes the slots, what is merged, and the total up to the last slot of the day that has a reading. */
    void derive(SubjectDay.Builder day) {
        if (semantics == Semantics.DELTA) {
            values(day);
        } else {
            differences(day);
        }
    }

    private void values(SubjectDay.Builder day) {
        int present = 0;
        long total = 0;
        for (int slot = 1; slot < latest.length; slot++) {
            ReadingVersion known = known(slot);
            if (known != null) {
                day.slot(slot, metric, value(known), estimated(known));
                total += metric.additive() ? value(known) : 0;
                present++;
            }
        }
        if (metric.additive() && present == day.lastSlot()) {
            day.total(metric, total);
        }
    }

    /** The boundaries that count are those whose value is not above a later one. */
    private void differences(SubjectDay.Builder day) {
        int[] slots = new int[latest.length];
        long[] values = new long[latest.length];
        int top = 0;
        for (int slot = 1; slot < latest.length; slot++) {
            ReadingVersion known = known(slot);
            if (known != null) {
                long value = value(known);
                while (values[top] > value) {
                    top--;
                }
                slots[++top] = slot;
                values[top] = value;
            }
        }
        boolean before = false;
        for (int i = 1; i <= top; i++) {
            boolean now = estimated(latest[slots[i]]);
            long difference = values[i] - values[i - 1];
            if (slots[i] == slots[i - 1] + 1) {
                day.slot(slots[i], metric, difference, before || now);
            } else {
                day.merged(new MergedSpan(metric, slots[i - 1] + 1, slots[i], difference), before || now);
            }
            before = now;
        }
        if (slots[top] == day.lastSlot()) {
            day.total(metric, values[top]);
        }
    }

    private long value(int slot) {
        ReadingVersion known = known(slot);
        return known == null ? 0 : value(known);
    }

    private static boolean estimated(@Nullable ReadingVersion version) {
        return version != null && version.reading().quality() == Quality.ESTIMATED;
    }
}
