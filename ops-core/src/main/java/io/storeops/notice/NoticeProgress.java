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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts on the agenda what notices ask for: a draft that something left is to be sent (D22), and each department owes its receipt
 * (R68). What is overdue of the receipts is reported, of the drafts it is not. A roster without duty 4.1 expects nothing.
 */
final class NoticeProgress implements DutyProgress {
    private static final String DUTY = "4.1";
    private static final String DRAFT = "draft/";
    private static final String RECEIPT = "receipt/";

    private record Owed(Occurrence occurrence, Optional<Progress> progress) {}

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

    @Override
    public List<Occurrence> triggered(Context context, LocalDate date) {
        Instant end =
                context.dayAfter(date).atStartOfDay(context.store().zone()).toInstant();
        return owed(context).stream()
                .map(Owed::occurrence)
                .filter(occurrence -> occurrence.opensAt().isBefore(end))
                .toList();
    }

    @Override
    public Optional<Occurrence> find(Context context, OccurrenceId id) {
        return owed(context).stream()
                .map(Owed::occurrence)
                .filter(occurrence -> occurrence.id().equals(id))
                .findFirst();
    }

    @Override
    public Map<OccurrenceId, Progress> progress(Context context, Collection<Occurrence> occurrences) {
        Map<OccurrenceId, Progress> all = new HashMap<>();
        owed(context)
                .forEach(owed -> owed.progress()
                        .ifPresent(progress -> all.put(owed.occurrence().id(), progress)));
        all.keySet().retainAll(occurrences.stream().map(Occurrence::id).toList());
        return all;
    }

    private static List<Owed> owed(Context context) {
        List<Owed> all = new ArrayList<>();
        for (Notice notice : NoticeBook.all(context)) {
            notice.draftDue()
                    .ifPresent(due -> owed(
                                    context,
                                    DRAFT + notice.id(),
                                    notice.writtenAt(),
                                    due,
                                    notice.deliveredAt().map(Progress.Done::new))
                            .ifPresent(all::add));
            notice.ackDue()
                    .ifPresent(due -> notice.to()
                            .forEach(department -> owed(
                                            context,
                                            RECEIPT + notice.id() + "/" + department,
                                            notice.firstAcceptedAt().orElseThrow(),
                                            due,
                                            notice.receiptOf(department)
                                                    .map(receipt -> new Progress.Done(
                                                            receipt.given().at())))
                                    .ifPresent(all::add)));
        }
        return all;
    }

    private static Optional<Owed> owed(
            Context context, String about, Instant opens, Instant due, Optional<? extends Progress> progress) {
        LocalDate date = due.atZone(context.store().zone()).toLocalDate();
        return context.rosterOn(date)
                .findDuty(DUTY)
                .map(duty -> new Owed(
                        new Occurrence(
                                context.store().id(),
                                OccurrenceId.ofThing(DUTY, about),
                                duty.cadence().kind(),
                                date,
                                opens,
                                due,
                                Optional.empty(),
                                evidence(about, duty),
                                about.startsWith(DRAFT) ? duty.permission() : Right.ACKNOWLEDGE_NOTICE),
                        progress.map(each -> each)));
    }

    /** A receipt is its own proof. */
    private static List<EvidenceNeed> evidence(String about, Duty duty) {
        return about.startsWith(DRAFT) ? duty.evidence() : List.of();
    }
}
