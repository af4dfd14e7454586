package io.storeops.task;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Exhibit;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.OccurrenceId;
import io.storeops.calendar.BusinessDay;
import io.storeops.catalog.Language;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Document;
import io.storeops.document.Line;
import io.storeops.document.PlainText;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** DAY_SUMMARY: what became of the tasks that were due on a date (R82). */
final class DaySummaries {
    private DaySummaries() {}

    static Optional<DaySummary> find(Context context, LocalDate date) {
        return context.rows()
                .find(DaySummary.TABLE, DaySummary.TABLE.keyOf(context.store().id(), date))
                .map(Versioned::value);
    }

    /** The duty of tasks by the roster of a date; empty if it has none, or nothing is expected of the date. */
    private static Optional<Duty> duty(Context context, LocalDate date) {
        return context.expects(date) ? context.rosterOn(date).findDuty(Cadence.Kind.PER_TASK) : Optional.empty();
    }

    private static BusinessDay day(Context context, LocalDate date) {
        return context.rosterOn(date).slotPlan().day(date, context.store().zone());
    }

    /** The tasks that were due on a date and were not taken back, by due instant. */
    private static List<Task> tasks(Context context, LocalDate date) {
        BusinessDay day = day(context, date);
        return Stream.of(TaskState.values())
                .filter(state -> state != TaskState.CANCELLED)
                .flatMap(state -> context
                        .rows()
                        .all(Query.of(Task.TABLE, context.store().id(), Task.BY_STATE)
                                .where(state)
                                .from(day.start())
                                .to(day.end()))
                        .stream())
                .sorted(Comparator.comparing(Task::due).thenComparing(Task::id))
                .toList();
    }

    /**
     * The act.
     *
     * @param date the date
     */
    record File(LocalDate date) implements Act<DaySummary> {
        @Override
        public EntryPoint entry() {
            return TaskEntries.DAY_SUMMARY;
        }

        @Override
        public Target target() {
            return Target.of(DaySummary.TABLE.name(), date.toString());
        }

        @Override
        public String arguments() {
            return date.toString();
        }

        @Override
        public Verdict decide(Context context) {
            Optional<Duty> duty = duty(context, date);
            if (duty.isEmpty()) {
                return Verdict.refused(
                        "NO_SUCH_SUMMARY",
                        "nothing expects a summary of the tasks of " + date + ": a roster's duty with the cadence "
                                + Cadence.Kind.PER_TASK + " does");
            }
            if (date.isAfter(context.today())) {
                return Verdict.refused(
                        "NOT_OPEN", "the date " + date + " has not begun; in the store it is " + context.today());
            }
            return find(context, date)
                    .<Verdict>map(known -> Verdict.refused(
                            "ALREADY_DONE",
                            "the tasks of " + date + " were summed up by "
                                    + known.filed().by() + " at "
                                    + known.filed().at()))
                    .orElseGet(() -> filed(context, duty.get()));
        }

        private Verdict filed(Context context, Duty duty) {
            List<Task> tasks = tasks(context, date);
            DaySummary summary = new DaySummary(
                    context.store().id(),
                    date,
                    day(context, date).at(((Cadence.PerTask) duty.cadence()).summaryDue()),
                    ids(tasks.stream().filter(Task::done)),
                    ids(tasks.stream().filter(task -> !task.done())),
                    context.stamp());
            Target occurrence = AgendaBuilder.target(OccurrenceId.ofDate(duty.id(), date));
            return Verdict.done(Edit.insert(DaySummary.TABLE, summary))
                    .exhibiting(
                            new Exhibit(occurrence, EvidenceKind.parse(Duty.DAY_SUMMARY), text(context, date, tasks)));
        }

        private static List<String> ids(Stream<Task> tasks) {
            return tasks.map(Task::id).toList();
        }

        @Override
        public DaySummary recall(Context context, Written written) {
            return written.get(DaySummary.TABLE);
        }
    }

    private static Attachment text(Context context, LocalDate date, List<Task> tasks) {
        Language language = context.store().language();
        List<Block.Column> columns = Stream.of(
                        SummaryWords.TASK,
                        SummaryWords.WHAT,
                        SummaryWords.ASSIGNEE,
                        SummaryWords.OUTCOME,
                        SummaryWords.REASON)
                .map(word -> Block.Column.text(word.in(language)))
                .toList();
        Document document = Document.of(
                Line.of(date + " " + SummaryWords.TITLE.in(language)),
                List.of(
                        tasks.isEmpty()
                                ? new Block.Text(Line.of(SummaryWords.NONE.in(language)))
                                : new Block.Table(
                                        columns,
                                        tasks.stream()
                                                .map(task -> row(task, language))
                                                .toList())));
        return Attachment.of("text/plain", PlainText.of(document).getBytes(UTF_8));
    }

    private static Cell told(Optional<String> text) {
        return Cell.of(text.map(Line::ofName).orElse(Line.EMPTY));
    }

    private static Block.Row row(Task task, Language language) {
        SummaryWords outcome =
                task.done() ? SummaryWords.DONE : task.ended().isPresent() ? SummaryWords.NOT_DONE : SummaryWords.OPEN;
        return Block.Row.of(List.of(
                Cell.of(Line.ofName(task.id())),
                told(task.text()),
                Cell.of(Line.ofName(task.assignee().value())),
                Cell.of(outcome.in(language)),
                told(task.ended().flatMap(Task.Ending::reason))));
    }
}
