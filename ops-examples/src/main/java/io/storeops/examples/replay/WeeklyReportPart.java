package io.storeops.examples.replay;

import io.storeops.calendar.IsoWeek;
import io.storeops.document.Cell;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.kpi.Ratio;
import io.storeops.report.ReportFigure;
import io.storeops.report.ReportPart;
import io.storeops.report.ReportSection;
import io.storeops.weeklyreport.OwedReport;
import io.storeops.weeklyreport.ReportAnswer;
import io.storeops.weeklyreport.ReportRemarks;
import io.storeops.weeklyreport.WeeklyReport;
import io.storeops.weeklyreport.WeeklyReports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weekly reports: drafted, submitted through a channel that accepts when the scenario says, accepted or given back. A scenario calls each
 * by an id of its own; the library by its week and author.
 *
 * @param stage where the scenario is acted out
 */
record WeeklyReportPart(Stage stage) implements ReplayPart {
    private static final String DRAFT = "DRAFT_REPORT";
    private static final String REPORT = "report";
    private static final String OF = "of";

    /** What an id of the scenario stands for. */
    record Named(IsoWeek week, ActorId person) {}

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                DRAFT,
                BuiltCommand.on(REPORT, this::draft),
                "SUBMIT_REPORT",
                BuiltCommand.on(REPORT, this::submit),
                "ACCEPT_REPORT",
                BuiltCommand.on(
                        REPORT,
                        command -> answered(
                                command, (reports, of) -> reports.accept(stage.store(), of.week(), of.person()))),
                "RETURN_REPORT",
                BuiltCommand.on(
                        REPORT,
                        command -> answered(
                                command,
                                (reports, of) -> reports.giveBack(
                                        stage.store(),
                                        of.week(),
                                        of.person(),
                                        command.args().text("remarks")))),
                "REPORTS_OWED",
                BuiltCommand.on("week", this::owed),
                "CHANNEL_ACCEPT",
                new BuiltCommand(command -> command.args().text(OF), this::accepted));
    }

    /** What a manager says to a report. */
    private interface Answering {
        WeeklyReport say(WeeklyReports reports, Named of);
    }

    private Map<String, Json> draft(Command command) {
        String id = command.args().text(REPORT);
        IsoWeek week = IsoWeek.parse(command.args().text("week"));
        return BuiltCommand.shown(
                () -> shown(stage.deskOf(command).weeklyReports().draft(stage.store(), week)), () -> standing(id));
    }

    /** What an id stands for: the report that whoever drafted it under that id has by now. */
    private Optional<Named> named(String id) {
        return drafts().filter(command -> command.args().text(REPORT).equals(id))
                .map(command -> new Named(IsoWeek.parse(command.args().text("week")), ActorId.of(command.actor())))
                .filter(of -> find(of).isPresent())
                .findFirst();
    }

    private Stream<Command> drafts() {
        return stage.scenario().commands().stream()
                .filter(command -> command.name().equals(DRAFT));
    }

    private Map<String, Json> submit(Command command) {
        String id = command.args().text(REPORT);
        Map<String, String> none = new TreeMap<>();
        command.args()
                .findMember("none")
                .ifPresent(reasons -> reasons.names().forEach(section -> none.put(section, reasons.text(section))));
        Supplier<WeeklyReport> submitting =
                () -> stage.deskOf(command).weeklyReports().submit(stage.store(), week(id), ReportRemarks.none(none));
        return BuiltCommand.shown(
                () -> shown(stage.world()
                        .channel(command.args().member("channel"))
                        .accepting(command.instant("accepted_at"), submitting)),
                () -> standing(id));
    }

    private IsoWeek week(String id) {
        return named(id)
                .map(Named::week)
                .orElseThrow(() -> new IllegalArgumentException("Nobody drafted report " + id));
    }

    private Map<String, Json> answered(Command command, Answering answering) {
        String id = command.args().text(REPORT);
        return BuiltCommand.shown(
                () -> shown(answering.say(
                        stage.deskOf(command).weeklyReports(), named(id).orElseThrow())),
                () -> standing(id));
    }

    private Map<String, Json> owed(Command command) {
        IsoWeek week = IsoWeek.parse(command.args().text("week"));
        return BuiltCommand.shown(
                () -> {
                    List<OwedReport> all = stage.deskOf(command).weeklyReports().owed(stage.store(), week);
                    return Map.of(
                            "owed_by",
                            all.stream().map(each -> each.person().value()).toList(),
                            "due_at",
                            all.stream().findFirst().map(OwedReport::dueAt).map(stage.notation()::text));
                },
                Map::of);
    }

    /** A report that waited for its channel is accepted now; what else waits is another part's. */
    private Optional<Map<String, Json>> accepted(Command command) {
        return command.args()
                .findMember(OF)
                .map(JsonReader::text)
                .filter(id -> named(id).isPresent())
                .map(id -> BuiltCommand.shown(
                        () -> {
                            stage.world()
                                    .channel(command.args().member("channel"))
                                    .accepting(
                                            command.instant("accepted_at"),
                                            () -> stage.ops().deliverDue(stage.store()));
                            return shown(named(id).flatMap(this::find).orElseThrow());
                        },
                        () -> standing(id)));
    }

    private Map<String, Object> shown(WeeklyReport report) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", report.state());
        shown.put("version", report.version());
        shown.put("slots", report.slots().toString());
        shown.put("provisional", report.provisional());
        shown.put("late", report.late());
        shown.put("queued", report.queued().isPresent() && report.submittedAt().isEmpty());
        kpi(report.draft(), "K1.1").ifPresent(ratio -> shown.put("k1_1", ratio.n() + "/" + ratio.d()));
        return shown;
    }

    private Map<String, Object> standing(String id) {
        return Map.of("state", named(id).flatMap(this::find).map(WeeklyReport::state));
    }

    private Optional<WeeklyReport> find(Named of) {
        return stage.source().weeklyReports().find(stage.store(), of.week(), of.person());
    }

    private static Optional<Ratio> kpi(List<ReportSection> sections, String id) {
        return sections.stream()
                .filter(section -> section.id().equals(ReportPart.TASK_KPI_SUGGESTION))
                .flatMap(section -> section.all("kpi").stream())
                .filter(figure -> figure.of().equals(Optional.of(id)))
                .map(ReportFigure::value)
                .map(value -> ((Cell.Share) value).ratio())
                .findFirst();
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(
                new OverdueCode("5.1", "REPORT_OVERDUE", each -> each.id().about()));
    }

    /** The key figures as they were when the first report was drafted. */
    @Override
    public Map<String, Ratio> measures() {
        Map<String, Ratio> measures = new LinkedHashMap<>();
        versions().stream()
                .limit(1)
                .flatMap(first -> first.report().draft().stream())
                .flatMap(section -> section.all("kpi").stream())
                .forEach(figure ->
                        measures.put("DRAFT:" + figure.of().orElseThrow(), ((Cell.Share) figure.value()).ratio()));
        return measures;
    }

    private record Version(String id, WeeklyReport report) {}

    private List<Version> versions() {
        List<Version> all = new ArrayList<>();
        drafts().map(command -> command.args().text(REPORT))
                .distinct()
                .forEach(id -> named(id)
                        .ifPresent(of -> stage.source()
                                .weeklyReports()
                                .versions(stage.store(), of.week(), of.person())
                                .forEach(report -> all.add(new Version(id, report)))));
        return all;
    }

    @Override
    public List<ResultTable> tables() {
        List<Version> versions = versions();
        return versions.isEmpty() ? List.of() : List.of(reports(versions), report(versions));
    }

    /** The report that was drafted first, as a document. */
    private ResultTable report(List<Version> versions) {
        String id = versions.get(0).id();
        CsvTable document = JsonTable.of(
                "weekly-report.json",
                new WeeklyReportJson(stage.notation().zone())
                        .of(
                                id,
                                versions.stream()
                                        .filter(each -> each.id().equals(id))
                                        .map(Version::report)
                                        .toList()));
        return ResultTable.of(document, List.of(JsonTable.PATH))
                .scoped(ResultTable.Scope.naming(
                        JsonTable.PATH,
                        document.rows().stream()
                                .map(row -> row.text(JsonTable.PATH))
                                .collect(Collectors.toSet())));
    }

    /** Queued are those that had to wait for their channel. */
    private ResultTable reports(List<Version> versions) {
        return new TableLayout<Version>("reports.csv", stage.notation())
                .key(REPORT, Version::id)
                .key("version", each -> each.report().version())
                .column("operator", each -> each.report().person())
                .column("week", each -> each.report().week())
                .column("drafted_at", each -> each.report().drafted().at())
                .column("slots", each -> each.report().slots())
                .column("provisional", each -> each.report().provisional())
                .column(
                        "queued_at",
                        each -> each.report()
                                .queued()
                                .map(Stamp::at)
                                .filter(at ->
                                        !Optional.of(at).equals(each.report().submittedAt())))
                .column("submitted_at", each -> each.report().submittedAt())
                .column("due_at", each -> each.report().dueAt())
                .column(
                        "timeliness",
                        each -> each.report()
                                .firstSubmittedAt()
                                .map(at -> each.report().late() ? "LATE" : "ON_TIME"))
                .column("returned_at", each -> answeredAt(each.report(), false))
                .column("accepted_at", each -> answeredAt(each.report(), true))
                .column("state", each -> each.report().state())
                .column(
                        "week_actual_minor",
                        each -> each.report()
                                .find(ReportPart.SALES_TARGET)
                                .flatMap(section -> section.find("week_actual_minor"))
                                .map(figure ->
                                        ((Cell.Amount) figure.value()).money().minor()))
                .table(versions);
    }

    private static Optional<Instant> answeredAt(WeeklyReport report, boolean accepted) {
        return report.answer().filter(answer -> answer.accepted() == accepted).map(ReportAnswer::at);
    }
}
