package io.storeops.weeklyreport;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Move;
import io.storeops.act.PersonalActs;
import io.storeops.act.Verdict;
import io.storeops.calendar.IsoWeek;
import io.storeops.document.Document;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.outbox.Outbox;
import io.storeops.report.ReportScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weekly reports (每周执行表) in the hands of one person: drafted and submitted by whoever owes them, accepted or given back by the manager
 * (domain 4.9, R77-R80). Drafting and submitting take EXECUTE:X5, accepting and giving back ACCEPT:REPORT, never of one's own. Thread-safe.
 *
 * <p><b>Exceptions.</b> All methods throw {@link io.storeops.failure.DeniedException} if a right is missing, with the code SELF_DECISION for
 * one's own report, and {@link io.storeops.storage.StorageException}. Acts throw {@link io.storeops.failure.RefusedException}:
 * NO_SUCH_REPORT; WRONG_STATE if the machine does not list the event; and what their methods say.
 */
public final class WeeklyReports {
    private final PersonalActs acts;
    private final Outbox outbox;
    private final ReportContents contents;

    WeeklyReports(PersonalActs acts, Outbox outbox, ReportContents contents) {
        this.acts = acts;
        this.outbox = outbox;
        this.contents = contents;
    }

    /**
     * What one's report of a week would say now. Nothing is written.
     *
     * @param store the store
     * @param week the week
     * @return the sections that the roster asks for, and whether their figures are whole
     */
    public ReportPreview preview(StoreId store, IsoWeek week) {
        ActorId person = acts.caller().actor();
        return acts.look(
                store,
                ReportBook.READ,
                context -> contents.draft(
                        context, ReportScope.of(week, person, context.store().zone(), context.now()), Map.of()));
    }

    /**
     * Writes one's report of a week down with what is known now; after it was given back, the next version.
     *
     * @param store the store
     * @param week the week
     * @return the draft, marked provisional if figures are still to come (R79)
     * @throws io.storeops.failure.RefusedException NOT_OWED naming who owes it (D60); NOT_OPEN before the week begins
     */
    public WeeklyReport draft(StoreId store, IsoWeek week) {
        return acts.perform(store, new DraftReport(contents, week, acts.caller().actor()));
    }

    /**
     * Submits one's draft: its figures are counted anew, frozen, and given to the channels whose receipt the roster's duty asks for.
     *
     * @param store the store
     * @param week the week
     * @param words what its author says beside the figures
     * @return the report: SUBMITTED if the channels accepted it at once, else a DRAFT until they do
     * @throws io.storeops.failure.RefusedException SECTION_MISSING naming the sections without records or a reason (D62); NO_SUCH_SECTION;
     *     NOT_OPEN before the week is over; CONFIDENTIAL if a channel may not be told sales
     */
    public WeeklyReport submit(StoreId store, IsoWeek week, ReportRemarks words) {
        WeeklyReport queued = acts.perform(
                store, new SubmitReport(contents, week, acts.caller().actor(), words));
        outbox.deliverDue(store);
        return acts.look(
                store,
                ReportBook.READ,
                context -> ReportBook.last(context, week, queued.person()).orElse(queued));
    }

    /**
     * Accepts somebody else's report (R80).
     *
     * @param store the store
     * @param week the week
     * @param person whose report
     * @return the report
     */
    public WeeklyReport accept(StoreId store, IsoWeek week, ActorId person) {
        return acts.perform(store, answer(ReportEvent.ACCEPT, week, person, Optional.empty()));
    }

    /**
     * Gives somebody else's report back; its author drafts the next version (R80).
     *
     * @param store the store
     * @param week the week
     * @param person whose report
     * @param remarks why
     * @return the report
     * @throws io.storeops.failure.RefusedException REASON_MISSING if the remarks are blank
     */
    public WeeklyReport giveBack(StoreId store, IsoWeek week, ActorId person, String remarks) {
        return acts.perform(
                store,
                answer(ReportEvent.RETURN, week, person, Optional.of(remarks)).because(remarks, WeeklyReport::person));
    }

    private static Move<WeeklyReport, ReportState, ReportEvent, WeeklyReport> answer(
            ReportEvent event, IsoWeek week, ActorId person, Optional<String> remarks) {
        return Move.<WeeklyReport, ReportState, ReportEvent, WeeklyReport>of(
                        ReportBook.REPORTS, event, ReportBook.idOf(week, person), remarks.orElse(""))
                .submittedBy(WeeklyReports::submitters)
                .doing((context, known, to) -> answered(context, known, to == ReportState.ACCEPTED, remarks))
                .giving((context, written) -> ReportBook.written(context, written.get(ReportEntry.TABLE)));
    }

    private static Set<ActorId> submitters(WeeklyReport report) {
        return Stream.concat(
                        Stream.of(report.person(), report.drafted().by()),
                        report.queued().stream().map(stamp -> stamp.by()))
                .collect(Collectors.toSet());
    }

    private static Verdict.Done answered(
            Context context, WeeklyReport known, boolean accepted, Optional<String> remarks) {
        ReportEntry entry = ReportEntry.of(context, known.week(), known.person()).stream()
                .filter(version -> version.version() == known.version())
                .findFirst()
                .orElseThrow();
        return Verdict.done(Edit.replace(
                ReportEntry.TABLE,
                entry.row(context),
                entry.answered(new ReportAnswer(accepted, context.now(), context.actor(), remarks))));
    }

    /**
     * The last version of a report.
     *
     * @param store the store
     * @param week the week
     * @param person whose report
     * @return the report as it stands; empty if it was never drafted
     */
    public Optional<WeeklyReport> find(StoreId store, IsoWeek week, ActorId person) {
        return acts.look(store, ReportBook.READ, context -> ReportBook.last(context, week, person));
    }

    /**
     * All versions of a report.
     *
     * @param store the store
     * @param week the week
     * @param person whose report
     * @return the versions in order
     */
    public List<WeeklyReport> versions(StoreId store, IsoWeek week, ActorId person) {
        return acts.look(store, ReportBook.READ, context -> ReportBook.versions(context, week, person));
    }

    /**
     * Who owes the report of a week, and by when (D60).
     *
     * @param store the store
     * @param week the week
     * @return the reports in order of the people; none if the roster has no weekly duty
     */
    public List<OwedReport> owed(StoreId store, IsoWeek week) {
        return acts.look(store, ReportBook.READ, context -> OwedReport.of(context, week));
    }

    /**
     * A version of a report for people, to be rendered.
     *
     * @param report the version
     * @return the document; its title says so if it is a draft on provisional data
     */
    public Document document(WeeklyReport report) {
        return acts.look(
                report.store(),
                ReportBook.READ,
                context -> ReportDocument.of(
                        context,
                        ReportEntry.of(context, report.week(), report.person()).stream()
                                .filter(version -> version.version() == report.version())
                                .findFirst()
                                .orElseThrow()));
    }
}
