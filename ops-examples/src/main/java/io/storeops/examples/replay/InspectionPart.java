package io.storeops.examples.replay;

import io.storeops.agenda.AgendaItem;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.maintenance.Checklist;
import io.storeops.maintenance.ChecklistLine;
import io.storeops.maintenance.Inspection;
import io.storeops.maintenance.Inspections;
import io.storeops.maintenance.LineAnswer;
import io.storeops.maintenance.LineState;
import io.storeops.maintenance.Sweep;
import io.storeops.maintenance.Swept;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The daily inspection and the sweep. What a scenario calls IN-1 is the inspection of the date on which it is begun first.
 *
 * @param stage where the scenario is acted out
 */
record InspectionPart(Stage stage) implements ReplayPart {
    private static final String START = "START_INSPECTION";
    private static final String INSPECTION = "inspection";

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                START,
                BuiltCommand.on(
                        INSPECTION,
                        command -> inspected(command, () -> desk(command).start(stage.store(), date(command)))),
                "COMPLETE_INSPECTION",
                BuiltCommand.on(
                        INSPECTION,
                        command -> inspected(command, () -> desk(command).complete(stage.store(), date(command)))),
                "ANSWER_ITEM",
                new BuiltCommand(
                        command -> command.args().text(INSPECTION) + ":" + line(command),
                        command -> Optional.of(answered(command))),
                "SWEEP",
                BuiltCommand.on("date", this::swept));
    }

    private Inspections desk(Command command) {
        return stage.deskOf(command).inspections();
    }

    /** The dates of the scenario's inspections, by what it calls them. */
    private Map<String, LocalDate> dates() {
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        stage.scenario().commands().stream()
                .filter(command -> command.name().equals(START))
                .forEach(command -> dates.putIfAbsent(
                        command.args().text(INSPECTION),
                        command.at().atZone(stage.scenario().zone()).toLocalDate()));
        return dates;
    }

    private LocalDate date(Command command) {
        String name = command.args().text(INSPECTION);
        return Optional.ofNullable(dates().get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "seq " + command.seq() + ": nobody begins the inspection " + name));
    }

    private Checklist checklist(LocalDate date) {
        return stage.source().inspections().find(stage.store(), date).orElseThrow();
    }

    private Map<String, Json> inspected(Command command, Runnable act) {
        return BuiltCommand.shown(
                () -> {
                    act.run();
                    return standing(command);
                },
                () -> standing(command));
    }

    private Map<String, Object> standing(Command command) {
        Checklist checklist = checklist(date(command));
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", checklist.state());
        shown.put("late_start", checklist.inspection().map(Inspection::lateStart));
        shown.put("late", checklist.timeliness().map(timeliness -> timeliness == Checklist.Timeliness.LATE));
        shown.put("anomalies", checklist.anomalies());
        shown.put("could_not_check", checklist.lines(LineState.COULD_NOT_CHECK));
        shown.put("missing", checklist.lines(LineState.PENDING));
        return shown;
    }

    /** The line of a scenario without a checklist of its own is that of the category (D2). */
    private static String line(Command command) {
        return command.args()
                .findMember("line")
                .orElseGet(() -> command.args().member("category"))
                .text();
    }

    private Map<String, Json> answered(Command command) {
        return BuiltCommand.shown(
                () -> Map.of(
                        "state",
                        desk(command)
                                .answer(stage.store(), date(command), line(command), answer(command))
                                .answer()
                                .state()),
                () -> Map.of(
                        "state",
                        checklist(date(command)).items().stream()
                                .map(Checklist.Item::line)
                                .filter(known -> known.line().id().equals(line(command)))
                                .map(known -> known.answer().state())
                                .findFirst()));
    }

    private static LineAnswer answer(Command command) {
        JsonReader args = command.args();
        String reason = args.findMember("reason").map(JsonReader::text).orElse("");
        return switch (args.member("answer").as("is no answer", LineState::valueOf)) {
            case OK -> LineAnswer.ok();
            case ANOMALY -> LineAnswer.anomaly(anomalies(args).toList());
            case NOT_APPLICABLE -> LineAnswer.notApplicable(reason);
            case COULD_NOT_CHECK -> LineAnswer.couldNotCheck(reason, command.instant("as_of"));
            case PENDING -> throw new IllegalArgumentException("seq " + command.seq() + ": PENDING is no answer");
        };
    }

    private static Stream<String> anomalies(JsonReader args) {
        return args.findMember("anomalies").isPresent()
                ? args.elements("anomalies").stream().map(JsonReader::text)
                : args.findMember("anomaly").stream().map(JsonReader::text);
    }

    private Map<String, Json> swept(Command command) {
        LocalDate date = command.date("date");
        return BuiltCommand.shown(
                () -> stage.world()
                        .channel(command.args().member("channel"))
                        .accepting(
                                command.instant("accepted_at"),
                                () -> shown(desk(command).sweep(stage.store(), date))),
                () -> stage.source()
                        .inspections()
                        .findSweep(stage.store(), date)
                        .map(InspectionPart::shown)
                        .orElseGet(() -> Map.of("state", Optional.empty())));
    }

    private static Map<String, ?> shown(Swept swept) {
        return Map.of(
                "state", swept.doneAt().isPresent() ? "DONE" : "QUEUED",
                "open_anomalies", swept.sweep().open().size(),
                "notice", swept.sweep().notice(),
                "open", swept.sweep().open(),
                "could_not_check", swept.sweep().couldNotCheck(),
                "late", swept.late());
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(
                new OverdueCode("2.1", "INSPECTION_OVERDUE", each -> each.date().toString()),
                new OverdueCode("2.2", "SWEEP_OVERDUE", each -> each.date().toString()));
    }

    @Override
    public List<ResultTable> tables() {
        return List.of(inspectionsTable(), sweepsTable());
    }

    private record Told(String inspection, Checklist checklist, ChecklistLine line) {}

    private ResultTable inspectionsTable() {
        List<Told> lines = dates().entrySet().stream()
                .flatMap(named -> checklist(named.getValue()).items().stream()
                        .map(item -> new Told(named.getKey(), checklist(named.getValue()), item.line())))
                .toList();
        return new TableLayout<Told>("inspections.csv", stage.notation())
                .key(INSPECTION, Told::inspection)
                .column("date", each -> each.checklist().date())
                .column("state", each -> each.checklist().state())
                .column(
                        "started_at",
                        each -> each.checklist()
                                .inspection()
                                .map(run -> run.started().at()))
                .column("late_start", each -> each.checklist().inspection().map(Inspection::lateStart))
                .column("due_at", each -> each.checklist().times().dueAt())
                .column(
                        "completed_at",
                        each -> each.checklist()
                                .inspection()
                                .flatMap(Inspection::completed)
                                .map(Inspection.Completed::at))
                .column("timeliness", each -> each.checklist().timeliness())
                .key("line", each -> each.line().line().id())
                .column("category", each -> each.line().line().category())
                .column("answer", each -> each.line().answer().state())
                .column(
                        "anomalies",
                        each -> String.join(";", each.line().answer().anomalies()))
                .column("reason", each -> each.line().answer().reason())
                .column("as_of", each -> each.line().answer().asOf())
                .table(lines);
    }

    private record Owed(LocalDate date, Instant dueAt, Optional<Swept> swept) {
        String timeliness() {
            return swept.flatMap(Swept::doneAt).isEmpty()
                    ? "OVERDUE"
                    : swept.orElseThrow().late() ? "LATE" : "ON_TIME";
        }

        Optional<Sweep> sweep() {
            return swept.map(Swept::sweep);
        }
    }

    /** Every date on which the roster expects a sweep. */
    private ResultTable sweepsTable() {
        List<Owed> owed = stage.scenario()
                .from()
                .datesUntil(stage.scenario().to().plusDays(1))
                .flatMap(date -> stage.source().agenda().on(stage.store(), date).items().stream())
                .map(AgendaItem::occurrence)
                .filter(occurrence -> occurrence.duty().equals("2.2"))
                .map(occurrence -> new Owed(
                        occurrence.date(),
                        occurrence.dueAt(),
                        stage.source().inspections().findSweep(stage.store(), occurrence.date())))
                .toList();
        return new TableLayout<Owed>("sweeps.csv", stage.notation())
                .key("date", Owed::date)
                .column("due_at", Owed::dueAt)
                .column("done_at", each -> each.swept().flatMap(Swept::doneAt))
                .column("timeliness", Owed::timeliness)
                .column("notice", each -> each.sweep().map(Sweep::notice))
                .column(
                        "open",
                        each -> String.join(";", each.sweep().map(Sweep::open).orElse(List.of())))
                .column(
                        "could_not_check",
                        each -> String.join(
                                ";", each.sweep().map(Sweep::couldNotCheck).orElse(List.of())))
                .table(owed);
    }
}
