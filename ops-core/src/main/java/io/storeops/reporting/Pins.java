package io.storeops.reporting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which versions of which readings a release showed: per date and subject the last version of each slot's readings, 0 where
 * nothing was known. Readings are never changed, so the pins say exactly what was published, without a copy of it.
 *
 * @param dates the last versions by date and subject; the list's length is how many slots were shown
 */
record Pins(SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> dates) {
    static final Pins NONE = new Pins(ImmutableSortedMap.of());

    Pins {
        ImmutableSortedMap.Builder<LocalDate, SortedMap<Subject, List<Integer>>> copy =
                ImmutableSortedMap.naturalOrder();
        dates.forEach((date, subjects) -> copy.put(date, ImmutableSortedMap.copyOf(subjects)));
        dates = copy.build();
    }

    /**
     * Pins the latest versions of a date.
     *
     * @param subjects the subjects that are shown
     * @param upTo how many slots are shown
     * @param readings the date's readings
     * @return the versions by subject
     */
    static SortedMap<Subject, List<Integer>> latest(List<Subject> subjects, int upTo, List<ReadingVersion> readings) {
        Map<Subject, int[]> versions = new HashMap<>();
        for (ReadingVersion version : readings) {
            int slot = version.slot().number();
            if (slot <= upTo) {
                int[] pinned = versions.computeIfAbsent(version.reading().subject(), subject -> new int[upTo]);
                pinned[slot - 1] = Math.max(pinned[slot - 1], version.version());
            }
        }
        SortedMap<Subject, List<Integer>> pins = new TreeMap<>();
        for (Subject subject : subjects) {
            ImmutableList.Builder<Integer> list = ImmutableList.builder();
            for (int version : versions.getOrDefault(subject, new int[upTo])) {
                list.add(version);
            }
            pins.put(subject, list.build());
        }
        return pins;
    }

    /** How many slots of a date were shown. */
    int shown(LocalDate date) {
        return of(date).values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** How many versions of a date were shown: of two pins of the same slots, the later has seen more. */
    long seen(LocalDate date) {
        return of(date).values().stream()
                .flatMap(List::stream)
                .mapToLong(Integer::longValue)
                .sum();
    }

    SortedMap<Subject, List<Integer>> of(LocalDate date) {
        return dates.getOrDefault(date, ImmutableSortedMap.of());
    }

    /** The days as they were shown. */
    List<SubjectDay> days(LocalDate date, int slotCount, List<ReadingVersion> readings) {
        Map<Subject, List<Integer>> shown = new HashMap<>(of(date));
        Map<Subject, List<ReadingVersion>> pinned = new HashMap<>();
        for (ReadingVersion version : readings) {
            Subject subject = version.reading().subject();
            List<Integer> versions = shown.get(subject);
            int slot = version.slot().number();
            if (versions != null && slot <= versions.size() && version.version() <= versions.get(slot - 1)) {
                pinned.computeIfAbsent(subject, key -> new ArrayList<>()).add(version);
            }
        }
        return of(date).keySet().stream()
                .map(subject -> SubjectDay.derive(subject, date, slotCount, pinned.getOrDefault(subject, List.of())))
                .toList();
    }

    Json toJson() {
        Map<String, Json> byDate = new TreeMap<>();
        dates.forEach((date, subjects) -> {
            Map<String, Json> bySubject = new TreeMap<>();
            subjects.forEach((subject, versions) -> bySubject.put(
                    subject.toString(),
                    Json.array(versions.stream().map(Json::of).toList())));
            byDate.put(date.toString(), Json.object(bySubject));
        });
        return Json.object(byDate);
    }

    static Pins fromJson(Json json) {
        JsonReader root = JsonReader.root("pins", json);
        SortedMap<LocalDate, SortedMap<Subject, List<Integer>>> dates = new TreeMap<>();
        for (String date : root.names()) {
            JsonReader subjects = root.member(date);
            SortedMap<Subject, List<Integer>> versions = new TreeMap<>();
            for (String subject : subjects.names()) {
                versions.put(
                        Subject.parse(subject),
                        subjects.elements(subject).stream()
                                .map(version -> Math.toIntExact(version.number()))
                                .toList());
            }
            dates.put(LocalDate.parse(date), versions);
        }
        return new Pins(dates);
    }
}
