package io.storeops.reporting;

import io.storeops.act.Act;
import io.storeops.act.Scene;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.reporting.Intake.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The act of taking readings: each is taken or refused by itself, all that are taken are one commit. */
final class RecordReadings implements Act<List<Intake>> {
    private final DayBooks books;
    private final List<Reading> readings;

    RecordReadings(DayBooks books, List<Reading> readings) {
        this.books = books;
        this.readings = List.copyOf(readings);
    }

    @Override
    public String name() {
        return "RECORD_READINGS";
    }

    @Override
    public List<Right> anyOf() {
        return List.of(Right.COLLECT_AND_RELEASE);
    }

    @Override
    public String arguments() {
        StringBuilder text = new StringBuilder();
        readings.forEach(reading -> text.append(reading).append('\n'));
        return text.toString();
    }

    @Override
    public Verdict decide(Scene scene) {
        Map<LocalDate, DayBook> days = new HashMap<>();
        Map<String, List<ReadingVersion>> known = new HashMap<>();
        List<ReadingVersion> accepted = new ArrayList<>();
        Map<String, Json> notes = new TreeMap<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            DayBook book = days.computeIfAbsent(reading.slot().date(), date -> opened(scene, date, known));
            List<ReadingVersion> ofSubject = known.computeIfAbsent(subjectDay(reading), subject -> new ArrayList<>());
            Intake intake = new IntakeRules(book.day(), book.next())
                    .decide(reading, scene.now(), book.required().contains(reading.subject()), ofSubject);
            if (intake.taking() == Intake.Taking.ACCEPTED) {
                ReadingVersion version = version(scene, intake, ofSubject);
                ofSubject.add(version);
                accepted.add(version);
            }
            if (intake.code() != Code.NONE) {
                notes.put(
                        Integer.toString(i),
                        Json.array(List.of(Json.of(intake.code().name()), Json.of(intake.detail()))));
            }
        }
        Json result = Json.object(Map.of("rows", Json.of(readings.size()), "notes", Json.object(notes)));
        return new Verdict.Done(
                accepted.size() + " of " + readings.size() + " readings",
                result,
                changes -> changes.append(ReadingVersion.TABLE, accepted),
                List.of());
    }

    private DayBook opened(Scene scene, LocalDate date, Map<String, List<ReadingVersion>> known) {
        DayBook book = books.load(scene, date);
        for (ReadingVersion version : book.readings()) {
            known.computeIfAbsent(subjectDay(version.reading()), subject -> new ArrayList<>())
                    .add(version);
        }
        return book;
    }

    private static String subjectDay(Reading reading) {
        return reading.slot().date() + " " + reading.subject();
    }

    private static ReadingVersion version(Scene scene, Intake intake, List<ReadingVersion> known) {
        int last = known.stream()
                .filter(version -> version.slot().equals(intake.reading().slot()))
                .mapToInt(ReadingVersion::version)
                .max()
                .orElse(0);
        return new ReadingVersion(
                scene.store().id(), intake.reading(), last + 1, scene.now(), intake.code() == Code.LATE);
    }

    @Override
    public List<Intake> recall(Scene scene, Json result) {
        JsonReader notes = JsonReader.root("result", result).member("notes");
        List<Intake> intakes = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            intakes.add(notes.findMember(Integer.toString(i))
                    .map(note -> Intake.of(
                            reading,
                            Code.valueOf(note.elements().get(0).text()),
                            note.elements().get(1).text()))
                    .orElseGet(() -> Intake.of(reading, Code.NONE, "")));
        }
        return List.copyOf(intakes);
    }
}
