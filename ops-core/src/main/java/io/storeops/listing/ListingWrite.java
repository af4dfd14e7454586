package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.evidence.Stamp;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A write of a field of a listing (D20): stored with its key before anything is sent. Immutable.
 *
 * @param store the store
 * @param subjectId the SKU of a price or stock, the item of anything else
 * @param base the version of what was known of the field when it was planned; 0 if nothing was. At most one write rests on a version
 * @param value what is written
 * @param before what was shown before; empty if nobody knows
 * @param activity for which activity it is written; empty if for none
 * @param planned who wrote it, when, under which rules (R1)
 * @param reply what the marketplace answered; empty while it did not
 * @param outcome what came of it; empty while nobody looked
 */
public record ListingWrite(
        StoreId store,
        String subjectId,
        long base,
        ListingValue value,
        Optional<String> before,
        Optional<String> activity,
        Stamp planned,
        Optional<Reply> reply,
        Optional<Outcome> outcome) {
    private static final Column<Long> BASE =
            Column.number("base_version", "the version of what was known of the field; 0 if nothing was");
    private static final Column<String> BEFORE =
            Column.text("before_text", "what was shown before; absent if nobody knows");
    private static final Column<String> ACTIVITY =
            Column.text("activity_id", "for which activity it is written; absent if for none");
    private static final ColumnGroup<Stamp> PLANNED = Stamp.columns(
            Column.instant("planned_at", "when it was planned"), Column.actor("planned_by", "who wrote it"));
    private static final Column<Reply> REPLY =
            Column.constant("reply", "what the marketplace answered; absent while it did not", Reply.class);
    private static final Column<WriteVerdict> VERDICT =
            Column.constant("verdict", "what came of it", WriteVerdict.class);
    private static final Column<Instant> UNTIL =
            Column.instant("pending_until", "until when it may be pending; absent unless it is");
    private static final Column<String> DETAIL = Column.text("detail", "why, in words; may be empty");
    private static final ColumnGroup<Outcome> OUTCOME = ColumnGroup.of(Outcome.class)
            .column(VERDICT, Outcome::verdict)
            .optional(UNTIL, Outcome::until)
            .column(DETAIL, Outcome::detail)
            .reads(row -> new Outcome(row.get(VERDICT), row.find(UNTIL), row.get(DETAIL)));

    /** The table of writes. */
    public static final Table<ListingWrite> TABLE = Table.of("listing_write", ListingWrite::store)
            .column(ListingSubject.COLUMN, ListingWrite::subjectId)
            .column(ListingField.COLUMN, ListingWrite::field)
            .column(BASE, ListingWrite::base)
            .column(ListingValue.TEXT, write -> write.value().text())
            .column(ListingValue.HASH, write -> write.value().sha256())
            .optional(BEFORE, ListingWrite::before)
            .optional(ACTIVITY, ListingWrite::activity)
            .group(PLANNED, ListingWrite::planned)
            .optional(REPLY, ListingWrite::reply)
            .optional(OUTCOME, ListingWrite::outcome)
            .key(ListingSubject.COLUMN, ListingField.COLUMN, BASE)
            .reads(ListingWrite::read);

    /** The kinds of answers of a marketplace. */
    public enum Reply {
        /** It is taken. */
        ACCEPTED,
        /** The value was there already. */
        UNCHANGED,
        /** It is looked at first. */
        IN_REVIEW,
        /** It is not applied. */
        REJECTED,
        /** A person has to do it. */
        BY_HAND,
        /** The answer is lost. */
        LOST
    }

    /**
     * What came of a write, as far as anybody knows.
     *
     * @param verdict the verdict
     * @param until until when it may be PENDING; empty unless it is
     * @param detail why, in words; may be empty
     */
    public record Outcome(WriteVerdict verdict, Optional<Instant> until, String detail) {
        /**
         * Checks the instant.
         *
         * @throws IllegalArgumentException if it is PENDING without an instant, or has one and is not
         */
        public Outcome {
            requireNonNull(detail, "detail");
            if ((verdict == WriteVerdict.PENDING) != until.isPresent()) {
                throw new IllegalArgumentException("A write that is " + verdict + " has the instant " + until);
            }
        }

        static Outcome of(WriteVerdict verdict) {
            return new Outcome(verdict, Optional.empty(), "");
        }

        static Outcome of(WriteVerdict verdict, String detail) {
            return new Outcome(verdict, Optional.empty(), detail);
        }

        static Outcome pending(Instant until) {
            return new Outcome(WriteVerdict.PENDING, Optional.of(until), "");
        }
    }

    /** Checks for null. */
    public ListingWrite {
        requireNonNull(store, "store");
        requireNonNull(subjectId, "subjectId");
        requireNonNull(value, "value");
        requireNonNull(before, "before");
        requireNonNull(activity, "activity");
        requireNonNull(planned, "planned");
        requireNonNull(reply, "reply");
        requireNonNull(outcome, "outcome");
    }

    private static ListingWrite read(Row row) {
        return new ListingWrite(
                row.store(),
                row.get(ListingSubject.COLUMN),
                row.get(BASE),
                new ListingValue(row.get(ListingField.COLUMN), row.get(ListingValue.TEXT)),
                row.find(BEFORE),
                row.find(ACTIVITY),
                row.get(PLANNED),
                row.find(REPLY),
                row.find(OUTCOME));
    }

    /**
     * What of the listing is written.
     *
     * @return the field
     */
    public ListingField field() {
        return value.field();
    }

    /**
     * The idempotency key: the same for every sending that rests on the same version, whatever the value.
     *
     * @return 64 hexadecimal digits
     */
    public String idempotencyKey() {
        return Sha256.of(store + "\n" + subjectId + "\n" + field() + "\n" + base)
                .hex();
    }

    /**
     * The verdict.
     *
     * @return what came of it; empty while nobody looked
     */
    public Optional<WriteVerdict> verdict() {
        return outcome.map(Outcome::verdict);
    }

    Key key() {
        return TABLE.keyOf(store, subjectId, field(), base);
    }

    /**
     * What was written to a field of a SKU or an item, for whoever has to know whether a value of theirs is still shown.
     *
     * @param context the store and its rows
     * @param subject the SKU's id for a field of a SKU, else the item's
     * @param field what of the listing
     * @return the writes in order
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static List<ListingWrite> of(Context context, String subject, ListingField field) {
        return context.rows().all(Query.of(TABLE, context.store().id()).where(subject, field));
    }

    /** The last write of a field. */
    static Optional<ListingWrite> last(Context context, ListedField at) {
        return context.rows().last(Query.of(TABLE, context.store().id()).where(at.subject(), at.field()));
    }

    /** The edit that keeps another value of a write that stands. */
    static Edit<ListingWrite> replacing(Context context, ListingWrite next) {
        return Edit.replace(TABLE, context.rows().find(TABLE, next.key()).orElseThrow(), next);
    }

    ListingWrite with(Optional<Reply> known, Outcome found) {
        return new ListingWrite(store, subjectId, base, value, before, activity, planned, known, Optional.of(found));
    }
}
