package io.storeops.ticket;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who did what about an episode and when. Immutable.
 *
 * @param owner who goes on with it: whoever acknowledged it, or was handed it; empty before
 * @param acknowledged that somebody took it on; empty before
 * @param escalated that it was put before the manager, the first time; empty if it never was
 * @param escalations how often it was put before the manager, 0 or more
 * @param escalatedTo before whom it was put last; empty if it never was
 * @param resolved that it was solved; empty before
 * @param reportedBack that whoever brought it learnt what came of it; empty before
 */
public record Steps(
        Optional<ActorId> owner,
        Optional<Step> acknowledged,
        Optional<Step> escalated,
        int escalations,
        Optional<ActorId> escalatedTo,
        Optional<Step> resolved,
        Optional<Step> reportedBack) {
    private static final Column<ActorId> OWNER = Column.actor("owner_id", "who goes on with it");
    private static final Columns ACKNOWLEDGED = Columns.of("acknowledged", "taken on");
    private static final Columns ESCALATED = Columns.of("escalated", "put before the manager first");
    private static final Column<Integer> ESCALATIONS =
            Column.count("escalations", "how often it was put before the manager");
    private static final Column<ActorId> TO = Column.actor("escalated_to", "before whom it was put last");
    private static final Columns RESOLVED = Columns.of("resolved", "solved");
    private static final Columns REPORTED_BACK = Columns.of("reported_back", "reported back");
    static final ColumnGroup<Steps> COLUMNS = ColumnGroup.of(Steps.class)
            .optional(OWNER, Steps::owner)
            .optional(ACKNOWLEDGED.at, steps -> steps.acknowledged().map(Step::at))
            .optional(ACKNOWLEDGED.by, steps -> steps.acknowledged().map(Step::by))
            .optional(ESCALATED.at, steps -> steps.escalated().map(Step::at))
            .optional(ESCALATED.by, steps -> steps.escalated().map(Step::by))
            .column(ESCALATIONS, Steps::escalations)
            .optional(TO, Steps::escalatedTo)
            .optional(RESOLVED.at, steps -> steps.resolved().map(Step::at))
            .optional(RESOLVED.by, steps -> steps.resolved().map(Step::by))
            .optional(REPORTED_BACK.at, steps -> steps.reportedBack().map(Step::at))
            .optional(REPORTED_BACK.by, steps -> steps.reportedBack().map(Step::by))
            .reads(row -> new Steps(
                    row.find(OWNER),
                    ACKNOWLEDGED.find(row),
                    ESCALATED.find(row),
                    row.get(ESCALATIONS),
                    row.find(TO),
                    RESOLVED.find(row),
                    REPORTED_BACK.find(row)));

    static final Steps NONE = new Steps(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * That something was done.
     *
     * @param at when
     * @param by by whom
     */
    public record Step(Instant at, ActorId by) {
        /** Checks for null. */
        public Step {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }

    private record Columns(Column<Instant> at, Column<ActorId> by) {
        static Columns of(String name, String what) {
            return new Columns(
                    Column.instant(name + "_at", "when it was " + what), Column.actor(name + "_by", "who did that"));
        }

        Optional<Step> find(Row row) {
            return row.find(at).flatMap(when -> row.find(by).map(who -> new Step(when, who)));
        }
    }

    /** Checks for null. */
    public Steps {
        requireNonNull(owner, "owner");
        requireNonNull(acknowledged, "acknowledged");
        requireNonNull(escalated, "escalated");
        requireNonNull(escalatedTo, "escalatedTo");
        requireNonNull(resolved, "resolved");
        requireNonNull(reportedBack, "reportedBack");
    }

    /**
     * What meets the time for the solution: that it was put before the manager, or solved, whichever was first.
     *
     * @return the step; empty before
     */
    public Optional<Step> solved() {
        return Stream.concat(escalated.stream(), resolved.stream()).findFirst();
    }

    Steps acknowledgedAs(Step step) {
        return new Steps(
                Optional.of(step.by()), Optional.of(step), escalated, escalations, escalatedTo, resolved, reportedBack);
    }

    Steps escalatedAs(Step step, ActorId to) {
        return new Steps(
                owner,
                acknowledged,
                escalated.or(() -> Optional.of(step)),
                escalations + 1,
                Optional.of(to),
                resolved,
                reportedBack);
    }

    Steps resolvedAs(Step step) {
        return new Steps(owner, acknowledged, escalated, escalations, escalatedTo, Optional.of(step), reportedBack);
    }

    Steps reportedBackAs(Step step) {
        return new Steps(owner, acknowledged, escalated, escalations, escalatedTo, resolved, Optional.of(step));
    }

    Steps ownedBy(ActorId person) {
        return new Steps(
                Optional.of(person), acknowledged, escalated, escalations, escalatedTo, resolved, reportedBack);
    }
}
