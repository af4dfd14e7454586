package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * For a time, what is found of a category adds observations that are counted apart, and nothing else (D27). Never changed.
 *
 * @param store the store
 * @param category the category
 * @param subject whose; all if empty
 * @param until until when, that instant excluded
 * @param reason why; empty once redacted
 * @param stamp who said so, from when on and under which rules (R1)
 */
public record Silence(
        StoreId store, String category, Optional<String> subject, Instant until, Optional<String> reason, Stamp stamp) {
    private static final Column<String> CATEGORY = Column.text("category", "the category");
    private static final Column<String> SUBJECT = Column.text("subject_id", "whose; all if absent");
    private static final Column<Instant> FROM = Column.instant("silent_from", "from when on");
    private static final Column<Instant> UNTIL = Column.instant("silent_until", "until when, excluded");
    private static final Column<String> REASON = Column.text("reason", "why");
    private static final ColumnGroup<Stamp> STAMP = Stamp.columns(FROM, Column.actor("said_by", "who said so"));
    private static final Column<String> ID = Column.text("silence_id", "the category, or category and subject");

    /** The table of silences. */
    public static final Table<Silence> TABLE = Table.of("anomaly_silence", Silence::store)
            .column(ID, Silence::id)
            .column(CATEGORY, Silence::category)
            .optional(SUBJECT, Silence::subject)
            .column(UNTIL, Silence::until)
            .personal(REASON, Silence::reason)
            .group(STAMP, Silence::stamp)
            .key(ID, FROM)
            .reads(row -> new Silence(
                    row.store(),
                    row.get(CATEGORY),
                    row.find(SUBJECT),
                    row.get(UNTIL),
                    row.find(REASON),
                    row.get(STAMP)));

    /** Checks for null. */
    public Silence {
        requireNonNull(store, "store");
        requireNonNull(category, "category");
        requireNonNull(subject, "subject");
        requireNonNull(until, "until");
        requireNonNull(reason, "reason");
        requireNonNull(stamp, "stamp");
    }

    static String id(String category, Optional<String> subject) {
        return subject.map(whose -> category + "/" + whose).orElse(category);
    }

    String id() {
        return id(category, subject);
    }

    boolean holds(Instant at) {
        return !at.isBefore(stamp.at()) && at.isBefore(until);
    }
}
