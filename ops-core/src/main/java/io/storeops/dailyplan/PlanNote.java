package io.storeops.dailyplan;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;

/**
 * A line of a daily plan, or a comment on it (D46, D90). Never changed; only its text can be redacted.
 *
 * @param store the store
 * @param plan the plan's id
 * @param number which of the plan's lines and comments it is, 1 or more
 * @param line the line's id, unique in the plan; empty of a comment
 * @param text what is planned, or said; empty once redacted
 * @param made who wrote it, when, under which rules (R1)
 */
public record PlanNote(
        StoreId store, String plan, int number, Optional<String> line, Optional<String> text, Stamp made) {
    private static final Column<String> PLAN = Column.text("plan_id", "the plan");
    private static final Column<Integer> NUMBER = Column.count("number", "which line or comment of the plan");
    private static final Column<String> LINE = Column.text("line_id", "the line; a comment has none");
    private static final Column<String> TEXT = Column.text("note_text", "what is planned, or said");
    private static final ColumnGroup<Stamp> MADE =
            Stamp.columns(Column.instant("made_at", "when it was written"), Column.actor("made_by", "by whom"));

    /** The table of lines and comments. */
    public static final Table<PlanNote> TABLE = Table.of("plan_note", PlanNote::store)
            .column(PLAN, PlanNote::plan)
            .column(NUMBER, PlanNote::number)
            .optional(LINE, PlanNote::line)
            .personal(TEXT, PlanNote::text)
            .group(MADE, PlanNote::made)
            .key(PLAN, NUMBER)
            .appendOnly()
            .reads(row -> new PlanNote(
                    row.store(), row.get(PLAN), row.get(NUMBER), row.find(LINE), row.find(TEXT), row.get(MADE)));

    /**
     * Checks the line's id.
     *
     * @throws IllegalArgumentException if it breaks the rule of {@link IdText}
     */
    public PlanNote {
        requireNonNull(store, "store");
        requireNonNull(plan, "plan");
        line.ifPresent(id -> IdText.checked("line of a plan", id));
        requireNonNull(text, "text");
        requireNonNull(made, "made");
    }

    /** The lines and comments of a plan in the order in which they were written. */
    static List<PlanNote> of(Context context, String plan) {
        return context.rows().all(Query.of(TABLE, context.store().id()).where(plan));
    }

    static List<PlanNote> lines(Context context, String plan) {
        return of(context, plan).stream()
                .filter(note -> note.line().isPresent())
                .toList();
    }
}
