package io.storeops.listingtask;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.evidence.Stamp;
import io.storeops.failure.Refusal;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a step of a task is to show, as it was instructed (R53). Never changed. Immutable.
 *
 * @param store the store
 * @param task the task
 * @param step the step, as in TITLE
 * @param text what is to be shown, in the one text of its value (D33)
 * @param given who instructed it, when, under which rules (R1)
 */
public record ListingContent(StoreId store, String task, String step, String text, Stamp given) {
    private static final Column<String> TASK = Column.text("task_id", "the task");
    private static final Column<String> STEP = Column.text("step", "the step, as in TITLE");
    private static final Column<String> TEXT = Column.text("value_text", "what is to be shown");
    private static final ColumnGroup<Stamp> GIVEN =
            Stamp.columns(Column.instant("given_at", "when it was instructed"), Column.actor("given_by", "by whom"));

    /** The table of what is to be shown. */
    public static final Table<ListingContent> TABLE = Table.of("listing_content", ListingContent::store)
            .column(TASK, ListingContent::task)
            .column(STEP, ListingContent::step)
            .column(TEXT, ListingContent::text)
            .group(GIVEN, ListingContent::given)
            .key(TASK, STEP)
            .appendOnly()
            .reads(row -> new ListingContent(row.store(), row.get(TASK), row.get(STEP), row.get(TEXT), row.get(GIVEN)));

    /** Checks for null. */
    public ListingContent {
        requireNonNull(store, "store");
        requireNonNull(task, "task");
        requireNonNull(step, "step");
        requireNonNull(text, "text");
        requireNonNull(given, "given");
    }

    /** What is instructed of a task, by step. */
    static Map<String, ListingContent> of(Context context, String task) {
        Map<String, ListingContent> found = new TreeMap<>();
        context.rows()
                .all(Query.of(TABLE, context.store().id()).where(task))
                .forEach(content -> found.put(content.step(), content));
        return found;
    }

    /** Whether a task was instructed field by field, from the beginning: then nothing is done that is not instructed. */
    static boolean fieldByField(Map<String, ListingContent> contents, Instant given) {
        return contents.values().stream()
                .anyMatch(content -> content.given().at().equals(given));
    }

    /** Values that are added to a task's instruction: the rows, or why not. */
    record Added(List<ListingContent> rows, Optional<Refusal> refusal) {
        static Added of(Context context, String task, List<String> steps, Map<String, String> values) {
            List<ListingContent> rows = new ArrayList<>();
            for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
                if (!steps.contains(value.getKey())) {
                    return refused(
                            "NO_SUCH_STEP",
                            "task " + task + " has no step " + value.getKey() + "; it consists of " + steps);
                }
                try {
                    rows.add(new ListingContent(
                            context.store().id(),
                            task,
                            value.getKey(),
                            StepValue.text(value.getKey(), value.getValue()),
                            context.stamp()));
                } catch (IllegalArgumentException e) {
                    return refused(
                            "VALUE_UNREADABLE", "step " + value.getKey() + " of task " + task + ": " + e.getMessage());
                }
            }
            return new Added(rows, Optional.empty());
        }

        private static Added refused(String code, String detail) {
            return new Added(List.of(), Optional.of(new Refusal(code, detail)));
        }
    }
}
