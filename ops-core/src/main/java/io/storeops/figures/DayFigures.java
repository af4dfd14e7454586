package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.act.Context;
import io.storeops.calendar.BusinessDay;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a store's day as far as they are known: whose are due, and the readings that were accepted. Everything else is
 * derived from these. Immutable; {@link #asOf} goes back in time.
 */
public final class DayFigures {
    private final BusinessDay day;
    private final BusinessDay next;
    private final List<Subject> required;
    private final List<ReadingVersion> readings;
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
        this(day, next, required, readings, Map.of());
    }

    private DayFigures(
            BusinessDay day,
            BusinessDay next,
            List<Subject> required,
            List<ReadingVersion> readings,
            Map<Subject, String> titles) {
        this.day = requireNonNull(day, "day");
        this.next = requireNonNull(next, "next");
        this.required = ImmutableList.copyOf(required);
        this.readings = ImmutableList.copyOf(readings);
        this.titles = ImmutableMap.copyOf(titles);
    }

    /**
     * Loads the figures of a date under the roster that was in force on it (R2).
     *
     * @param context the store, its rosters and its rows
     * @param date the date in the store's zone
     * @return what is known of it
     */
    public static DayFigures load(Context context, LocalDate date) {
        StoreView rows = context.rows();
        LocalDate tomorrow = date.plusDays(1);
        List<Subject> required = new ArrayList<>(List.of(Subject.ofStore(rows.store())));
        Map<Subject, String> titles = new HashMap<>();
        for (Item item : rows.all(Query.of(Item.TABLE, rows.store()))) {
            add(Subject.ofItem(item.id()), item.title(), item.activeOn(date), required, titles);
        }
        for (CompetitorItem item : rows.all(Query.of(CompetitorItem.TABLE, rows.store()))) {
            add(Subject.ofCompetitor(item.id()), item.title(), item.activeOn(date), required, titles);
        }
        return new DayFigures(
                context.rosterOn(date).slotPlan().day(date, context.store().zone()),
                context.rosterOn(tomorrow)
                        .slotPlan()
                        .day(tomorrow, context.store().zone()),
                required,
                rows.all(Query.of(ReadingVersion.TABLE, rows.store()).where(date)),
                titles);
    }

    private static void add(
            Subject subject,
            Optional<String> title,
            boolean active,
            List<Subject> required,
            Map<Subject, String> titles) {
        if (active) {
            required.add(subject);
        }
        title.ifPresent(text -> titles.put(subject, text));
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
                titles);
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
