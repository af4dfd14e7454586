package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.util.Optional;

/**
 * What somebody said of an activity before it was approved (D90). Never changed. Immutable.
 *
 * @param store the store
 * @param activityId the activity
 * @param number 1 for the first comment on the activity, one more for each
 * @param text what was said; empty once redacted
 * @param said who said it, when, under which rules (R1)
 */
public record ActivityComment(StoreId store, String activityId, int number, Optional<String> text, Stamp said) {
    private static final Column<String> ACTIVITY = Column.text("activity_id", "the activity");
    private static final Column<Integer> NUMBER = Column.count("number", "1 for the first comment, one more for each");
    private static final Column<String> TEXT = Column.text("comment_text", "what was said");
    private static final ColumnGroup<Stamp> SAID =
            Stamp.columns(Column.instant("said_at", "when it was said"), Column.actor("said_by", "who said it"));

    /** The table of comments. */
    public static final Table<ActivityComment> TABLE = Table.of("activity_comment", ActivityComment::store)
            .column(ACTIVITY, ActivityComment::activityId)
            .column(NUMBER, ActivityComment::number)
            .personal(TEXT, ActivityComment::text)
            .group(SAID, ActivityComment::said)
            .key(ACTIVITY, NUMBER)
            .reads(row -> new ActivityComment(
                    row.store(), row.get(ACTIVITY), row.get(NUMBER), row.find(TEXT), row.get(SAID)));

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public ActivityComment {
        requireNonNull(store, "store");
        requireNonNull(activityId, "activityId");
        requireNonNull(text, "text");
        requireNonNull(said, "said");
        if (number < 1) {
            throw new IllegalArgumentException("The number of a comment is 1 or more, not " + number);
        }
    }
}
