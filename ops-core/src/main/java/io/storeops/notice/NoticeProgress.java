package io.storeops.notice;

import io.storeops.act.Context;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.agenda.Progress;
import io.storeops.authority.Right;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.position.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts on the agenda what notices ask for: a draft that something left is to be sent (D22), and each department owes its receipt
 * (R68). What is overdue of the receipts is reported, of the drafts it is not. A roster without duty 4.1 expects nothing.
 */
final class NoticeProgress implements DutyProgress {
    private static final String DUTY = "4.1";
    private static final String DRAFT = "draft/";
    private static final String RECEIPT = "receipt/";

    @Override
    public boolean tells(Occurrence occurrence) {
        return occurrence.duty().equals(DUTY) && (is(DRAFT, occurrence.id()) || is(RECEIPT, occurrence.id()));
    }

    private static boolean is(String kind, OccurrenceId id) {
        return id.about().startsWith(kind);
    }

    @Override
    public boolean carriesOut(Occurrence occurrence) {
        return tells(occurrence) && is(RECEIPT, occurrence.id());
    }

    /** What is open, and what ended on the date or later: nothing else is read, however much there was. */
    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant start = date.atStartOfDay(context.store().zone()).toInstant();
        Instant end =
                context.dayAfter(date).atStartOfDay(context.store().zone()).toInstant();
        List<NoticeReceipt> given = NoticeBook.receiptsSince(context, start);
        Stream<Occurrence> drafts = Stream.concat(
                        NoticeBook.open(context).stream(),
                        given.stream()
                                .map(NoticeReceipt::noticeId)
                                .distinct()
                                .flatMap(id -> NoticeBook.find(context, id).stream()))
                .distinct()
                .flatMap(notice -> draft(context, notice).stream());
        Stream<Occurrence> owed = NoticeBook.open(context).stream()
                .flatMap(notice ->
                        notice.open().stream().flatMap(department -> owed(context, notice, department).stream()));
        return Stream.of(drafts, owed, given.stream().flatMap(receipt -> given(context, receipt).stream()))
                .flatMap(all -> all)
                .filter(occurrence -> occurrence.opensAt().isBefore(end))
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return is(DRAFT, id)
                ? NoticeBook.find(context, id.about().substring(DRAFT.length()))
                        .flatMap(notice -> draft(context, notice))
                        .filter(occurrence -> occurrence.id().equals(id))
                : receipt(context, id)
                        .flatMap(about -> about.notice()
                                .receiptOf(about.department())
                                .map(known -> given(context, known))
                                .orElseGet(() -> owed(context, about.notice(), about.department())))
                        .filter(occurrence -> occurrence.id().equals(id));
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> all = new HashMap<>();
        occurrences.forEach(
                occurrence -> progress(context, occurrence.id()).ifPresent(known -> all.put(occurrence.id(), known)));
        return all;
    }

    private static Optional<Progress> progress(Context context, OccurrenceId id) {
        if (is(DRAFT, id)) {
            return NoticeBook.find(context, id.about().substring(DRAFT.length()))
                    .flatMap(notice -> notice.deliveredAt()
                            .<Progress>map(Progress.Done::new)
                            .or(() -> replaced(notice)));
        }
        return receipt(context, id)
                .flatMap(about -> about.notice()
                        .receiptOf(about.department())
                        .<Progress>map(known -> new Progress.Done(known.given().at()))
                        .or(() -> replaced(about.notice())));
    }

    /** Nobody owes anything because of a notice whose place another took (D55). */
    private static Optional<Progress> replaced(Notice notice) {
        return notice.superseded().map(taken -> new Progress.Abandoned(taken.at(), "replaced by " + taken.by()));
    }

    /** A receipt that is, or was, owed. */
    private record Receipt(Notice notice, String department) {}

    /** Ids of notices may have slashes in them, and so may departments. */
    private static Optional<Receipt> receipt(Context context, OccurrenceId id) {
        if (!is(RECEIPT, id)) {
            return Optional.empty();
        }
        String about = id.about().substring(RECEIPT.length());
        return IntStream.range(0, about.length())
                .filter(i -> about.charAt(i) == '/')
                .boxed()
                .flatMap(i -> NoticeBook.find(context, about.substring(0, i))
                        .filter(notice -> notice.to().contains(about.substring(i + 1)))
                        .map(notice -> new Receipt(notice, about.substring(i + 1)))
                        .stream())
                .findFirst();
    }

    private static Optional<Occurrence> draft(Context context, Notice notice) {
        return notice.draftDue().flatMap(due -> occurrence(context, DRAFT + notice.id(), notice.writtenAt(), due));
    }

    private static Optional<Occurrence> owed(Context context, Notice notice, String department) {
        return notice.ackDue()
                .flatMap(due -> occurrence(
                        context,
                        RECEIPT + notice.id() + "/" + department,
                        notice.firstAcceptedAt().orElseThrow(),
                        due));
    }

    private static Optional<Occurrence> given(Context context, NoticeReceipt receipt) {
        return receipt.owedBy()
                .flatMap(due -> occurrence(
                        context, RECEIPT + receipt.noticeId() + "/" + receipt.department(), receipt.owedFrom(), due));
    }

    private static Optional<Occurrence> occurrence(Context context, String about, Instant opens, Instant due) {
        LocalDate date = due.atZone(context.store().zone()).toLocalDate();
        return context.rosterOn(date)
                .findDuty(DUTY)
                .map(duty -> new Occurrence(
                        context.store().id(),
                        OccurrenceId.ofThing(DUTY, about),
                        duty.cadence().kind(),
                        date,
                        opens,
                        due,
                        Optional.empty(),
                        evidence(about, duty),
                        about.startsWith(DRAFT) ? duty.permission() : Right.ACKNOWLEDGE_NOTICE));
    }

    /** A receipt is its own proof. */
    private static List<EvidenceNeed> evidence(String about, Duty duty) {
        return about.startsWith(DRAFT) ? duty.evidence() : List.of();
    }
}
