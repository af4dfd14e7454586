package io.storeops.notice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A notice (通告) as it stands: what departments are told, which channels accepted it and who gave a receipt. Immutable.
 *
 * @param store the store
 * @param id its id
 * @param cause what left it as a draft; empty if somebody wrote it
 * @param about what thing it is about
 * @param text what it says; empty once redacted
 * @param to the departments that it is for, copied
 * @param writtenAt when it was written
 * @param draftDue by when it is to be sent, if something left it (D22)
 * @param sentBy who gave it to the channels; empty before
 * @param accepted when each of its channels accepted it, in the roster's order, empty where one has not yet; none before it is sent.
 *     Copied
 * @param deliveredAt when as many had accepted as the roster asks for (D54)
 * @param ackDue by when every department owes its receipt: within the working time of the departments from the first acceptance on;
 *     empty before, and where the roster has no such limit
 * @param receipts the receipts given, in the order of the departments, copied
 * @param replaces the notice whose place it takes once it is sent; empty if it takes none
 * @param superseded by which notice, and when, its own place was taken (D55); empty else
 */
public record Notice(
        StoreId store,
        String id,
        Optional<Target> cause,
        String about,
        Optional<String> text,
        List<String> to,
        Instant writtenAt,
        Optional<Instant> draftDue,
        Optional<ActorId> sentBy,
        Map<String, Optional<Instant>> accepted,
        Optional<Instant> deliveredAt,
        Optional<Instant> ackDue,
        List<NoticeReceipt> receipts,
        Optional<String> replaces,
        Optional<Superseding> superseded) {
    /**
     * That another notice took a notice's place.
     *
     * @param by the other notice
     * @param at when that was sent
     */
    public record Superseding(String by, Instant at) {
        /** Checks for null. */
        public Superseding {
            requireNonNull(by, "by");
            requireNonNull(at, "at");
        }
    }

    /** Copies lists and map. */
    public Notice {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(cause, "cause");
        requireNonNull(about, "about");
        requireNonNull(text, "text");
        to = ImmutableList.copyOf(to);
        requireNonNull(writtenAt, "writtenAt");
        requireNonNull(draftDue, "draftDue");
        requireNonNull(sentBy, "sentBy");
        accepted = ImmutableMap.copyOf(accepted);
        requireNonNull(deliveredAt, "deliveredAt");
        requireNonNull(ackDue, "ackDue");
        receipts = ImmutableList.copyOf(receipts);
        requireNonNull(replaces, "replaces");
        requireNonNull(superseded, "superseded");
    }

    /**
     * Where it stands.
     *
     * @return the state
     */
    public NoticeState state() {
        if (superseded.isPresent()) {
            return NoticeState.SUPERSEDED;
        }
        if (deliveredAt.isEmpty()) {
            return NoticeState.DRAFT;
        }
        return open().isEmpty() ? NoticeState.ACKNOWLEDGED : NoticeState.DELIVERED;
    }

    /**
     * The departments whose receipt is still open.
     *
     * @return the departments in order; none once another notice took its place
     */
    public List<String> open() {
        return superseded.isPresent()
                ? List.of()
                : to.stream()
                        .filter(department -> receiptOf(department).isEmpty())
                        .toList();
    }

    /**
     * The receipt of a department.
     *
     * @param department one that it is for
     * @return the receipt, empty while it is open
     */
    public Optional<NoticeReceipt> receiptOf(String department) {
        return receipts.stream()
                .filter(receipt -> receipt.department().equals(department))
                .findFirst();
    }

    /**
     * From when on departments may give their receipt, and its time runs (D54).
     *
     * @return the first acceptance by a channel; empty before
     */
    public Optional<Instant> firstAcceptedAt() {
        return acceptances(accepted).findFirst();
    }

    static Stream<Instant> acceptances(Map<String, Optional<Instant>> accepted) {
        return accepted.values().stream().flatMap(Optional::stream).sorted();
    }
}
