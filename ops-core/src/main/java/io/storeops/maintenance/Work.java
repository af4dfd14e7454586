package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the correction of an episode is. Immutable.
 *
 * @param pendingSince when the write was made that waited, or waits, for a review; empty if none did
 * @param pendingUntil until when it may wait (D20); empty once it has another verdict
 * @param failedAt when a write of it came to nothing (R48); empty unless the last one did
 * @param correctedAt when it was put right; empty while it is not
 * @param noticeId the message that tells the others; empty while none was queued
 */
public record Work(
        Optional<Instant> pendingSince,
        Optional<Instant> pendingUntil,
        Optional<Instant> failedAt,
        Optional<Instant> correctedAt,
        Optional<String> noticeId) {
    private static final Column<Instant> PENDING = Column.instant("pending_since", "when a write began to wait");
    private static final Column<Instant> UNTIL = Column.instant("pending_until", "until when it may wait");
    private static final Column<Instant> FAILED = Column.instant("failed_at", "when a write came to nothing");
    private static final Column<Instant> CORRECTED = Column.instant("corrected_at", "when it was put right");
    private static final Column<String> NOTICE = Column.text("notice_id", "the message that tells the others");

    static final ColumnGroup<Work> COLUMNS = ColumnGroup.of(Work.class)
            .optional(PENDING, Work::pendingSince)
            .optional(UNTIL, Work::pendingUntil)
            .optional(FAILED, Work::failedAt)
            .optional(CORRECTED, Work::correctedAt)
            .optional(NOTICE, Work::noticeId)
            .reads(row -> new Work(
                    row.find(PENDING), row.find(UNTIL), row.find(FAILED), row.find(CORRECTED), row.find(NOTICE)));

    /** Nothing was done yet. */
    static final Work NONE =
            new Work(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks for null. */
    public Work {
        requireNonNull(pendingSince, "pendingSince");
        requireNonNull(pendingUntil, "pendingUntil");
        requireNonNull(failedAt, "failedAt");
        requireNonNull(correctedAt, "correctedAt");
        requireNonNull(noticeId, "noticeId");
    }

    Work pending(Instant written, Instant until) {
        return new Work(Optional.of(written), Optional.of(until), Optional.empty(), correctedAt, noticeId);
    }

    Work failed(Instant at) {
        return new Work(Optional.empty(), Optional.empty(), Optional.of(at), correctedAt, noticeId);
    }

    /** The write is there; whether it had to wait stays known. */
    Work applied(Instant written) {
        return new Work(
                pendingSince.filter(written::equals), Optional.empty(), Optional.empty(), correctedAt, noticeId);
    }

    Work corrected(Instant at) {
        return new Work(pendingSince, Optional.empty(), Optional.empty(), Optional.of(at), Optional.empty());
    }

    /** Without a correction later than an instant. */
    Work asOf(Instant instant) {
        return new Work(pendingSince, pendingUntil, failedAt, correctedAt.filter(at -> !at.isAfter(instant)), noticeId);
    }

    Work telling(String messageId) {
        return new Work(pendingSince, pendingUntil, failedAt, correctedAt, Optional.of(messageId));
    }
}
