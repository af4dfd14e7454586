package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of a task, as its assignee told it (R81). Immutable.
 *
 * @param at when it was told
 * @param medium how, a word of the roster: REPORT, ORAL, DOCUMENT or WECHAT
 * @param text what was told; empty once redacted
 * @param note to whom and when, of what was told by word of mouth
 */
public record TaskFeedback(Instant at, String medium, Optional<String> text, Optional<Note> note) {
    /** Told by word of mouth: counts only with a note. */
    public static final String ORAL = "ORAL";

    private static final Column<Instant> AT = Column.instant("fed_back_at", "when it was fed back last");
    private static final Column<String> MEDIUM = Column.text("medium", "how: REPORT, ORAL, DOCUMENT or WECHAT");
    static final Column<String> TEXT = Column.text("feedback_text", "what was told");
    private static final Column<ActorId> TOLD_TO = Column.actor("told_to", "who was told by word of mouth");
    private static final Column<Instant> TOLD_AT = Column.instant("told_at", "when that was");
    static final ColumnGroup<TaskFeedback> COLUMNS = ColumnGroup.of(TaskFeedback.class)
            .column(AT, TaskFeedback::at)
            .column(MEDIUM, TaskFeedback::medium)
            .personal(TEXT, TaskFeedback::text)
            .optional(TOLD_TO, feedback -> feedback.note().map(Note::to))
            .optional(TOLD_AT, feedback -> feedback.note().map(Note::at))
            .reads(row -> new TaskFeedback(
                    row.get(AT),
                    row.get(MEDIUM),
                    row.find(TEXT),
                    row.find(TOLD_TO).flatMap(to -> row.find(TOLD_AT).map(at -> new Note(to, at)))));

    /**
     * Whom one told something, and when.
     *
     * @param to who was told
     * @param at when, in whole microseconds
     */
    public record Note(ActorId to, Instant at) {
        /** Checks for null. */
        public Note {
            requireNonNull(to, "to");
            requireNonNull(at, "at");
        }
    }

    /** Checks for null. */
    public TaskFeedback {
        requireNonNull(at, "at");
        requireNonNull(medium, "medium");
        requireNonNull(text, "text");
        requireNonNull(note, "note");
    }
}
