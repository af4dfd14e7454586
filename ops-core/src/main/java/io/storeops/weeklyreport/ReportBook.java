package io.storeops.weeklyreport;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Machined;
import io.storeops.agenda.OccurrenceId;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.calendar.IsoWeek;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.lifecycle.StateMachine;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts reports together from what is kept of them and what became of their messages. */
final class ReportBook implements Machined<WeeklyReport, ReportState, ReportEvent> {
    static final ReportBook REPORTS = new ReportBook();

    private static final DataClass[] TOLD = {DataClass.SALES, DataClass.OPERATIONS};
    private static final Map<ReportEvent, EntryPoint> ENTRIES = Map.of(
            ReportEvent.DRAFT, EntryPoint.act("DRAFT_REPORT", List.of(Right.FEED_BACK), TOLD),
            ReportEvent.SUBMIT, EntryPoint.act("SUBMIT_REPORT", List.of(Right.FEED_BACK), TOLD),
            ReportEvent.ACCEPT, EntryPoint.act("ACCEPT_REPORT", List.of(Right.ACCEPT_REPORT), TOLD),
            ReportEvent.RETURN, EntryPoint.act("RETURN_REPORT", List.of(Right.ACCEPT_REPORT), TOLD));

    static final EntryPoint READ = EntryPoint.look(
            "READ_REPORTS", List.of(Right.FEED_BACK, Right.ACCEPT_REPORT, Right.INSTRUCT, Right.READ), TOLD);

    /** A report is called like what the agenda says of it, without its duty. */
    private static final String ANY_DUTY = "5.1";

    private ReportBook() {}

    static List<EntryPoint> entries() {
        return Stream.of(ReportEvent.values())
                .flatMap(event -> Optional.ofNullable(ENTRIES.get(event)).stream())
                .toList();
    }

    @Override
    public StateMachine<ReportState, ReportEvent> machine() {
        return ReportState.MACHINE;
    }

    @Override
    public EntryPoint entry(ReportEvent event) {
        return Optional.ofNullable(ENTRIES.get(event))
                .orElseThrow(() -> new IllegalArgumentException(event + " happens by itself"));
    }

    /** What a report is called: it is one of a week and a person. */
    static String idOf(IsoWeek week, ActorId person) {
        return OccurrenceId.ofWeek(ANY_DUTY, week, person).about();
    }

    static Target target(IsoWeek week, ActorId person) {
        return Target.of(ReportEntry.TABLE.name(), idOf(week, person));
    }

    @Override
    public Optional<WeeklyReport> find(Context context, String id) {
        return OccurrenceId.ofThing(ANY_DUTY, id).week().stream()
                .flatMap(week -> last(context, week).stream())
                .filter(report -> idOf(report.week(), report.person()).equals(id))
                .findFirst();
    }

    @Override
    public ReportState stateOf(Context context, WeeklyReport report) {
        return report.state();
    }

    @Override
    public Refusal unknown(Context context, String id) {
        return new Refusal(
                "NO_SUCH_REPORT",
                "store " + context.store().id() + " has no weekly report " + id + "; whoever owes it drafts it first");
    }

    /** The last versions of the reports of a week, by person. */
    static List<WeeklyReport> last(Context context, IsoWeek week) {
        SortedMap<ActorId, List<ReportEntry>> byPerson = new TreeMap<>();
        ReportEntry.of(context, week)
                .forEach(entry -> byPerson.computeIfAbsent(entry.person(), key -> new ArrayList<>())
                        .add(entry));
        return byPerson.values().stream()
                .map(versions -> report(context, versions, versions.size() - 1))
                .toList();
    }

    static Optional<WeeklyReport> last(Context context, IsoWeek week, ActorId person) {
        List<WeeklyReport> all = versions(context, week, person);
        return all.stream().skip(Math.max(0, all.size() - 1)).findFirst();
    }

    /** All versions of a report, in order. */
    static List<WeeklyReport> versions(Context context, IsoWeek week, ActorId person) {
        List<ReportEntry> entries = ReportEntry.of(context, week, person);
        return Stream.iterate(0, at -> at < entries.size(), at -> at + 1)
                .map(at -> report(context, entries, at))
                .toList();
    }

    /** A version as an act wrote it, among the others as they were read. */
    static WeeklyReport written(Context context, ReportEntry entry) {
        List<ReportEntry> versions = new ArrayList<>(ReportEntry.of(context, entry.week(), entry.person()).stream()
                .filter(version -> version.version() < entry.version())
                .toList());
        versions.add(entry);
        return report(context, versions, versions.size() - 1);
    }

    private static WeeklyReport report(Context context, List<ReportEntry> versions, int at) {
        ReportEntry entry = versions.get(at);
        Optional<Instant> submittedAt = submittedAt(context, entry);
        Optional<ReportEntry.Submission> submission = entry.submission();
        return new WeeklyReport(
                entry.store(),
                entry.week(),
                entry.person(),
                entry.version(),
                state(entry, submittedAt),
                entry.dueAt(),
                entry.drafted(),
                entry.slots(),
                entry.draft(),
                submission.map(ReportEntry.Submission::sections).orElse(entry.draft()),
                submission.flatMap(ReportEntry.Submission::comment),
                submission.map(given -> new Stamp(given.by(), given.at(), given.rules())),
                submission.flatMap(ReportEntry.Submission::chainHead),
                submittedAt,
                submittedAt(context, versions.get(0)),
                entry.answer());
    }

    private static ReportState state(ReportEntry entry, Optional<Instant> submittedAt) {
        return entry.answer()
                .map(answer -> answer.accepted() ? ReportState.ACCEPTED : ReportState.RETURNED)
                .orElse(submittedAt.isPresent() ? ReportState.SUBMITTED : ReportState.DRAFT);
    }

    /** When the last of its channels accepted a version; at once if the duty asks for no channel's receipt. */
    private static Optional<Instant> submittedAt(Context context, ReportEntry entry) {
        return entry.submission().flatMap(given -> {
            List<Optional<Instant>> accepted = given.channels().stream()
                    .map(channel -> context.rows()
                            .find(
                                    Delivery.TABLE,
                                    Delivery.key(
                                            entry.store(),
                                            ReportEntry.messageId(
                                                    entry.week(), entry.person(), entry.version(), channel)))
                            .map(Versioned::value)
                            .flatMap(Delivery::acceptedAt))
                    .toList();
            return accepted.stream().allMatch(Optional::isPresent)
                    ? accepted.stream()
                            .flatMap(Optional::stream)
                            .max(Comparator.naturalOrder())
                            .or(() -> Optional.of(given.at()))
                    : Optional.empty();
        });
    }
}
