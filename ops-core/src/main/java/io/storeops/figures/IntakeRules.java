package io.storeops.figures;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SlotPlan;
import io.storeops.figures.Intake.Code;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Decides whether a reading is taken (R19, R20, R22, R27-R29, R32). A pure function of the plan, what is known of the
 * subject's day and the reading.
 */
final class IntakeRules {
    private final BusinessDay day;
    private final BusinessDay next;
    private final SlotPlan plan;

    /** The rules of a day; the next day's own plan says when the last slot is collected. */
    IntakeRules(BusinessDay day, BusinessDay next) {
        this.day = day;
        this.next = next;
        this.plan = day.plan();
    }

    /**
     * Decides on one reading.
     *
     * @param reading the reading
     * @param arrivedAt when it was received
     * @param watched whether the store watches the subject on the date
     * @param known what is known of the subject's day, in any order
     * @return what becomes of it
     */
    Intake decide(Reading reading, Instant arrivedAt, boolean watched, List<ReadingVersion> known) {
        if (reading.slot().number() > plan.slots()) {
            return Intake.of(reading, Code.NO_SUCH_SLOT, "the plan has slots 1 to " + plan.slots());
        }
        if (!watched) {
            return Intake.of(
                    reading,
                    Code.NOT_WATCHED,
                    reading.subject() + " is not watched on " + reading.slot().date());
        }
        return values(reading)
                .or(() -> window(reading, arrivedAt))
                .or(() -> against(reading, known))
                .orElseGet(() -> accepted(reading, arrivedAt));
    }

    private static Optional<Intake> values(Reading reading) {
        Figures figures = reading.figures();
        if (figures.none()) {
            return Optional.of(Intake.of(reading, Code.EMPTY, "no metric has a value"));
        }
        for (Metric metric : figures.metrics()) {
            if (figures.get(metric) < 0) {
                return Optional.of(Intake.of(reading, Code.NEGATIVE, metric.column() + " is " + figures.get(metric)));
            }
        }
        if (reading.subject().kind() == SubjectKind.COMPETITOR && reading.quality() != Quality.ESTIMATED) {
            return Optional.of(Intake.of(reading, Code.NOT_ESTIMATED, "a rival's figures are ESTIMATED"));
        }
        return Optional.empty();
    }

    private Optional<Intake> window(Reading reading, Instant arrivedAt) {
        int slot = reading.slot().number();
        boolean boundary = slot < plan.slots() && reading.semantics() == Semantics.CUMULATIVE_DAY;
        Instant opens = boundary ? day.closes(slot).minus(plan.collectFrom()) : day.closes(slot);
        if (reading.observedAt().isBefore(opens)) {
            return Optional.of(Intake.of(
                    reading, Code.EARLY, "observed at " + reading.observedAt() + ", the window opens at " + opens));
        }
        Instant closes = day.closes(slot).plus(plan.collectBy());
        if (boundary && reading.reason().isEmpty() && reading.observedAt().isAfter(closes)) {
            return Optional.of(Intake.of(
                    reading,
                    Code.AFTER_WINDOW,
                    "observed at " + reading.observedAt() + ", the window closed at " + closes));
        }
        if (reading.observedAt().isAfter(arrivedAt)) {
            return Optional.of(Intake.of(
                    reading,
                    Code.NOT_YET_OBSERVED,
                    "observed at " + reading.observedAt() + ", arrived at " + arrivedAt));
        }
        return Optional.empty();
    }

    private static Optional<Intake> against(Reading reading, List<ReadingVersion> known) {
        List<ReadingVersion> same = known.stream()
                .filter(version -> version.slot().equals(reading.slot()))
                .toList();
        Optional<ReadingVersion> latest = same.stream().max((a, b) -> Integer.compare(a.version(), b.version()));
        boolean restates = reading.reason().isPresent();
        boolean repeats = restates
                ? latest.map(version -> sameValues(version, reading)).orElse(false)
                : same.stream().anyMatch(version -> sameValues(version, reading));
        if (repeats) {
            return Optional.of(Intake.of(reading, Code.DUPLICATE, "the same reading is known"));
        }
        if (latest.isEmpty() && restates) {
            return Optional.of(
                    Intake.of(reading, Code.NOTHING_TO_RESTATE, "no reading of " + reading.slot() + " is known"));
        }
        if (latest.isPresent() && !restates) {
            return Optional.of(Intake.of(
                    reading,
                    Code.CONFLICTING,
                    "known is " + latest.get().reading().figures() + "; give a reason to restate it"));
        }
        if (known.stream().anyMatch(version -> version.reading().semantics() != reading.semantics())) {
            return Optional.of(Intake.of(
                    reading,
                    Code.MIXED_SEMANTICS,
                    "the day's readings are " + known.get(0).reading().semantics()));
        }
        return restates || reading.semantics() == Semantics.DELTA ? Optional.empty() : falls(reading, known);
    }

    private static boolean sameValues(ReadingVersion version, Reading reading) {
        return version.reading().figures().equals(reading.figures())
                && version.reading().quality() == reading.quality()
                && version.reading().semantics() == reading.semantics();
    }

    /** A counter that falls, seen from the neighbours on either side: a late reading may be the one that rises too far. */
    private static Optional<Intake> falls(Reading reading, List<ReadingVersion> known) {
        for (Metric metric : reading.figures().metrics()) {
            long value = reading.figures().get(metric);
            OptionalLong before = neighbour(known, metric, reading.slot().number(), true);
            OptionalLong after = neighbour(known, metric, reading.slot().number(), false);
            if (before.isPresent() && value < before.getAsLong()) {
                return Optional.of(Intake.of(
                        reading, Code.SUSPECT, metric.column() + " falls from " + before.getAsLong() + " to " + value));
            }
            if (after.isPresent() && value > after.getAsLong()) {
                return Optional.of(Intake.of(
                        reading,
                        Code.SUSPECT,
                        metric.column() + " would fall from " + value + " to the later " + after.getAsLong()));
            }
        }
        return Optional.empty();
    }

    private static OptionalLong neighbour(List<ReadingVersion> known, Metric metric, int slot, boolean before) {
        NavigableMap<Integer, ReadingVersion> latest = new TreeMap<>();
        for (ReadingVersion version : known) {
            latest.merge(version.slot().number(), version, (a, b) -> a.version() > b.version() ? a : b);
        }
        NavigableMap<Integer, ReadingVersion> nearestFirst =
                before ? latest.headMap(slot, false).descendingMap() : latest.tailMap(slot, false);
        return nearestFirst.values().stream()
                .map(version -> version.reading().figures())
                .filter(figures -> figures.has(metric))
                .findFirst()
                .map(figures -> figures.find(metric))
                .orElse(OptionalLong.empty());
    }

    private Intake accepted(Reading reading, Instant arrivedAt) {
        if (reading.reason().isPresent()) {
            return Intake.of(reading, Code.RESTATED, "");
        }
        return arrivedAt.isAfter(collectUntil(reading))
                ? Intake.of(reading, Code.LATE, "")
                : Intake.of(reading, Code.NONE, "");
    }

    /** The last slot is collected with the next day's first boundary (R22), every other with its own. */
    private Instant collectUntil(Reading reading) {
        int slot = reading.slot().number();
        return slot == plan.slots()
                ? next.closes(1).plus(next.plan().collectBy())
                : day.closes(slot).plus(plan.collectBy());
    }
}
