package io.storeops.task;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What somebody was told to do (任务), by the store manager (店长) or because a suggestion was accepted (R85). Given in the same
 * commit as what it came of, and never changed; only its text can be redacted.
 *
 * @param store the store
 * @param id its id, unique in the store; that of its origin, as text, if it has one
 * @param origin what it came of, as in {@code suggestion/SG1}, of which one task comes at most; empty if it was simply given
 * @param assignee who is to do it
 * @param text what is to be done; empty once redacted
 * @param due by when
 * @param givenBy who gave it
 * @param givenAt when, by the clock of the library
 * @param rules the version of the position description then in force (R1)
 */
public record Task(
        StoreId store,
        String id,
        Optional<Target> origin,
        ActorId assignee,
        Optional<String> text,
        Instant due,
        ActorId givenBy,
        Instant givenAt,
        String rules) {
    private static final Column<String> ID = Column.text("task_id", "the task");
    private static final Column<Target> ORIGIN =
            Column.text("origin", "what it came of: kind and id").as(Target.class, Target::parse, Target::toString);
    private static final Column<ActorId> ASSIGNEE = Column.actor("assignee_id", "who is to do it");
    private static final Column<String> TEXT = Column.text("task_text", "what is to be done");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when");
    private static final Column<ActorId> GIVEN_BY = Column.actor("given_by", "who gave it");
    private static final Column<Instant> GIVEN_AT = Column.instant("given_at", "when it was given");

    /** The access path by who is to do it, in the order of the due instants. */
    public static final String BY_ASSIGNEE = "by_assignee";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(TEXT);

    /** The table of tasks. */
    public static final Table<Task> TABLE = Table.of("task", Task::store)
            .column(ID, Task::id)
            .optional(ORIGIN, Task::origin)
            .column(ASSIGNEE, Task::assignee)
            .personal(TEXT, Task::text)
            .column(DUE, Task::due)
            .column(GIVEN_BY, Task::givenBy)
            .column(GIVEN_AT, Task::givenAt)
            .column(Stamp.RULES, Task::rules)
            .key(ID)
            .path(BY_ASSIGNEE, ASSIGNEE, DUE)
            .appendOnly()
            .reads(row -> new Task(
                    row.store(),
                    row.get(ID),
                    row.find(ORIGIN),
                    row.get(ASSIGNEE),
                    row.find(TEXT),
                    row.get(DUE),
                    row.get(GIVEN_BY),
                    row.get(GIVEN_AT),
                    row.get(Stamp.RULES)));

    /**
     * What a task is to say.
     *
     * @param assignee who is to do it
     * @param text what is to be done; not blank
     * @param due by when, in whole microseconds
     */
    public record Terms(ActorId assignee, String text, Instant due) {
        /**
         * Checks text and instant.
         *
         * @throws IllegalArgumentException if the text is blank, or the instant is finer than microseconds
         */
        public Terms {
            requireNonNull(assignee, "assignee");
            requireNonNull(due, "due");
            if (text.isBlank()) {
                throw new IllegalArgumentException("The task to " + assignee + " says nothing; its text is blank");
            }
            if (!due.equals(due.truncatedTo(ChronoUnit.MICROS))) {
                throw new IllegalArgumentException("A task is due at a whole microsecond, not at " + due);
            }
        }

        /**
         * Why it cannot be given: it would be due already, or the assignee could not feed back on it.
         *
         * @param context who gives it, where and when
         * @return DUE_PASSED or ASSIGNEE_CANNOT_ACT; empty if it can
         */
        @SuppressWarnings("exports") // wiring: only packages of this module call it
        public Optional<Refusal> refusal(Context context) {
            if (!due.isAfter(context.now())) {
                return Optional.of(new Refusal(
                        "DUE_PASSED",
                        "the task would be due at " + due + ", and now is " + context.now()
                                + "; give it a later instant"));
            }
            Decision able = context.charter().decide(assignee, context.now(), Right.FEED_BACK);
            return able instanceof Decision.Denied denied
                    ? Optional.of(new Refusal(
                            "ASSIGNEE_CANNOT_ACT",
                            assignee + " does not hold " + denied.missing() + ", so a task would be lost. "
                                    + (denied.holders().isEmpty()
                                            ? "Nobody holds it now"
                                            : "It can be given to " + denied.holders())))
                    : Optional.empty();
        }
    }

    /** Checks for null. */
    public Task {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(origin, "origin");
        requireNonNull(assignee, "assignee");
        requireNonNull(text, "text");
        requireNonNull(due, "due");
        requireNonNull(givenBy, "givenBy");
        requireNonNull(givenAt, "givenAt");
        requireNonNull(rules, "rules");
    }

    /**
     * The key of its row.
     *
     * @return the key
     */
    public Key key() {
        return key(store, id);
    }

    static Key key(StoreId store, String id) {
        return Key.of(store, id);
    }

    /**
     * The task that comes of something, given by whoever acts.
     *
     * @param context who gives it, where and when
     * @param origin what it comes of
     * @param terms what it says
     * @return the task
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Task of(Context context, Target origin, Terms terms) {
        return new Task(
                context.store().id(),
                origin.toString(),
                Optional.of(origin),
                terms.assignee(),
                Optional.of(terms.text()),
                terms.due(),
                context.actor(),
                context.now(),
                context.roster().version());
    }

    /**
     * What gives the task: whatever is decided so far, with the task's row and the fact that it is given.
     *
     * @param decided what is decided so far
     * @return the decision that gives the task
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public Verdict.Done givenIn(Verdict.Done decided) {
        return decided.with(List.of(Edit.insert(TABLE, this))).stating(new TaskGiven(this));
    }
}
