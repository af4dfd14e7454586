package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Right;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.figures.SourceOutage;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The measures of duty 1, counted from day books (domain section 5). A pure function of what the books know: the order of
 * records does not matter, and a book as of an earlier instant gives the scores of that instant.
 */
final class DataQuality {
    /** What each measure counts of a day. */
    private static final Map<Kpi, Function<DayBook, Ratio>> OF_DAY = ImmutableMap.of(
            Kpi.K1_1, DataQuality::accuracy,
            Kpi.K1_2, DataQuality::completeness,
            Kpi.K1_3, DataQuality::comprehensiveness,
            Kpi.K1_4, DataQuality::timeliness);

    /** The measures K1.1 to K1.4, each computed from the day books of its period. */
    static final List<Measure> MEASURES = OF_DAY.keySet().stream()
            .map(kpi -> new Measure(kpi, (context, period) -> score(kpi, books(context, period))))
            .toList();

    private DataQuality() {}

    /**
     * The measures with what is excused left out of what is counted (D66): what an outage explains, of the source in K1.2 and K1.3, of
     * the channel in K1.4, and what was due while everybody to whom it is charged was absent.
     */
    static List<Score> excused(Context context, Measure.Period period) {
        Charges charges = Charges.asOf(context, period.asOf());
        Outages outages = new Outages(
                SourceOutage.all(context.rows()),
                due -> charges.excused(charges.of(Optional.empty(), Right.COLLECT_AND_RELEASE, due), due));
        Map<Kpi, Function<DayBook, Long>> excusing = ImmutableMap.of(
                Kpi.K1_2, outages::missingValues,
                Kpi.K1_3, outages::incompleteReleases,
                Kpi.K1_4, book -> excused(DueReleases.of(book, charges)));
        return excusing.entrySet().stream()
                .map(each -> new Score(
                        each.getKey(),
                        books(context, period)
                                .map(book -> without(each.getValue().apply(book), ofDay(each.getKey(), book)))
                                .reduce(Ratio.of(0, 0), Ratio::and)))
                .toList();
    }

    private static long excused(Charged releases) {
        return releases.raw().d() - releases.excused().d();
    }

    /** K1.4 of a person: what they did, and what nobody did (D65). */
    static Score timelinessOf(ActorId person, Context context, Measure.Period period) {
        return personal(context, period, due -> due.of(person));
    }

    /** The same without what was due while the person was absent (D66). */
    static Score excusedTimelinessOf(ActorId person, Context context, Measure.Period period) {
        return personal(context, period, due -> due.excusedOf(person));
    }

    private static Score personal(Context context, Measure.Period period, Function<Charged, Ratio> ofDay) {
        Charges charges = Charges.asOf(context, period.asOf());
        return new Score(
                Kpi.K1_4,
                books(context, period)
                        .map(book -> ofDay.apply(DueReleases.of(book, charges)))
                        .reduce(Ratio.of(0, 0), Ratio::and));
    }

    private static Ratio without(long excused, Ratio ratio) {
        return Ratio.of(ratio.n(), ratio.d() - excused);
    }

    private static Stream<DayBook> books(Context context, Measure.Period period) {
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(context::expects)
                .map(date -> DayBooks.load(context, date).asOf(period.asOf()));
    }

    /** The score of days; undefined if there is nothing to count. */
    static Score score(Kpi kpi, Stream<DayBook> books) {
        return new Score(kpi, books.map(book -> ofDay(kpi, book)).reduce(Ratio.of(0, 0), Ratio::and));
    }

    private static Ratio ofDay(Kpi kpi, DayBook book) {
        return requireNonNull(OF_DAY.get(kpi)).apply(book);
    }

    private record Value(Subject subject, int slot, Metric metric) {}

    /** Published values never restated for the operator's error / published values. */
    private static Ratio accuracy(DayBook book) {
        Set<Value> published = new HashSet<>();
        Set<Value> wrong = new HashSet<>();
        List<ReleaseEntry> accepted = book.entries().stream()
                .filter(entry -> book.acceptedAt(entry).isPresent())
                .toList();
        for (int i = 0; i < accepted.size(); i++) {
            Pins shown = accepted.get(i).pins();
            Pins after = shownNext(book, accepted.subList(i + 1, accepted.size()), shown);
            shown.days(book.day().date(), book.day().plan().slots(), book.readings())
                    .forEach(day -> present(day, published));
            new Comparison(book.day().date(), book.day().plan().slots(), book.readings())
                    .changes(shown, after).stream()
                            .filter(change -> change.reason().equals(Optional.of(Restatement.OPERATOR_ERROR)))
                            .forEach(change -> wrong.add(
                                    new Value(change.subject(), change.slot().number(), change.metric())));
        }
        wrong.retainAll(published);
        return Ratio.of(published.size() - (long) wrong.size(), published.size());
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

    private static void present(SubjectDay day, Set<Value> values) {
        for (int slot = 1; slot <= day.slots().size(); slot++) {
            for (Metric metric : Metric.keyMetrics()) {
                if (day.slot(slot).has(metric)) {
                    values.add(new Value(day.subject(), slot, metric));
                }
            }
        }
    }

    /** Values present and alone / values due. */
    private static Ratio completeness(DayBook book) {
        int due = book.slotsDue();
        Set<Value> present = new HashSet<>();
        book.figures().subjectDays(due).forEach(day -> present(day, present));
        long all = (long) book.required().size() * due * Metric.keyMetrics().size();
        return Ratio.of(present.size(), all);
    }

    /** Releases complete at their own boundary / releases made. */
    private static Ratio comprehensiveness(DayBook book) {
        List<ReleaseEntry> made = firstVersions(book);
        return Ratio.of(made.stream().filter(entry -> entry.missing().isEmpty()).count(), made.size());
    }

    /** First versions accepted by their due instant / releases due. */
    private static Ratio timeliness(DayBook book) {
        int due = 0;
        for (int number = 1; number <= book.day().plan().boundaries().size(); number++) {
            due += book.knownAt().isBefore(book.day().releaseDue(number)) ? 0 : 1;
        }
        long inTime = firstVersions(book).stream()
                .filter(entry -> !book.knownAt().isBefore(entry.dueAt()))
                .filter(entry -> inTime(book.acceptedAt(entry), entry.dueAt()))
                .count();
        return Ratio.of(inTime, due);
    }

    static boolean inTime(Optional<Instant> acceptedAt, Instant dueAt) {
        return acceptedAt.map(at -> !at.isAfter(dueAt)).orElse(false);
    }

    static List<ReleaseEntry> firstVersions(DayBook book) {
        return book.entriesOfDate().filter(entry -> entry.version() == 1).toList();
    }
}
