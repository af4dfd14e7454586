package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was told of a check of an activity that failed (R64), and whether it was true (D42). Immutable.
 *
 * @param store the store
 * @param id its id, unique in the store
 * @param activityId the activity
 * @param run the run of the check
 * @param step the check
 * @param what what is wrong; empty once redacted
 * @param where where it is seen
 * @param since since when
 * @param screenshot the reference of the screenshot
 * @param to who was told, copied
 * @param state whether it is upheld
 * @param sent who sent it, when, under which rules (R1)
 * @param outcome who withdrew or rejected it; empty while it is upheld
 */
public record ActivityFeedback(
        StoreId store,
        String id,
        String activityId,
        String run,
        String step,
        Optional<String> what,
        String where,
        Instant since,
        String screenshot,
        List<ActorId> to,
        FeedbackState state,
        Stamp sent,
        Optional<Outcome> outcome) {
    private static final Column<String> ID = Column.text("feedback_id", "the feedback");
    private static final Column<String> ACTIVITY = Column.text("activity_id", "the activity");
    private static final Column<String> RUN = Column.text("run_id", "the run of the check");
    private static final Column<String> STEP = Column.text("step", "the check");
    private static final Column<String> WHAT = Column.text("what", "what is wrong");
    private static final Column<String> WHERE = Column.text("seen_where", "where it is seen");
    private static final Column<Instant> SINCE = Column.instant("since_at", "since when");
    private static final Column<String> SCREENSHOT = Column.text("screenshot", "the reference of the screenshot");
    private static final Column<List<String>> TO = Column.list("told_to", "who was told", JsonReader::text, Json::of);
    private static final Column<FeedbackState> STATE =
            Column.constant("state", "whether it is upheld", FeedbackState.class);
    private static final Column<Instant> SENT_AT = Column.instant("sent_at", "when it was sent");
    private static final ColumnGroup<Stamp> SENT = Stamp.columns(SENT_AT, Column.actor("sent_by", "who sent it"));
    private static final Column<Instant> OUTCOME_AT = Column.instant("outcome_at", "when it was withdrawn or rejected");
    private static final Column<ActorId> OUTCOME_BY = Column.actor("outcome_by", "who withdrew or rejected it");
    private static final Column<String> REASON = Column.text("reason", "why it was withdrawn or rejected");
    private static final ColumnGroup<Outcome> OUTCOME = ColumnGroup.of(Outcome.class)
            .column(OUTCOME_AT, Outcome::at)
            .column(OUTCOME_BY, Outcome::by)
            .personal(REASON, Outcome::reason)
            .reads(row -> new Outcome(row.get(OUTCOME_AT), row.get(OUTCOME_BY), row.find(REASON)));

    /** The access path by when it was sent. */
    static final String BY_SENT = "by_sent";

    /** The access path by activity, in the order of sending. */
    static final String BY_ACTIVITY = "by_activity";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(WHAT, REASON);

    /** The table of feedback. */
    public static final Table<ActivityFeedback> TABLE = Table.of("activity_feedback", ActivityFeedback::store)
            .column(ID, ActivityFeedback::id)
            .column(ACTIVITY, ActivityFeedback::activityId)
            .column(RUN, ActivityFeedback::run)
            .column(STEP, ActivityFeedback::step)
            .personal(WHAT, ActivityFeedback::what)
            .column(WHERE, ActivityFeedback::where)
            .column(SINCE, ActivityFeedback::since)
            .column(SCREENSHOT, ActivityFeedback::screenshot)
            .column(TO, feedback -> feedback.to().stream().map(ActorId::value).toList())
            .column(STATE, ActivityFeedback::state)
            .group(SENT, ActivityFeedback::sent)
            .optional(OUTCOME, ActivityFeedback::outcome)
            .key(ID)
            .path(BY_SENT, SENT_AT)
            .path(BY_ACTIVITY, ACTIVITY, SENT_AT)
            .reads(ActivityFeedback::read);

    /**
     * That it was withdrawn or rejected.
     *
     * @param at when
     * @param by by whom
     * @param reason why; empty once redacted
     */
    public record Outcome(Instant at, ActorId by, Optional<String> reason) {
        /** Checks for null. */
        public Outcome {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            requireNonNull(reason, "reason");
        }
    }

    /** Copies the people. */
    public ActivityFeedback {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(activityId, "activityId");
        requireNonNull(run, "run");
        requireNonNull(step, "step");
        requireNonNull(what, "what");
        requireNonNull(where, "where");
        requireNonNull(since, "since");
        requireNonNull(screenshot, "screenshot");
        to = ImmutableList.copyOf(to);
        requireNonNull(state, "state");
        requireNonNull(sent, "sent");
        requireNonNull(outcome, "outcome");
    }

    private static ActivityFeedback read(Row row) {
        return new ActivityFeedback(
                row.store(),
                row.get(ID),
                row.get(ACTIVITY),
                row.get(RUN),
                row.get(STEP),
                row.find(WHAT),
                row.get(WHERE),
                row.get(SINCE),
                row.get(SCREENSHOT),
                row.get(TO).stream().map(ActorId::of).toList(),
                row.get(STATE),
                row.get(SENT),
                row.find(OUTCOME));
    }

    ActivityFeedback becoming(FeedbackState next, Outcome came) {
        return new ActivityFeedback(
                store, id, activityId, run, step, what, where, since, screenshot, to, next, sent, Optional.of(came));
    }
}
