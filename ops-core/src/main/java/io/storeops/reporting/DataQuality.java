package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Restatement;
import io.storeops.figures.SourceOutage;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The measures of duty 1, counted from day books (domain section 5). A pure function of what the books know: the order of
 * records does not matter, and a book as of an earlier instant gives the scores of that instant.
 */
final class DataQuality {
    /** What a measure counts of a day. */
    private interface OfDay {
        List<Charged.Item> of(DayBook book, Charges charges, List<SourceOutage> outages);
    }

    private static final Map<Kpi, OfDay> OF_DAY = ImmutableMap.of(
            Kpi.K1_1, DataQuality::accuracy,
            Kpi.K1_2, DueValues::of,
            Kpi.K1_3, DataQuality::comprehensiveness,
            Kpi.K1_4, (book, charges, outages) -> DueReleases.of(book, charges));

    /** The measures K1.1 to K1.4, each computed from the day books of its period. */
    static final List<Measure> MEASURES = OF_DAY.keySet().stream()
            .map(kpi -> new Measure(kpi, (context, period) -> charged(kpi, context, period)))
            .toList();

    private DataQuality() {}

    private static Charged charged(Kpi kpi, Context context, Measure.Period period) {
        Charges charges = Charges.asOf(context, period.asOf());
        List<SourceOutage> outages = SourceOutage.all(context.rows());
        return new Charged(
                books(context, period)
                        .flatMap(book -> items(kpi, book, charges, outages).stream())
                        .toList(),
                charges);
    }

    private static Stream<DayBook> books(Context context, Measure.Period period) {
        List<LocalDate> dates = period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(context::expects)
                .toList();
        return DayBooks.load(context, dates).stream().map(book -> book.asOf(period.asOf()));
    }

    /** What a measure counts of a day. */
    static List<Charged.Item> items(Kpi kpi, DayBook book, Charges charges, List<SourceOutage> outages) {
        return requireNonNull(OF_DAY.get(kpi)).of(book, charges, outages);
    }

    private record Value(Subject subject, int slot, Metric metric) {}

    /** Published values never restated for the operator's error / published values; each counts for the release that published it first. */
    private static List<Charged.Item> accuracy(DayBook book, Charges charges, List<SourceOutage> outages) {
        Set<Value> wrong = wrong(book);
        Map<Subject, BitSet> published = new HashMap<>();
        List<Charged.Item> items = new ArrayList<>();
        for (ReleaseEntry entry : accepted(book)) {
            List<Value> shown = new ArrayList<>();
            entry.pins()
                    .days(book.day().date(), book.day().plan().slots(), book.readings())
                    .forEach(day ->
                            addNew(day, published.computeIfAbsent(day.subject(), subject -> new BitSet()), shown));
            long right = shown.stream().filter(value -> !wrong.contains(value)).count();
            items.add(Charged.Item.of(
                    ReleaseEntry.message(entry.slot(), entry.version()),
                    Ratio.of(right, shown.size()),
                    0,
                    charges.of(Optional.of(entry.author()), Right.COLLECT_AND_RELEASE, entry.dueAt()),
                    entry.dueAt()));
        }
        return items;
    }

    /** Adds the values of a day that were not published before, and marks them as published. */
    private static void addNew(SubjectDay day, BitSet published, List<Value> shown) {
        List<Metric> metrics = Metric.keyMetrics();
        for (int slot = 1; slot <= day.slots().size(); slot++) {
            Figures figures = day.slot(slot);
            for (int i = 0; i < metrics.size(); i++) {
                int mark = slot * metrics.size() + i;
                if (figures.has(metrics.get(i)) && !published.get(mark)) {
                    published.set(mark);
                    shown.add(new Value(day.subject(), slot, metrics.get(i)));
                }
            }
        }
    }

    private static List<ReleaseEntry> accepted(DayBook book) {
        return book.entries().stream()
                .filter(entry -> book.acceptedAt(entry).isPresent())
                .toList();
    }

    /** The values that were shown and then restated for the operator's error. */
    private static Set<Value> wrong(DayBook book) {
        Set<Value> wrong = new HashSet<>();
        if (book.readings().stream().noneMatch(DataQuality::ownsUp)) {
            return wrong;
        }
        List<ReleaseEntry> accepted = accepted(book);
        for (int i = 0; i < accepted.size(); i++) {
            Pins shown = accepted.get(i).pins();
            Pins after = shownNext(book, accepted.subList(i + 1, accepted.size()), shown);
            new Comparison(book.day().date(), book.day().plan().slots(), book.readings())
                    .changes(shown, after).stream()
                            .filter(change -> change.reason().equals(Optional.of(Restatement.OPERATOR_ERROR)))
                            .forEach(change -> wrong.add(
                                    new Value(change.subject(), change.slot().number(), change.metric())));
        }
        return wrong;
    }

    private static boolean ownsUp(ReadingVersion version) {
        return version.reading().reason().equals(Optional.of(Restatement.OPERATOR_ERROR));
    }

    /** What was shown next of the same slots, or what is known of them; a boundary released late shows fewer. */
    private static Pins shownNext(DayBook book, List<ReleaseEntry> later, Pins shown) {
        int slots = shown.shown(book.day().date());
        return later.stream()
                .map(ReleaseEntry::pins)
                .filter(pins -> pins.shown(book.day().date()) >= slots)
                .findFirst()
                .orElseGet(() -> book.pinned(slots));
    }

    /** Releases complete at their own boundary / releases made. */
    private static List<Charged.Item> comprehensiveness(DayBook book, Charges charges, List<SourceOutage> outages) {
        return firstVersions(book).stream()
                .map(entry -> new Charged.Item(
                        ReleaseEntry.message(entry.slot(), 1),
                        entry.missing().isEmpty(),
                        DueValues.explains(entry, book, charges, outages),
                        charges.of(Optional.of(entry.author()), Right.COLLECT_AND_RELEASE, entry.dueAt()).stream()
                                .map(person -> new Charged.Share(
                                        person, entry.missing().isEmpty(), List.of()))
                                .toList(),
                        entry.dueAt()))
                .toList();
    }

    static boolean inTime(Optional<Instant> acceptedAt, Instant dueAt) {
        return acceptedAt.map(at -> !at.isAfter(dueAt)).orElse(false);
    }

    static List<ReleaseEntry> firstVersions(DayBook book) {
        return book.entriesOfDate().filter(entry -> entry.version() == 1).toList();
    }
}
