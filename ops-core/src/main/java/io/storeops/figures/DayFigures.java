package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.calendar.BusinessDay;
import io.storeops.catalog.Catalogue;
import io.storeops.id.StoreId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a store's day as far as they are known: whose are due, and the readings that were accepted. Everything else is
 * derived from these. Immutable; {@link #asOf} goes back in time.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class DayFigures {
    /** The order in which readings are kept. */
    private static final Comparator<ReadingVersion> ORDER = Comparator.comparing((ReadingVersion version) ->
                    version.reading().subject().kind().name())
            .thenComparing(version -> version.reading().subject().id())
            .thenComparing(ReadingVersion::slot)
            .thenComparing(ReadingVersion::version);

    private final BusinessDay day;
    private final BusinessDay next;
    private final List<Subject> required;
    private final List<ReadingVersion> readings;
    private final Optional<Versioned<DataDay>> counted;
    private final Map<Subject, String> titles;

    /**
     * The figures of a day of subjects without titles.
     *
     * @param day the day
     * @param next the day after, under its own roster
     * @param required whose figures are due
     * @param readings the accepted readings of the date, all versions
     */
    public DayFigures(BusinessDay day, BusinessDay next, List<Subject> required, List<ReadingVersion> readings) {
        this(day, next, required, readings, Map.of(), Optional.empty());
    }

    private DayFigures(
            BusinessDay day,
            BusinessDay next,
            List<Subject> required,
            List<ReadingVersion> readings,
            Map<Subject, String> titles,
            Optional<Versioned<DataDay>> counted) {
        this.day = requireNonNull(day, "day");
        this.next = requireNonNull(next, "next");
        this.required = ImmutableList.copyOf(required);
        this.readings = ImmutableList.copyOf(readings);
        this.titles = ImmutableMap.copyOf(titles);
        this.counted = requireNonNull(counted, "counted");
    }

    /**
     * The figures of a date under the roster that was in force on it (R2), loaded once a context.
     *
     * @param context the store, its rosters and its rows
     * @param date the date in the store's zone
     * @return what is known of it
     */
    public static DayFigures load(Context context, LocalDate date) {
        return context.once(DayFigures.class, date, () -> {
            Optional<Versioned<DataDay>> counted = DataDay.find(context, date);
            StoreView rows = context.rows();
            return of(
                    context,
                    date,
                    rows.all(Query.of(ReadingVersion.TABLE, rows.store()).where(date)),
                    counted);
        });
    }

    /**
     * Reads the figures of dates at once, however many they are; {@link #load} then gives them.
     *
     * @param context the store, its rosters and its rows
     * @param dates dates in the store's zone in order, one or more; what lies between them is read too
     */
    public static void readAhead(Context context, List<LocalDate> dates) {
        LocalDate from = dates.get(0);
        LocalDate to = dates.get(dates.size() - 1);
        DataDay.readAhead(context, from, to);
        Map<LocalDate, List<ReadingVersion>> readings = new HashMap<>();
        try (Scan<Versioned<ReadingVersion>> scan = context.rows()
                .scan(Query.of(ReadingVersion.TABLE, context.store().id())
                        .from(from)
                        .to(to.plusDays(1)))) {
            scan.forEachRemaining(
                    row -> readings.computeIfAbsent(row.value().slot().date(), date -> new ArrayList<>())
                            .add(row.value()));
        }
        dates.forEach(date -> context.once(
                DayFigures.class,
                date,
                () -> of(context, date, readings.getOrDefault(date, List.of()), DataDay.find(context, date))));
    }

    /**
     * The figures of a date and of the one before, read at once.
     *
     * @param context the store, its rosters and its rows
     * @param date the date in the store's zone
     * @return of the day before, then of the date
     */
    public static List<DayFigures> loadWithDayBefore(Context context, LocalDate date) {
        List<LocalDate> dates = List.of(context.dayBefore(date), date);
        List<Optional<Versioned<DataDay>>> counted =
                dates.stream().map(each -> DataDay.find(context, each)).toList();
        StoreView rows = context.rows();
        List<ReadingVersion> both = rows.all(
                Query.of(ReadingVersion.TABLE, rows.store()).from(dates.get(0)).to(date.plusDays(1)));
        List<DayFigures> days = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate each = dates.get(i);
            List<ReadingVersion> ofDate = both.stream()
                    .filter(reading -> reading.slot().date().equals(each))
                    .toList();
            days.add(of(context, each, ofDate, counted.get(i)));
        }
        return days;
    }

    /**
     * Takes these figures for those of their date in another context, if nothing changed them since; otherwise they are loaded
     * there anew.
     *
     * @param context the store, its rosters and its rows
     */
    public void knownIn(Context context) {
        long revision =
                DataDay.find(context, day.date()).map(Versioned::revision).orElse(0L);
        if (revision == counted.map(Versioned::revision).orElse(0L)) {
            context.once(DayFigures.class, day.date(), () -> of(context, day.date(), readings, counted));
        }
    }

    private static DayFigures of(
            Context context, LocalDate date, List<ReadingVersion> readings, Optional<Versioned<DataDay>> counted) {
        LocalDate tomorrow = context.dayAfter(date);
        return new DayFigures(
                context.rosterOn(date).slotPlan().day(date, context.store().zone()),
                context.rosterOn(tomorrow)
                        .slotPlan()
                        .day(tomorrow, context.store().zone()),
                required(context, date),
                readings,
                titles(context),
                counted);
    }

    private static Map<Subject, String> titles(Context context) {
        return context.once(Titles.class, context.store().id(), () -> Titles.of(context.catalogue()))
                .bySubject();
    }

    /** The titles of all subjects that have one. */
    private record Titles(Map<Subject, String> bySubject) {
        static Titles of(Catalogue catalogue) {
            Map<Subject, String> titles = new HashMap<>();
            catalogue
                    .items()
                    .forEach(item -> item.title().ifPresent(title -> titles.put(Subject.ofItem(item.id()), title)));
            catalogue
                    .competitors()
                    .forEach(item ->
                            item.title().ifPresent(title -> titles.put(Subject.ofCompetitor(item.id()), title)));
            return new Titles(ImmutableMap.copyOf(titles));
        }
    }

    static List<Subject> required(Context context, LocalDate date) {
        if (BusinessDay.skipped(date, context.store().zone())) {
            return List.of();
        }
        ImmutableList.Builder<Subject> required = ImmutableList.builder();
        required.add(Subject.ofStore(context.store().id()));
        context.catalogue().itemsOn(date).forEach(item -> required.add(Subject.ofItem(item.id())));
        context.catalogue().competitorsOn(date).forEach(item -> required.add(Subject.ofCompetitor(item.id())));
        return required.build();
    }

    /**
     * What a decision on the day's figures adds to its commit, so that of two decisions made on the same readings one is made anew
     * (R9, R20, R27).
     *
     * @param store the store
     * @return the edit
     */
    public Edit<?> relied(StoreId store) {
        return relied(store, false);
    }

    /** The same of a decision by which a source takes back known values (D75), or not. */
    Edit<?> relied(StoreId store, boolean supersedes) {
        return Edit.touch(DataDay.TABLE, counted, counted(store, supersedes || superseded()));
    }

    /**
     * The same of a decision that names all published values that are others now.
     *
     * @param store the store
     * @return the edit
     */
    public Edit<?> named(StoreId store) {
        return Edit.touch(DataDay.TABLE, counted, counted(store, false));
    }

    /**
     * The dates of which a source took back known values since the last release (D75); found together with the row of a date, before
     * the date is loaded.
     *
     * @param context the store and its rows
     * @param date the date in the store's zone
     * @return in order
     */
    public static List<LocalDate> superseded(Context context, LocalDate date) {
        return DataDay.superseded(context, date);
    }

    private boolean superseded() {
        return counted.map(known -> known.value().superseded()).orElse(false);
    }

    private DataDay counted(StoreId store, boolean superseded) {
        long commits = counted.map(known -> known.value().commits()).orElse(0L);
        return new DataDay(store, day.date(), commits + 1, superseded);
    }

    /** The same after a commit that relied on it and added readings. */
    DayFigures after(StoreId store, List<ReadingVersion> accepted, boolean supersedes) {
        long revision = counted.map(Versioned::revision).orElse(0L) + 1;
        List<ReadingVersion> all = Stream.concat(readings.stream(), accepted.stream())
                .sorted(ORDER)
                .toList();
        return new DayFigures(
                day,
                next,
                required,
                all,
                titles,
                Optional.of(new Versioned<>(counted(store, supersedes || superseded()), revision)));
    }

    /**
     * What had arrived by an instant.
     *
     * @param instant the instant; itself included
     * @return the figures as they were known then
     */
    public DayFigures asOf(Instant instant) {
        return new DayFigures(
                day,
                next,
                required,
                readings.stream()
                        .filter(reading -> !reading.arrivedAt().isAfter(instant))
                        .toList(),
                titles,
                counted);
    }

    /**
     * The day.
     *
     * @return the date, its zone and its slots
     */
    public BusinessDay day() {
        return day;
    }

    /**
     * The day after, under its own roster.
     *
     * @return the day in whose morning this one is closed (R22)
     */
    public BusinessDay next() {
        return next;
    }

    /**
     * Whose figures are due: the store, the items and the rivals' items active on the date (R17).
     *
     * @return in order of kind and id
     */
    public List<Subject> required() {
        return required;
    }

    /**
     * The title of an item or of a rival's item, whether it is active on the date or not.
     *
     * @param subject whose
     * @return the title as it is now; empty if nobody told, and for the store itself
     */
    public Optional<String> findTitle(Subject subject) {
        return Optional.ofNullable(titles.get(subject));
    }

    /**
     * The accepted readings, all versions.
     *
     * @return in order of subject, slot and version
     */
    public List<ReadingVersion> readings() {
        return readings;
    }

    /**
     * Every required subject's day, derived from the latest readings.
     *
     * @return in order of kind and id
     */
    public List<SubjectDay> subjectDays() {
        return subjectDays(day.plan().slots());
    }

    /**
     * Every required subject's day, derived from the latest readings of the first slots.
     *
     * @param upTo how many slots to look at, 0 to n+1
     * @return in order of kind and id
     */
    public List<SubjectDay> subjectDays(int upTo) {
        Map<Subject, List<ReadingVersion>> bySubject = new HashMap<>();
        List<ReadingVersion> run = List.of();
        @Nullable Subject runOf = null;
        for (ReadingVersion version : readings) {
            Subject subject = version.reading().subject();
            if (!subject.equals(runOf)) {
                run = bySubject.computeIfAbsent(subject, key -> new ArrayList<>());
                runOf = subject;
            }
            if (version.slot().number() <= upTo) {
                run.add(version);
            }
        }
        return required.stream()
                .map(subject -> SubjectDay.derive(
                        subject, day.date(), day.plan().slots(), bySubject.getOrDefault(subject, List.of())))
                .toList();
    }

    /**
     * What the readings of a boundary lack.
     *
     * @param number the slot that the boundary closes
     * @return the missing key metrics of required subjects, in order
     */
    public List<MissingValue> missingAt(int number) {
        Set<MissingValue> missing = new LinkedHashSet<>();
        for (Subject subject : required) {
            Metric.keyMetrics().forEach(metric -> missing.add(new MissingValue(subject, metric)));
        }
        for (ReadingVersion version : readings) {
            if (version.slot().number() == number) {
                version.reading()
                        .figures()
                        .metrics()
                        .forEach(metric -> missing.remove(
                                new MissingValue(version.reading().subject(), metric)));
            }
        }
        return List.copyOf(missing);
    }
}
