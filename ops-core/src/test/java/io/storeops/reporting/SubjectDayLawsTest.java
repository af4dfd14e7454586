package io.storeops.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SlotId;
import io.storeops.figures.DayFigures;
import io.storeops.figures.Figures;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SubjectDayLawsTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final Subject SUBJECT = Subject.ofStore(STORE);
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final Instant START = Instant.parse("2024-06-16T01:00:00Z");
    private static final int SLOTS = 14;

    @Provide
    Arbitrary<List<ReadingVersion>> counters() {
        return history(Semantics.CUMULATIVE_DAY);
    }

    @Provide
    Arbitrary<List<ReadingVersion>> directValues() {
        return history(Semantics.DELTA);
    }

    /** Readings of some slots with some metrics, each with its restatements, in order of arrival. */
    private static Arbitrary<List<ReadingVersion>> history(Semantics semantics) {
        return Arbitraries.randomValue(random -> {
            List<ReadingVersion> versions = new ArrayList<>();
            int[] last = new int[SLOTS + 1];
            int count = random.nextInt(40);
            for (int i = 0; i < count; i++) {
                int slot = 1 + random.nextInt(SLOTS);
                versions.add(version(random, semantics, slot, ++last[slot], START.plusSeconds(60L * i)));
            }
            return versions;
        });
    }

    private static ReadingVersion version(Random random, Semantics semantics, int slot, int version, Instant at) {
        Figures.Builder figures = Figures.builder();
        for (Metric metric : Metric.all()) {
            if (random.nextInt(5) > 0) {
                figures.set(metric, random.nextInt(100_000));
            }
        }
        Reading reading = new Reading(
                SUBJECT,
                SlotId.of(DAY, slot),
                at,
                figures.build(),
                semantics,
                Quality.ACTUAL,
                "law",
                version == 1 ? Optional.empty() : Optional.of(Restatement.PLATFORM));
        return new ReadingVersion(STORE, reading, version, at, false);
    }

    private static SubjectDay derive(List<ReadingVersion> readings) {
        return SubjectDay.derive(SUBJECT, DAY, SLOTS, readings);
    }

    @Property
    void theOrderOfReadingsDoesNotMatter(
            @ForAll("counters") List<ReadingVersion> counters,
            @ForAll("directValues") List<ReadingVersion> direct,
            @ForAll long seed) {
        for (List<ReadingVersion> readings : List.of(counters, direct)) {
            List<ReadingVersion> shuffled = new ArrayList<>(readings);
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(derive(readings), derive(shuffled));
        }
    }

    @Property
    void slotsAndMergedSpansOfACounterAddUpToItsLastValue(@ForAll("counters") List<ReadingVersion> readings) {
        SubjectDay day = derive(readings);
        for (Metric metric : day.totals().metrics()) {
            long slots = day.slots().stream()
                    .mapToLong(slot -> slot.find(metric).orElse(0))
                    .sum();
            long spans = day.merged().stream()
                    .filter(span -> span.metric() == metric)
                    .mapToLong(MergedSpan::value)
                    .sum();
            assertEquals(day.totals().get(metric), slots + spans);
        }
    }

    @Property
    void noSlotIsBothAloneAndMerged(@ForAll("counters") List<ReadingVersion> readings) {
        SubjectDay day = derive(readings);
        for (MergedSpan span : day.merged()) {
            for (int slot = span.first(); slot <= span.last(); slot++) {
                assertEquals(false, day.slot(slot).has(span.metric()));
            }
        }
    }

    @Property
    void directValuesAddUpWhereAddingIsAllowedAndNothingIsMissing(
            @ForAll("directValues") List<ReadingVersion> readings) {
        SubjectDay day = derive(readings);
        for (Metric metric : Metric.all()) {
            List<Figures> soFar = day.slots().subList(0, day.lastSlot());
            boolean whole = soFar.stream().allMatch(slot -> slot.has(metric));
            boolean persons = metric == Metric.VISITORS || metric == Metric.BUYERS;
            if (whole && !persons && !soFar.isEmpty()) {
                assertEquals(
                        soFar.stream().mapToLong(slot -> slot.get(metric)).sum(),
                        day.totals().get(metric));
            } else if (!soFar.isEmpty()) {
                assertEquals(false, day.totals().has(metric));
            }
        }
    }

    @Property
    void restatingBackRestores(@ForAll("counters") List<ReadingVersion> readings, @ForAll long seed) {
        if (readings.isEmpty()) {
            return;
        }
        Random random = new Random(seed);
        SubjectDay before = derive(readings);
        int slot = readings.get(random.nextInt(readings.size())).slot().number();
        ReadingVersion latest = readings.stream()
                .filter(version -> version.slot().number() == slot)
                .reduce((a, b) -> a.version() > b.version() ? a : b)
                .orElseThrow();
        List<ReadingVersion> more = new ArrayList<>(readings);
        Instant later = START.plusSeconds(100_000);
        Figures known = standing(readings, slot);
        Reading other =
                version(random, Semantics.CUMULATIVE_DAY, slot, 1, later).reading();
        more.add(new ReadingVersion(
                STORE,
                with(other, other.figures().of(Set.copyOf(known.metrics()))),
                latest.version() + 1,
                later,
                false));
        more.add(new ReadingVersion(
                STORE, with(latest.reading(), known), latest.version() + 2, later.plusSeconds(1), false));
        assertEquals(before, derive(more));
    }

    /** What the versions of a slot come to: of each metric, what was said last of it. */
    private static Figures standing(List<ReadingVersion> readings, int slot) {
        Figures.Builder known = Figures.builder();
        readings.stream()
                .filter(version -> version.slot().number() == slot)
                .sorted(Comparator.comparingInt(ReadingVersion::version))
                .map(version -> version.reading().figures())
                .forEach(figures -> figures.metrics().forEach(metric -> known.set(metric, figures.get(metric))));
        return known.build();
    }

    private static Reading with(Reading reading, Figures figures) {
        return new Reading(
                reading.subject(),
                reading.slot(),
                reading.observedAt(),
                figures,
                reading.semantics(),
                reading.quality(),
                reading.source(),
                reading.reason());
    }

    @Property
    void slotsAndSpansAreTheCounterAndNeverNegative(@ForAll("counters") List<ReadingVersion> readings) {
        SubjectDay day = derive(readings);
        for (Metric metric : Metric.all()) {
            long sum = 0;
            for (Figures slot : day.slots()) {
                assertTrue(slot.find(metric).orElse(0) >= 0);
                sum += slot.find(metric).orElse(0);
            }
            for (MergedSpan span : day.merged()) {
                assertTrue(span.value() >= 0);
                sum += span.metric() == metric ? span.value() : 0;
            }
            int last = 0;
            for (int slot = 1; slot <= SLOTS; slot++) {
                last = standing(readings, slot).has(metric) ? slot : last;
            }
            assertEquals(last == 0 ? 0 : standing(readings, last).get(metric), sum);
        }
    }

    @Property
    void whatAReadingDoesNotSpeakOfStays(@ForAll("counters") List<ReadingVersion> readings, @ForAll long seed) {
        Random random = new Random(seed);
        Metric spoken = Metric.all().get(random.nextInt(Metric.all().size()));
        Reading any = version(random, Semantics.CUMULATIVE_DAY, 1 + random.nextInt(SLOTS), 1, START)
                .reading();
        Figures figures = Figures.builder().set(spoken, random.nextInt(1_000)).build();
        List<ReadingVersion> more = new ArrayList<>(readings);
        more.add(new ReadingVersion(STORE, with(any, figures), 1_000, START.plusSeconds(100_000), false));
        SubjectDay before = derive(readings);
        SubjectDay after = derive(more);
        Set<Metric> others = new TreeSet<>(Metric.all());
        others.remove(spoken);
        for (int slot = 1; slot <= SLOTS; slot++) {
            assertEquals(before.slot(slot).of(others), after.slot(slot).of(others));
        }
    }

    @Property
    void whatWasKnownThenIsWhatWasDerivedThen(@ForAll("counters") List<ReadingVersion> readings) {
        io.storeops.calendar.SlotPlan plan = io.storeops.calendar.SlotPlan.ofHours(9, 21);
        java.time.ZoneId zone = java.time.ZoneId.of("Asia/Shanghai");
        DayBook whole = book(plan, zone, readings, START.plusSeconds(200_000));
        for (int known = 0; known < readings.size(); known++) {
            Instant then = readings.get(known).arrivedAt();
            DayBook past = book(plan, zone, readings.subList(0, known + 1), then);
            assertEquals(past.subjectDays(), whole.asOf(then).subjectDays());
            assertEquals(Scores.of(past), Scores.of(whole.asOf(then)));
        }
    }

    private static DayBook book(
            io.storeops.calendar.SlotPlan plan, java.time.ZoneId zone, List<ReadingVersion> readings, Instant at) {
        return new DayBook(
                new DayFigures(plan.day(DAY, zone), plan.day(DAY.plusDays(1), zone), List.of(SUBJECT), readings),
                at,
                at,
                List.of(),
                java.util.Map.of());
    }
}
