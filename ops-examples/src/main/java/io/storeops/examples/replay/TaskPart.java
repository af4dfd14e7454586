package io.storeops.examples.replay;

import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listingtask.ListingTask;
import io.storeops.task.DaySummary;
import io.storeops.task.Instruction;
import io.storeops.task.Task;
import io.storeops.task.TaskFeedback;
import io.storeops.task.Tasks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tasks: what was instructed, taken on, done, fed back, closed or returned, and summed up every day. What else happens to
 * those that consist of steps is in the part of listings.
 *
 * @param stage where the scenario is acted out
 */
record TaskPart(Stage stage) implements ReplayPart {
    private static final String TASK = "task";
    private static final String REASON = "reason";
    private static final String FEEDBACK = "feedback:";
    private static final String OVERDUE = "TASK_OVERDUE";
    private static final String FEEDBACK_OVERDUE = "TASK_FEEDBACK_OVERDUE";

    /** An act of a person on a task. */
    private interface Acting {
        Task on(Tasks tasks, Command command, String id);
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        Map<String, BuiltCommand> commands = new HashMap<>();
        commands.put("ASSIGN_TASK", acting(this::assign));
        commands.put("ACCEPT_TASK", acting((tasks, command, id) -> tasks.accept(stage.store(), id)));
        commands.put("COMPLETE_TASK", acting(this::complete));
        commands.put(
                "NOT_DONE_TASK",
                acting((tasks, command, id) ->
                        tasks.notDone(stage.store(), id, command.args().text(REASON))));
        commands.put("FEED_BACK_TASK", acting(this::feedBack));
        commands.put("CLOSE_TASK", acting((tasks, command, id) -> tasks.close(stage.store(), id)));
        commands.put(
                "RETURN_TASK",
                acting((tasks, command, id) ->
                        tasks.giveBack(stage.store(), id, command.args().text(REASON))));
        commands.put(
                "CANCEL_TASK",
                acting((tasks, command, id) ->
                        tasks.cancel(stage.store(), id, command.args().text(REASON))));
        commands.put("DAY_SUMMARY", new BuiltCommand(command -> command.args().text("date"), this::sumUp));
        return commands;
    }

    private Optional<Map<String, Json>> sumUp(Command command) {
        LocalDate date = command.date("date");
        return Optional.of(BuiltCommand.shown(
                () -> shown(stage.deskOf(command).tasks().sumUp(stage.store(), date)), Map::of));
    }

    private Map<String, Object> shown(DaySummary summary) {
        List<Map<String, ?>> notDone = summary.notDone().stream()
                .<Map<String, ?>>map(id -> Map.of("task", id, "reason", reason(id)))
                .toList();
        return Map.of(
                "late",
                summary.late(),
                "tasks",
                summary.done().size() + summary.notDone().size(),
                "tasks_done",
                summary.done().size(),
                "not_done",
                notDone);
    }

    private Optional<String> reason(String id) {
        return find(id).flatMap(Task::ended).flatMap(Task.Ending::reason);
    }

    private static String id(Command command) {
        return command.args().text(TASK);
    }

    private BuiltCommand acting(Acting act) {
        return new BuiltCommand(TaskPart::id, command -> Optional.of(acted(command, act)));
    }

    private Map<String, Json> acted(Command command, Acting act) {
        Supplier<Map<String, ?>> done =
                () -> shown(act.on(stage.deskOf(command).tasks(), command, id(command)), command);
        return BuiltCommand.shown(
                done,
                () -> find(id(command))
                        .<Map<String, ?>>map(task -> shown(task, command))
                        .orElseGet(() -> Map.of("state", Optional.empty())));
    }

    private Optional<Task> find(String id) {
        return stage.source().tasks().find(stage.store(), id);
    }

    /** Late is what the command says of the task: that it was done, or fed back, after its due instant. */
    private Map<String, Object> shown(Task task, Command command) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("state", task.state());
        shown.put("phase", ListingTaskPart.find(stage, task.id()).map(ListingTask::phase));
        shown.put("feedback_due_at", task.course().feedbackDue().map(stage.notation()::text));
        shown.put(
                "late",
                command.name().equals("FEED_BACK_TASK")
                        ? task.feedback()
                                .map(TaskFeedback::at)
                                .flatMap(at -> task.course().feedbackDue().map(at::isAfter))
                                .orElse(false)
                        : task.late());
        return shown;
    }

    private Task assign(Tasks tasks, Command command, String id) {
        JsonReader args = command.args();
        Instruction instruction = new Instruction(
                args.text("kind"),
                Optional.empty(),
                args.findMember("linked_to").map(JsonReader::text),
                args.elements("steps").stream().map(JsonReader::text).toList(),
                Optional.of(args.text("title")),
                Command.instant(args.member("due")));
        ActorId assignee = ActorId.of(args.text("assignee"));
        if (!args.names().contains("instruction")) {
            return tasks.assign(stage.store(), id, instruction, assignee);
        }
        stage.deskOf(command)
                .listingTasks()
                .assign(stage.store(), id, instruction, ListedValues.of(args.member("instruction")), assignee);
        return find(id).orElseThrow();
    }

    /** What a command names as evidence is attached by whoever gives it. */
    private Task complete(Tasks tasks, Command command, String id) {
        command.args()
                .findMember("evidence")
                .filter(kind -> find(id).filter(task -> task.assignee().value().equals(command.actor()))
                        .isPresent())
                .ifPresent(kind -> stage.ops()
                        .deskOf(ActorId.of(command.actor()))
                        .archive()
                        .attach(
                                stage.store(),
                                Target.of(Task.TABLE.name(), id),
                                kind.as("is no kind of evidence", EvidenceKind::parse),
                                stage.now(),
                                "seq-" + command.seq()));
        return tasks.complete(stage.store(), id);
    }

    private Task feedBack(Tasks tasks, Command command, String id) {
        JsonReader args = command.args();
        return tasks.feedBack(stage.store(), id, args.text("medium"), args.text("text"), note(command, id));
    }

    /** Where a scenario's commands have no note, the text says whom it was told to: whoever instructed it, and when. */
    private Optional<TaskFeedback.Note> note(Command command, String id) {
        if (!command.args().names().contains("note")) {
            return find(id).map(task -> new TaskFeedback.Note(task.given().by(), command.at()));
        }
        return command.args()
                .findMember("note")
                .map(note -> new TaskFeedback.Note(ActorId.of(note.text("to")), Command.instant(note.member("at"))));
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(
                new OverdueCode(
                        "5.2",
                        FEEDBACK_OVERDUE,
                        each -> each.id().about().substring(FEEDBACK.length()),
                        each -> each.id().about().startsWith(FEEDBACK)),
                new OverdueCode(
                        "5.2",
                        "SUMMARY_OVERDUE",
                        each -> each.id().about(),
                        each -> each.id().date().isPresent()),
                new OverdueCode("5.2", OVERDUE, each -> each.id().about()));
    }

    private List<Task> tasks() {
        return stage.scenario().enrolment().assignments().stream()
                .map(assignment -> assignment.actor())
                .distinct()
                .flatMap(actor -> stage.source().tasks().givenTo(stage.store(), actor).stream())
                .sorted(Comparator.comparing(task -> task.given().at()))
                .toList();
    }

    @Override
    public List<ResultTable> tables() {
        List<ResultTable> tables = new ArrayList<>();
        List<Task> tasks = tasks();
        if (!tasks.isEmpty()) {
            tables.add(table(tasks));
        }
        List<DaySummary> summaries = stage.scenario().dates().stream()
                .flatMap(date -> stage.source().tasks().findSummary(stage.store(), date).stream())
                .toList();
        if (!summaries.isEmpty()) {
            tables.add(new TableLayout<DaySummary>("summaries.csv", stage.notation())
                    .key("date", DaySummary::date)
                    .column("due_at", DaySummary::dueAt)
                    .column("filed_at", summary -> summary.filed().at())
                    .column("timeliness", summary -> summary.late() ? "LATE" : "ON_TIME")
                    .column("by", summary -> summary.filed().by())
                    .table(summaries));
        }
        return tables;
    }

    private ResultTable table(List<Task> tasks) {
        return new TableLayout<Task>("tasks.csv", stage.notation())
                .key(TASK, Task::id)
                .column("kind", task -> task.instruction().kind())
                .column("origin", task -> task.origin().map(Target::id).orElse("INSTRUCTION"))
                .column("assignee", Task::assignee)
                .column("assigned_at", task -> task.given().at())
                .column("due_at", Task::due)
                .column("done_at", task -> task.course().doneAt())
                .column("done_timeliness", task -> task.course().doneAt().map(at -> task.late() ? "LATE" : "ON_TIME"))
                .column("feedback_due_at", task -> task.course().feedbackDue())
                .column("fed_back_at", task -> task.feedback().map(TaskFeedback::at))
                .column(
                        "feedback_timeliness",
                        task -> task.feedback().map(told -> task.course().lateFeedback() ? "LATE" : "ON_TIME"))
                .column("medium", task -> task.feedback().map(TaskFeedback::medium))
                .column("returned", task -> task.course().returned())
                .column("reason", task -> task.ended().flatMap(Task.Ending::reason))
                .column("state", Task::state)
                .table(tasks)
                .orderableByKey();
    }
}
