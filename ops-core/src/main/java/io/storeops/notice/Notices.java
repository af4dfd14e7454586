package io.storeops.notice;

import io.storeops.act.Context;
import io.storeops.act.PersonalActs;
import io.storeops.id.StoreId;
import io.storeops.kpi.Ratio;
import io.storeops.outbox.Outbox;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Notices (信息通告) in the hands of one person: writing and sending them to the roster's channels, a department's receipt, and which
 * receipts are missing. Every act throws {@link io.storeops.failure.DeniedException} if its right is missing, and
 * {@link io.storeops.failure.RefusedException} if a guard says no. Thread-safe.
 */
public final class Notices {
    private final PersonalActs acts;
    private final Outbox outbox;

    Notices(PersonalActs acts, Outbox outbox) {
        this.acts = acts;
        this.outbox = outbox;
    }

    /**
     * Writes a notice that is not sent yet. Right EXECUTE:X4.
     *
     * @param store the store
     * @param announcement what it says, and for whom
     * @return the notice, a DRAFT; the one whose place it is to take keeps it until this one is sent
     * @throws io.storeops.failure.RefusedException EXISTS, NO_SUCH_DEPARTMENT; NO_SUCH_NOTICE or WRONG_STATE if the one that it replaces is
     *     not there, or was replaced already
     */
    public Notice draft(StoreId store, Announcement announcement) {
        return acts.perform(store, new DraftNotice(announcement));
    }

    /**
     * Writes a notice and gives it to the roster's channels, in the place of an earlier one if it names one: that is SUPERSEDED from then
     * on, its open receipts are not owed any more, and none of its receipts counts for this one (D55). Right EXECUTE:X4.
     *
     * @param store the store
     * @param announcement what it says, and for whom
     * @return the notice: DELIVERED if the channels accepted it at once, else a DRAFT until they do (D54)
     * @throws io.storeops.failure.RefusedException as {@link #draft}; NO_CHANNEL if the roster names none for notices, or
     *     CONFIDENTIAL if one of them may not be told what the store does
     */
    public Notice send(StoreId store, Announcement announcement) {
        return delivered(store, acts.perform(store, new SendNotice(announcement.id(), Optional.of(announcement))));
    }

    /**
     * Gives a draft to the roster's channels. Right EXECUTE:X4.
     *
     * @param store the store
     * @param id the draft
     * @return the notice, as of {@link #send(StoreId, Announcement)}
     * @throws io.storeops.failure.RefusedException NO_SUCH_NOTICE, WRONG_STATE if it was sent already, REDACTED, NO_CHANNEL or
     *     CONFIDENTIAL
     */
    public Notice send(StoreId store, String id) {
        return delivered(store, acts.perform(store, new SendNotice(Announcement.checkId(id), Optional.empty())));
    }

    private Notice delivered(StoreId store, Notice sent) {
        outbox.deliverDue(store);
        return acts.look(
                store,
                NoticeEntries.READ,
                context -> NoticeBook.find(context, sent.id()).orElse(sent));
    }

    /**
     * Gives a department's receipt, from the first acceptance of the notice on. Right ACK:NOTICE of the department itself, or of one
     * that belongs to it.
     *
     * @param store the store
     * @param id the notice
     * @param department the department that it is for
     * @return the receipt
     * @throws io.storeops.failure.DeniedException ACK:NOTICE too for a department that the person does not speak for
     * @throws io.storeops.failure.RefusedException NO_SUCH_NOTICE, NOT_ADDRESSED, or WRONG_STATE before the first acceptance,
     *     after the receipt, and for one whose place another took
     */
    public NoticeReceipt acknowledge(StoreId store, String id, String department) {
        return acts.perform(store, new AcknowledgeNotice(Announcement.checkId(id), department));
    }

    /**
     * A notice.
     *
     * @param store the store
     * @param id the notice
     * @return the notice as it stands; empty if there is none
     */
    public Optional<Notice> find(StoreId store, String id) {
        return acts.look(store, NoticeEntries.READ, context -> NoticeBook.find(context, id));
    }

    /**
     * All notices of a store.
     *
     * @param store the store
     * @return the notices in the order in which they were written, then of their ids
     */
    public List<Notice> all(StoreId store) {
        return acts.look(
                store,
                NoticeEntries.READ,
                context -> NoticeBook.all(context).stream()
                        .sorted(Comparator.comparing(Notice::writtenAt))
                        .toList());
    }

    /**
     * The notices whose receipts are overdue: from their due instant on (R68).
     *
     * @param store the store
     * @return those of which a department has not given its receipt by now, in the order of {@link #all}
     */
    public List<Notice> unacknowledged(StoreId store) {
        return acts.look(
                store,
                NoticeEntries.READ,
                context -> NoticeBook.open(context).stream()
                        .filter(notice -> !notice.open().isEmpty() && overdue(notice.ackDue(), context.now()))
                        .sorted(Comparator.comparing(Notice::writtenAt))
                        .toList());
    }

    /**
     * How many of the receipts that were due on dates were given in time, of those that were given or are overdue: of a notice whose place
     * another took, the open ones are in neither (D55).
     *
     * @param store the store
     * @param from the first date in the store's zone
     * @param to the last date, included
     * @return the ratio as of now
     * @throws IllegalArgumentException if the last date is before the first
     */
    public Ratio receiptsInTime(StoreId store, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end on " + to + ", before it begins on " + from);
        }
        return acts.look(store, NoticeEntries.READ, context -> receiptsInTime(context, from, to));
    }

    private static Ratio receiptsInTime(Context context, LocalDate from, LocalDate to) {
        Predicate<Instant> within = due -> {
            LocalDate date = due.atZone(context.store().zone()).toLocalDate();
            return !date.isBefore(from) && !date.isAfter(to);
        };
        List<NoticeReceipt> given = NoticeBook.receiptsSince(context, Instant.EPOCH).stream()
                .filter(receipt -> receipt.owedBy().filter(within).isPresent())
                .toList();
        long open = NoticeBook.open(context).stream()
                .filter(notice -> overdue(notice.ackDue().filter(within), context.now()))
                .mapToLong(notice -> notice.open().size())
                .sum();
        return Ratio.of(given.stream().filter(receipt -> !receipt.late()).count(), given.size() + open);
    }

    private static boolean overdue(Optional<Instant> due, Instant now) {
        return due.filter(at -> !now.isBefore(at)).isPresent();
    }
}
