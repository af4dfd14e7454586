package io.storeops.notice;

import io.storeops.act.PersonalActs;
import io.storeops.id.StoreId;
import io.storeops.outbox.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
     * @return the notice, a DRAFT
     * @throws io.storeops.failure.RefusedException EXISTS, or NO_SUCH_DEPARTMENT
     */
    public Notice draft(StoreId store, Announcement announcement) {
        return acts.perform(store, new DraftNotice(announcement));
    }

    /**
     * Writes a notice and gives it to the roster's channels. Right EXECUTE:X4.
     *
     * @param store the store
     * @param announcement what it says, and for whom
     * @return the notice: DELIVERED if the channels accepted it at once, else a DRAFT until they do (D54)
     * @throws io.storeops.failure.RefusedException EXISTS, NO_SUCH_DEPARTMENT, NO_CHANNEL if the roster names none for notices, or
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
     * @throws io.storeops.failure.RefusedException NO_SUCH_NOTICE, NOT_ADDRESSED, or WRONG_STATE before the first acceptance and
     *     after the receipt
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
                context -> NoticeBook.all(context).stream()
                        .filter(notice -> !notice.open().isEmpty() && overdue(notice.ackDue(), context.now()))
                        .sorted(Comparator.comparing(Notice::writtenAt))
                        .toList());
    }

    private static boolean overdue(Optional<Instant> due, Instant now) {
        return due.filter(at -> !now.isBefore(at)).isPresent();
    }
}
