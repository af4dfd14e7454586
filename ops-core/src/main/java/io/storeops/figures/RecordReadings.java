package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.figures.Intake.Code;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The act of taking readings: each is taken or refused by itself, all that are taken are one commit. */
final class RecordReadings implements Act<RecordReadings.Recorded> {
    private static final String SUPERSEDED = "superseded";

    private final String wish;
    private final List<Reading> readings;
    private final boolean derived;
    private final List<DayFigures> hints;

    private RecordReadings(String wish, List<Reading> readings, boolean derived, List<DayFigures> hints) {
        this.wish = wish;
        this.readings = List.copyOf(readings);
        this.derived = derived;
        this.hints = List.copyOf(hints);
    }

    /** Readings that the caller has in hand: the same wish only if they are the same. */
    static RecordReadings of(List<Reading> readings) {
        StringBuilder text = new StringBuilder();
        readings.forEach(reading -> text.append(reading).append('\n'));
        return new RecordReadings(text.toString(), readings, false, List.of());
    }

    /**
     * What a source gives: the same wish whenever the source is read, so the source is not part of it.
     *
     * @param hints the figures of dates as they were a moment ago; used where nothing changed them since
     */
    static RecordReadings collected(String wish, List<Reading> readings, List<DayFigures> hints) {
        return new RecordReadings(wish, readings, false, hints);
    }

    /** What was derived from a source's orders: at each look anew, so the later look rules unless it proves less (D75). */
    static RecordReadings derived(String wish, List<Reading> readings) {
        return new RecordReadings(wish, readings, true, List.of());
    }

    @Override
    public EntryPoint entry() {
        return FiguresModule.RECORD;
    }

    @Override
    public String arguments() {
        return wish;
    }

    @Override
    public Target target() {
        List<LocalDate> dates = readings.stream()
                .map(reading -> reading.slot().date())
                .distinct()
                .toList();
        return dates.size() == 1 ? Target.of(DataDay.TABLE.name(), dates.get(0).toString()) : Target.STORE;
    }

    @Override
    public Verdict decide(Context context) {
        Map<LocalDate, DayFigures> days = new TreeMap<>();
        Map<String, List<ReadingVersion>> known = new HashMap<>();
        Map<LocalDate, Set<Subject>> watched = new HashMap<>();
        List<ReadingVersion> accepted = new ArrayList<>();
        Set<LocalDate> superseded = new HashSet<>();
        Map<String, Json> notes = new TreeMap<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            LocalDate date = reading.slot().date();
            DayFigures book = opened(context, date, days, known);
            List<ReadingVersion> ofSubject = of(reading.subject(), date, known);
            IntakeRules.Decision decision = new IntakeRules(
                            book.day(),
                            book.next(),
                            context.rosterOn(date).figures().metricSources(),
                            derived)
                    .decide(
                            reading,
                            context.now(),
                            new IntakeRules.Known(
                                    watched.computeIfAbsent(date, each -> Set.copyOf(book.required()))
                                            .contains(reading.subject()),
                                    ofSubject,
                                    () -> {
                                        opened(context, context.dayBefore(date), days, known);
                                        return of(reading.subject(), context.dayBefore(date), known);
                                    }));
            Intake intake = decision.intake();
            decision.kept()
                    .map(kept -> version(context, kept, intake, ofSubject))
                    .ifPresent(version -> {
                        ofSubject.add(version);
                        accepted.add(version);
                    });
            if (decision.supersedes()) {
                superseded.add(date);
            }
            if (intake.code() != Code.NONE || !intake.detail().isEmpty()) {
                notes.put(Integer.toString(i), note(intake));
            }
        }
        List<Edit<?>> edits = new ArrayList<>();
        if (!accepted.isEmpty()) {
            edits.add(Edit.append(ReadingVersion.TABLE, accepted));
            accepted.stream()
                    .map(version -> version.slot().date())
                    .distinct()
                    .sorted()
                    .forEach(date -> edits.add(requireNonNull(days.get(date))
                            .relied(context.store().id(), superseded.contains(date))));
        }
        return Verdict.done(edits.toArray(Edit<?>[]::new))
                .telling("rows", Json.of(readings.size()))
                .telling("accepted", Json.of(accepted.size()))
                .telling("notes", Json.object(notes))
                .telling(
                        SUPERSEDED,
                        Json.array(superseded.stream()
                                .sorted()
                                .map(date -> Json.of(date.toString()))
                                .toList()))
                .counting(accepted.stream()
                        .map(version -> version.reading().subject().target())
                        .distinct()
                        .toList());
    }

    private DayFigures opened(
            Context context, LocalDate date, Map<LocalDate, DayFigures> days, Map<String, List<ReadingVersion>> known) {
        DayFigures opened = days.get(date);
        if (opened == null) {
            hints.stream().filter(hint -> hint.day().date().equals(date)).forEach(hint -> hint.knownIn(context));
            opened = DayFigures.load(context, date);
            days.put(date, opened);
            opened.readings()
                    .forEach(version ->
                            of(version.reading().subject(), date, known).add(version));
        }
        return opened;
    }

    private static List<ReadingVersion> of(Subject subject, LocalDate date, Map<String, List<ReadingVersion>> known) {
        return known.computeIfAbsent(date + " " + subject, key -> new ArrayList<>());
    }

    private static ReadingVersion version(Context context, Reading kept, Intake intake, List<ReadingVersion> known) {
        int last = known.stream()
                .filter(version -> version.slot().equals(kept.slot()))
                .mapToInt(ReadingVersion::version)
                .max()
                .orElse(0);
        return new ReadingVersion(context.store().id(), kept, last + 1, context.now(), intake.code() == Code.LATE);
    }

    private static Json note(Intake intake) {
        return Json.object(Map.of(
                "code", Json.of(intake.code().name()),
                "detail", Json.of(intake.detail()),
                "reading", ReadingDocument.write(intake.reading())));
    }

    /**
     * The first result. A source that is not read again gave readings that this act has not in hand: of those, the numbers and
     * the readings with a remark are known.
     */
    @Override
    public Recorded recall(Context context, Written written) {
        JsonReader root = written.told();
        JsonReader notes = root.member("notes");
        List<Intake> intakes = new ArrayList<>();
        if (readings.size() == root.number("rows")) {
            for (int i = 0; i < readings.size(); i++) {
                Reading reading = readings.get(i);
                intakes.add(notes.findMember(Integer.toString(i))
                        .map(note -> intake(reading, note))
                        .orElseGet(() -> Intake.of(reading, Code.NONE, "")));
            }
        } else {
            notes.names().stream()
                    .sorted(Comparator.comparingInt(Integer::parseInt))
                    .map(notes::member)
                    .forEach(note -> intakes.add(intake(ReadingDocument.read(note.member("reading")), note)));
        }
        return new Recorded(root.number("rows"), root.number("accepted"), intakes, after(context, written));
    }

    /** The figures of the dates as they are after the commit, for whoever goes on at once. */
    private static List<DayFigures> after(Context context, Written written) {
        Map<LocalDate, List<ReadingVersion>> accepted = written.appended(ReadingVersion.TABLE).stream()
                .collect(Collectors.groupingBy(version -> version.slot().date(), TreeMap::new, Collectors.toList()));
        Set<String> superseded = written.told().elements(SUPERSEDED).stream()
                .map(JsonReader::text)
                .collect(Collectors.toSet());
        return accepted.entrySet().stream()
                .map(day -> DayFigures.load(context, day.getKey())
                        .after(
                                context.store().id(),
                                day.getValue(),
                                superseded.contains(day.getKey().toString())))
                .toList();
    }

    private static Intake intake(Reading reading, JsonReader note) {
        return Intake.of(reading, Code.valueOf(note.text("code")), note.text("detail"));
    }

    /**
     * What became of the readings.
     *
     * @param rows how many there were
     * @param accepted how many were accepted
     * @param intakes what became of each; at a repetition without the readings, of those with a remark
     * @param days the figures of the dates after it; none at a repetition, or if nothing was accepted
     */
    record Recorded(long rows, long accepted, List<Intake> intakes, List<DayFigures> days) {
        Recorded {
            intakes = List.copyOf(intakes);
            days = List.copyOf(days);
        }
    }
}
