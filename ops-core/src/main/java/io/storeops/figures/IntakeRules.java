package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SlotPlan;
import io.storeops.figures.Intake.Code;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Decides whether a reading is taken (R19, R20, R22, R27-R29, R32, D70-D75). Each metric that it carries is judged by itself; the
 * reading is taken or refused as a whole, and of one that is taken only what is new is kept. A pure function of the plan, what is
 * known of the subject's day and the reading.
 */
final class IntakeRules {
    private final BusinessDay day;
    private final BusinessDay next;
    private final SlotPlan plan;
    private final SortedMap<String, String> ruling;
    private final boolean derived;

    /**
     * The rules of a day.
     *
     * @param day the day
     * @param next the next day, whose own plan says when the last slot is collected
     * @param ruling the source that rules for a metric, by the metric's name
     * @param derived whether the readings were derived from orders, as they are whenever the source is read
     */
    IntakeRules(BusinessDay day, BusinessDay next, SortedMap<String, String> ruling, boolean derived) {
        this.day = day;
        this.next = next;
        this.plan = day.plan();
        this.ruling = ruling;
        this.derived = derived;
    }

    /**
     * What is known of a subject when a reading arrives.
     *
     * @param watched whether the store watches the subject on the date
     * @param today the accepted readings of its day, in any order
     * @param dayBefore those of the day before, asked for only if they matter
     */
    record Known(boolean watched, List<ReadingVersion> today, Supplier<List<ReadingVersion>> dayBefore) {}

    /**
     * What becomes of a reading.
     *
     * @param intake what its deliverer is told
     * @param kept what is kept of it; empty unless it is accepted
     * @param supersedes whether the next release has to name what is another now: a source took the place of its own values without
     *     giving a reason (D75), or a counter fell (D72)
     */
    record Decision(Intake intake, Optional<Reading> kept, boolean supersedes) {
        private static Decision not(Reading reading, Code code, String detail) {
            return new Decision(Intake.of(reading, code, detail), Optional.empty(), false);
        }
    }

    /** What a metric of a reading is beside what is known of it. */
    private enum Claim {
        FIRST,
        REPEATS,
        RESTATES,
        SUPERSEDES,
        LESS_PROVEN,
        CONFLICTS
    }

    Decision decide(Reading reading, Instant arrivedAt, Known known) {
        if (reading.slot().number() > plan.slots()) {
            return Decision.not(reading, Code.NO_SUCH_SLOT, "the plan has slots 1 to " + plan.slots());
        }
        if (!known.watched()) {
            return Decision.not(
                    reading,
                    Code.NOT_WATCHED,
                    reading.subject() + " is not watched on " + reading.slot().date());
        }
        return values(reading).or(() -> window(reading, arrivedAt)).orElseGet(() -> ruled(reading, arrivedAt, known));
    }

    private static Optional<Decision> values(Reading reading) {
        Figures figures = reading.figures();
        if (figures.none()) {
            return Optional.of(Decision.not(reading, Code.EMPTY, "no metric has a value"));
        }
        for (Metric metric : figures.metrics()) {
            if (figures.get(metric) < 0) {
                return Optional.of(
                        Decision.not(reading, Code.NEGATIVE, metric.column() + " is " + figures.get(metric)));
            }
        }
        if (reading.subject().kind() == SubjectKind.COMPETITOR && reading.quality() != Quality.ESTIMATED) {
            return Optional.of(Decision.not(reading, Code.NOT_ESTIMATED, "a rival's figures are ESTIMATED"));
        }
        return Optional.empty();
    }

    private Optional<Decision> window(Reading reading, Instant arrivedAt) {
        int slot = reading.slot().number();
        boolean boundary = slot < plan.slots() && reading.semantics() == Semantics.CUMULATIVE_DAY;
        Instant opens = boundary ? day.closes(slot).minus(plan.collectFrom()) : day.closes(slot);
        if (reading.observedAt().isBefore(opens)) {
            return Optional.of(Decision.not(
                    reading, Code.EARLY, "observed at " + reading.observedAt() + ", the window opens at " + opens));
        }
        Instant closes = day.closes(slot).plus(plan.collectBy());
        if (boundary && reading.reason().isEmpty() && reading.observedAt().isAfter(closes)) {
            return Optional.of(Decision.not(
                    reading,
                    Code.AFTER_WINDOW,
                    "observed at " + reading.observedAt() + ", the window closed at " + closes));
        }
        if (reading.observedAt().isAfter(arrivedAt)) {
            return Optional.of(Decision.not(
                    reading,
                    Code.NOT_YET_OBSERVED,
                    "observed at " + reading.observedAt() + ", arrived at " + arrivedAt));
        }
        return Optional.empty();
    }

    /** A metric for which another source rules is not this source's to tell: it is left out of what is judged. */
    private Decision ruled(Reading reading, Instant arrivedAt, Known known) {
        Set<Metric> others = EnumSet.noneOf(Metric.class);
        StringBuilder left = new StringBuilder();
        for (Metric metric : reading.figures().metrics()) {
            String ruler = ruling.getOrDefault(metric.name(), reading.source());
            if (!ruler.equals(reading.source())) {
                others.add(metric);
                left.append(left.isEmpty() ? "" : ", ")
                        .append(metric.column())
                        .append(" is taken from ")
                        .append(ruler);
            }
        }
        Set<Metric> own = EnumSet.copyOf(reading.figures().metrics());
        own.removeAll(others);
        return own.isEmpty()
                ? Decision.not(reading, Code.NOT_RULING, left.toString())
                : judged(reading, own, left.toString(), arrivedAt, known);
    }

    private Decision judged(Reading reading, Set<Metric> own, String left, Instant arrivedAt, Known known) {
        Map<Metric, MetricDay> days = new EnumMap<>(Metric.class);
        Map<Metric, Claim> claims = new EnumMap<>(Metric.class);
        for (Metric metric : own) {
            days.put(metric, MetricDay.of(metric, plan.slots(), known.today()));
            claims.put(metric, claim(metric, reading, known.today(), day(days, metric)));
        }
        Set<Metric> fresh = EnumSet.copyOf(own);
        fresh.removeIf(metric -> claims.get(metric) == Claim.REPEATS || claims.get(metric) == Claim.LESS_PROVEN);
        if (fresh.isEmpty()) {
            return claims.containsValue(Claim.LESS_PROVEN)
                    ? Decision.not(reading, Code.LESS_PROVEN, "what is known is ACTUAL")
                    : Decision.not(reading, Code.DUPLICATE, "the same reading is known");
        }
        boolean restates = reading.reason().isPresent();
        Optional<String> suspicion = suspicion(reading, fresh, claims, days, known);
        Optional<Decision> refused = fresh.stream()
                .flatMap(
                        metric -> refused(
                                metric,
                                reading,
                                requireNonNull(claims.get(metric)),
                                day(days, metric),
                                suspicion.isPresent())
                                .stream())
                .findFirst();
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!restates && suspicion.isPresent()) {
            return Decision.not(reading, Code.SUSPECT, suspicion.get());
        }
        boolean supersedes = claims.containsValue(Claim.SUPERSEDES);
        boolean dips = restates && suspicion.isPresent() && claims.containsValue(Claim.FIRST);
        Code code = restates || supersedes ? Code.RESTATED : punctuality(reading, arrivedAt);
        return new Decision(
                Intake.of(reading, code, left),
                Optional.of(reading.of(fresh, supersedes ? Optional.of(Restatement.PLATFORM) : reading.reason())),
                supersedes || dips);
    }

    /** Why what a metric says anew cannot be taken; a reason explains a suspicion, which is no restatement then. */
    private static Optional<Decision> refused(
            Metric metric, Reading reading, Claim claim, MetricDay metricDay, boolean suspect) {
        if (claim == Claim.FIRST && reading.reason().isPresent() && !suspect) {
            return Optional.of(Decision.not(
                    reading, Code.NOTHING_TO_RESTATE, "no " + metric.column() + " of " + reading.slot() + " is known"));
        }
        if (claim == Claim.CONFLICTS) {
            ReadingVersion latest = metricDay.find(reading.slot().number()).orElseThrow();
            return Optional.of(Decision.not(
                    reading,
                    Code.CONFLICTING,
                    "known is " + metric.column() + "=" + metricDay.value(latest) + "; give a reason to restate it"));
        }
        Optional<Semantics> other = metricDay.semantics().filter(kind -> kind != reading.semantics());
        if (other.isPresent()) {
            return Optional.of(Decision.not(
                    reading, Code.MIXED_SEMANTICS, "the day's readings of " + metric.column() + " are " + other.get()));
        }
        return tooLarge(metric, reading, metricDay)
                ? Optional.of(Decision.not(
                        reading, Code.TOO_LARGE, "with it, the day's " + metric.column() + " would exceed 64 bits"))
                : Optional.empty();
    }

    private static MetricDay day(Map<Metric, MetricDay> days, Metric metric) {
        return requireNonNull(days.get(metric), metric::name);
    }

    /** Of a restatement and of what is derived anew only the latest value is a repetition, else any that was known. */
    private Claim claim(Metric metric, Reading reading, List<ReadingVersion> known, MetricDay metricDay) {
        Optional<ReadingVersion> found = metricDay.find(reading.slot().number());
        if (found.isEmpty()) {
            return Claim.FIRST;
        }
        Reading latest = found.get().reading();
        boolean same = sameValue(metric, latest, reading);
        boolean sameSource = latest.source().equals(reading.source()) && latest.semantics() == reading.semantics();
        if (reading.reason().isPresent()) {
            return same ? Claim.REPEATS : Claim.RESTATES;
        }
        if (sameSource && betterProven(reading, latest)) {
            return Claim.SUPERSEDES;
        }
        if (same || (!derived && knownOnce(metric, reading, known))) {
            return Claim.REPEATS;
        }
        if (sameSource && derived) {
            return betterProven(latest, reading) ? Claim.LESS_PROVEN : Claim.SUPERSEDES;
        }
        return Claim.CONFLICTS;
    }

    private static boolean knownOnce(Metric metric, Reading reading, List<ReadingVersion> known) {
        return known.stream()
                .map(ReadingVersion::reading)
                .filter(earlier -> earlier.slot().equals(reading.slot())
                        && earlier.figures().has(metric))
                .anyMatch(earlier -> earlier.quality() == reading.quality() && sameValue(metric, earlier, reading));
    }

    private static boolean sameValue(Metric metric, Reading known, Reading reading) {
        return known.semantics() == reading.semantics()
                && known.figures().get(metric) == reading.figures().get(metric);
    }

    private static boolean betterProven(Reading reading, Reading other) {
        return reading.quality() == Quality.ACTUAL && other.quality() == Quality.ESTIMATED;
    }

    private Optional<String> suspicion(
            Reading reading, Set<Metric> fresh, Map<Metric, Claim> claims, Map<Metric, MetricDay> days, Known known) {
        if (reading.semantics() == Semantics.DELTA) {
            return Optional.empty();
        }
        return fresh.stream()
                .flatMap(metric ->
                        falls(metric, reading, claims.get(metric) == Claim.SUPERSEDES, day(days, metric)).stream())
                .findFirst()
                .or(() -> yesterdays(reading, fresh, days, known));
    }

    /**
     * A counter that falls, seen from the neighbours on either side: a late reading may be the one that rises too far. What
     * supersedes an estimate is not held against other estimates.
     */
    private static Optional<String> falls(Metric metric, Reading reading, boolean supersedes, MetricDay metricDay) {
        int slot = reading.slot().number();
        long value = reading.figures().get(metric);
        Optional<Long> before = metricDay
                .nearest(slot, true, other -> !supersedes || !betterProven(reading, other.reading()))
                .map(metricDay::value);
        if (before.isPresent() && value < before.get()) {
            return Optional.of(metric.column() + " falls from " + before.get() + " to " + value);
        }
        return metricDay
                .nearest(slot, false, other -> !supersedes || !betterProven(reading, other.reading()))
                .map(metricDay::value)
                .filter(after -> value > after)
                .map(after -> metric.column() + " would fall from " + value + " to the later " + after);
    }

    /** The first figures of a day are those with which the day before ended: the counter was not set back (D73). */
    private static Optional<String> yesterdays(
            Reading reading, Set<Metric> fresh, Map<Metric, MetricDay> days, Known known) {
        Figures figures = reading.figures().of(fresh);
        boolean first =
                fresh.stream().allMatch(metric -> day(days, metric).semantics().isEmpty());
        if (!first || figures.metrics().stream().allMatch(metric -> figures.get(metric) == 0)) {
            return Optional.empty();
        }
        List<ReadingVersion> dayBefore = known.dayBefore().get();
        int slots = dayBefore.stream()
                .mapToInt(version -> version.slot().number())
                .max()
                .orElse(0);
        return figures.metrics().stream()
                        .allMatch(metric -> ended(metric, slots, dayBefore).equals(figures.find(metric)))
                ? Optional.of(figures + " is what the day before ended with")
                : Optional.empty();
    }

    private static OptionalLong ended(Metric metric, int slots, List<ReadingVersion> dayBefore) {
        return MetricDay.of(metric, slots, dayBefore)
                .nearest(slots + 1, true, version -> version.reading().semantics() == Semantics.CUMULATIVE_DAY)
                .map(version -> version.reading().figures().find(metric))
                .orElse(OptionalLong.empty());
    }

    /** Direct values are added up, differences of counters never exceed the counter. */
    private static boolean tooLarge(Metric metric, Reading reading, MetricDay metricDay) {
        if (reading.semantics() != Semantics.DELTA || !metric.additive()) {
            return false;
        }
        return metricDay.sumBesides(reading.slot().number())
                > Long.MAX_VALUE - reading.figures().get(metric);
    }

    private Code punctuality(Reading reading, Instant arrivedAt) {
        return arrivedAt.isAfter(collectUntil(reading)) ? Code.LATE : Code.NONE;
    }

    /** The last slot is collected with the next day's first boundary (R22), every other with its own. */
    private Instant collectUntil(Reading reading) {
        int slot = reading.slot().number();
        return slot == plan.slots()
                ? next.closes(1).plus(next.plan().collectBy())
                : day.closes(slot).plus(plan.collectBy());
    }
}
