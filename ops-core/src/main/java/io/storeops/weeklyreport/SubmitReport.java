package io.storeops.weeklyreport;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Outgoing;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.DataClass;
import io.storeops.calendar.IsoWeek;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.position.Duty;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.report.ReportScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * SUBMIT_REPORT: the figures are counted anew and frozen, and the report is given to the channels whose receipt the duty asks for. It is
 * SUBMITTED when all of them have accepted it, and a DRAFT until then.
 *
 * @param contents counts the figures
 * @param week the week
 * @param person whose report it is
 * @param words what its author says
 */
record SubmitReport(ReportContents contents, IsoWeek week, ActorId person, ReportRemarks words)
        implements Act<WeeklyReport> {
    @Override
    public EntryPoint entry() {
        return ReportBook.REPORTS.entry(ReportEvent.SUBMIT);
    }

    @Override
    public Target target() {
        return ReportBook.target(week, person);
    }

    @Override
    public String arguments() {
        return week + " " + person + " " + words;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<WeeklyReport> last = ReportBook.last(context, week, person);
        if (last.isEmpty()) {
            return new Verdict.Refused(ReportBook.REPORTS.unknown(context, ReportBook.idOf(week, person)));
        }
        Optional<Refusal> refusal = refusal(context, last.get());
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        ReportScope scope = ReportScope.of(week, person, context.store().zone(), context.now());
        ReportPreview counted = contents.submitted(context, scope, words.none());
        if (!counted.missing().isEmpty()) {
            return new Verdict.Refused(new Refusal(
                    "SECTION_MISSING",
                    "the report of " + week + " has nothing in " + counted.missing()
                            + ": there are no records, and its author does not say why; say it, or do what is missing",
                    counted.missing()));
        }
        ReportEntry entry = ReportEntry.of(context, week, person).stream()
                .filter(version -> version.version() == last.get().version())
                .findFirst()
                .orElseThrow();
        List<String> channels = channels(context);
        ReportEntry submitted = entry.submitting(new ReportEntry.Submission(
                context.now(),
                context.actor(),
                context.roster().version(),
                channels,
                counted.sections(),
                words.comment(),
                AuditEntry.head(context.rows()).map(Anchor::toString)));
        return Verdict.done(Edit.replace(ReportEntry.TABLE, entry.row(context), submitted))
                .sending(channels.stream()
                        .map(channel -> message(context, submitted, channel))
                        .toList())
                .telling("version", Json.of(submitted.version()));
    }

    private Optional<Refusal> refusal(Context context, WeeklyReport last) {
        if (ReportState.MACHINE
                .find(Optional.of(last.state()), ReportEvent.SUBMIT)
                .isEmpty()) {
            return Optional.of(
                    ReportBook.REPORTS.wrongState(context, ReportBook.idOf(week, person), last, ReportEvent.SUBMIT));
        }
        if (last.queued().isPresent()) {
            return Optional.of(new Refusal(
                    "WRONG_STATE",
                    "version " + last.version() + " of the report of " + week + " was given to its channels at "
                            + last.queued().get().at() + " and waits for them"));
        }
        OwedReport owed = OwedReport.of(context, week, person).orElse(null);
        if (owed == null) {
            return Optional.of(DraftReport.notOwed(context, week, person));
        }
        if (context.now().isBefore(owed.endsAt())) {
            return Optional.of(new Refusal(
                    "NOT_OPEN",
                    "the week " + week + " ends at " + owed.endsAt() + ", and now is " + context.now()
                            + "; a report is submitted once its week is over"));
        }
        Set<String> unknown = new TreeSet<>(words.none().keySet());
        unknown.removeAll(ReportContents.sections(context, week));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NO_SUCH_SECTION",
                        "the report of " + week + " has no sections " + unknown + "; it has "
                                + ReportContents.sections(context, week)));
    }

    /** The channels whose receipt the roster's weekly duty asks for; all of them have to accept. */
    private List<String> channels(Context context) {
        return OwedReport.expected(context, week)
                .flatMap(expected -> context.rosterOn(week.sunday()).findDuty(expected.duty()))
                .map(Duty::evidence)
                .orElse(List.of())
                .stream()
                .filter(need -> need.name().equals(Duty.CHANNEL_RECEIPT))
                .flatMap(need -> need.variants().stream())
                .distinct()
                .toList();
    }

    private static Outgoing message(Context context, ReportEntry submitted, String channel) {
        return new Outgoing(
                new OutgoingMessage(
                        submitted.store(),
                        ReportEntry.messageId(submitted.week(), submitted.person(), submitted.version(), channel),
                        channel,
                        ReportDocument.of(context, submitted)),
                Set.of(DataClass.SALES, DataClass.OPERATIONS));
    }

    @Override
    public WeeklyReport recall(Context context, Written written) {
        return ReportBook.written(context, written.get(ReportEntry.TABLE));
    }
}
