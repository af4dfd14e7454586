package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Key;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One time that an anomaly was found, with its own due, acts and evidence (D14). Immutable.
 *
 * @param store the store
 * @param anomalyId the anomaly
 * @param number 1 for the first
 * @param found how it was found
 * @param firstAct the first act on it (D13); empty while nobody acted
 * @param work how far the correction is
 * @param escalation how it was put before whoever decides; empty if it never was
 * @param marks what the engine did about it
 * @param answer the decision; empty while there is none
 * @param ended when and how it ended; empty while it is open
 * @param loss what buyers paid too little meanwhile (D8); empty unless a price was put right
 */
public record Episode(
        StoreId store,
        String anomalyId,
        int number,
        Found found,
        Optional<FirstAct> firstAct,
        Work work,
        Optional<Escalation> escalation,
        Marks marks,
        Optional<Answer> answer,
        Optional<Anomaly.Ending> ended,
        Optional<Loss> loss) {
    private static final Column<String> ANOMALY = Column.text("anomaly_id", "the anomaly");
    private static final Column<Integer> NUMBER = Column.count("episode", "1 for the first");
    private static final Column<Instant> FOUND_AT = Column.instant("found_at", "when it was found");
    private static final Column<ActorId> FINDER = Column.actor("found_by", "who found it");
    private static final Column<Boolean> COVERED = Column.flag("covered", "whether it was never more than covered");
    private static final Column<Instant> SINCE = Column.instant("since", "the first bad observation in a row");
    private static final Column<Instant> LAST_GOOD = Column.instant("last_good_at", "the last good one before");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when to act; absent without a time limit");
    private static final Column<FirstAct.Kind> ACT =
            Column.constant("first_act", "the first act on it", FirstAct.Kind.class);
    private static final Column<Instant> ACT_AT = Column.instant("first_act_at", "when that was");
    private static final Column<ActorId> ACT_BY = Column.actor("first_act_by", "whose it was");
    private static final Column<Instant> ENDED = Column.instant("ended_at", "when it ended");
    private static final Column<AnomalyResult> RESULT = Column.constant("result", "how it ended", AnomalyResult.class);
    private static final Column<Long> ORDERS = Column.number("affected_orders", "orders that paid too little");
    private static final Column<Long> EXPOSURE = Column.number("exposure_minor", "how much too little, in minor units");
    private static final ColumnGroup<Found> FOUND = ColumnGroup.of(Found.class)
            .column(FOUND_AT, Found::at)
            .column(FINDER, Found::by)
            .column(COVERED, Found::covered)
            .column(SINCE, Found::since)
            .optional(LAST_GOOD, Found::lastGoodAt)
            .optional(DUE, Found::dueAt)
            .reads(row -> new Found(
                    row.get(FOUND_AT),
                    row.get(FINDER),
                    row.get(COVERED),
                    row.get(SINCE),
                    row.find(LAST_GOOD),
                    row.find(DUE)));
    private static final ColumnGroup<FirstAct> FIRST_ACT = ColumnGroup.of(FirstAct.class)
            .column(ACT, FirstAct::kind)
            .column(ACT_AT, FirstAct::at)
            .column(ACT_BY, FirstAct::by)
            .reads(row -> new FirstAct(row.get(ACT), row.get(ACT_AT), row.get(ACT_BY)));
    private static final ColumnGroup<Anomaly.Ending> ENDING = ColumnGroup.of(Anomaly.Ending.class)
            .column(ENDED, Anomaly.Ending::at)
            .column(RESULT, Anomaly.Ending::result)
            .reads(row -> new Anomaly.Ending(row.get(ENDED), row.get(RESULT)));
    private static final ColumnGroup<Loss> LOSS = ColumnGroup.of(Loss.class)
            .column(ORDERS, Loss::orders)
            .column(EXPOSURE, Loss::minor)
            .reads(row -> new Loss(row.get(ORDERS), row.get(EXPOSURE)));

    static final String BY_FOUND = "by_found";

    /** The table of episodes. */
    public static final Table<Episode> TABLE = Table.of("anomaly_episode", Episode::store)
            .column(ANOMALY, Episode::anomalyId)
            .column(NUMBER, Episode::number)
            .group(FOUND, Episode::found)
            .optional(FIRST_ACT, Episode::firstAct)
            .group(Work.COLUMNS, Episode::work)
            .optional(Escalation.COLUMNS, Episode::escalation)
            .group(Marks.COLUMNS, Episode::marks)
            .optional(Answer.COLUMNS, Episode::answer)
            .optional(ENDING, Episode::ended)
            .optional(LOSS, Episode::loss)
            .key(ANOMALY, NUMBER)
            .path(BY_FOUND, FOUND_AT)
            .reads(Episode::read);

    /**
     * How an episode began.
     *
     * @param at when it was found, by the clock of the library; of one that was covered, when it was found once that was over
     * @param by who found it; the engine if a rule did
     * @param covered whether it was never more than covered (D24)
     * @param since the first bad observation of the unbroken run (D7)
     * @param lastGoodAt the last good observation before; empty if that is unknown
     * @param dueAt by when somebody has to act; empty if it is covered or the roster has no time limit
     */
    public record Found(
            Instant at,
            ActorId by,
            boolean covered,
            Instant since,
            Optional<Instant> lastGoodAt,
            Optional<Instant> dueAt) {
        /** Checks for null. */
        public Found {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            requireNonNull(since, "since");
            requireNonNull(lastGoodAt, "lastGoodAt");
            requireNonNull(dueAt, "dueAt");
        }
    }

    /**
     * The first act on an episode (D13).
     *
     * @param kind what it was
     * @param at when it was: of a correction that waited for a review, the instant of the write
     * @param by whose it was
     */
    public record FirstAct(Kind kind, Instant at, ActorId by) {
        /** What the first act can be. */
        public enum Kind {
            /** It was put right. */
            CORRECT,
            /** It was put before whoever decides. */
            ESCALATE
        }

        /** Checks for null. */
        public FirstAct {
            requireNonNull(kind, "kind");
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }

    /**
     * What buyers paid too little while a price was wrong (D8).
     *
     * @param orders how many orders
     * @param minor how much, in minor units of the store's currency
     */
    public record Loss(long orders, long minor) {}

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Episode {
        requireNonNull(store, "store");
        requireNonNull(anomalyId, "anomalyId");
        requireNonNull(found, "found");
        requireNonNull(firstAct, "firstAct");
        requireNonNull(work, "work");
        requireNonNull(escalation, "escalation");
        requireNonNull(marks, "marks");
        requireNonNull(answer, "answer");
        requireNonNull(ended, "ended");
        requireNonNull(loss, "loss");
        if (number < 1) {
            throw new IllegalArgumentException(
                    "An episode of " + anomalyId + " has a number of 1 or more, not " + number);
        }
    }

    private static Episode read(Row row) {
        return new Episode(
                row.store(),
                row.get(ANOMALY),
                row.get(NUMBER),
                row.get(FOUND),
                row.find(FIRST_ACT),
                row.get(Work.COLUMNS),
                row.find(Escalation.COLUMNS),
                row.get(Marks.COLUMNS),
                row.find(Answer.COLUMNS),
                row.find(ENDING),
                row.find(LOSS));
    }

    static Episode begun(StoreId store, String anomalyId, int number, Found found) {
        return new Episode(
                store,
                anomalyId,
                number,
                found,
                Optional.empty(),
                Work.NONE,
                Optional.empty(),
                Marks.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Key key() {
        return TABLE.keyOf(store, anomalyId, number);
    }

    /** The first that acts is who counts. */
    Episode acted(FirstAct act) {
        return firstAct.filter(known -> !act.at().isBefore(known.at())).isPresent()
                ? this
                : with(found, Optional.of(act), work, escalation, marks, answer, ended, loss);
    }

    Episode found(Found again) {
        return with(again, firstAct, work, escalation, marks, answer, ended, loss);
    }

    Episode work(Work next) {
        return with(found, firstAct, next, escalation, marks, answer, ended, loss);
    }

    Episode escalation(Escalation next) {
        return with(found, firstAct, work, Optional.of(next), marks, answer, ended, loss);
    }

    Episode marked(Marks next) {
        return with(found, firstAct, work, escalation, next, answer, ended, loss);
    }

    Episode answered(Answer decision) {
        return with(found, firstAct, work, escalation, marks, Optional.of(decision), ended, loss);
    }

    Episode ended(Anomaly.Ending ending) {
        return with(found, firstAct, work, escalation, marks, answer, Optional.of(ending), loss);
    }

    Episode losing(Optional<Loss> known) {
        return with(found, firstAct, work, escalation, marks, answer, ended, known);
    }

    /**
     * The episode without what happened later than an instant. Of an escalation that was put again, only when the last message and, as the
     * first act, the first one was accepted is known.
     */
    Episode asOf(Instant instant) {
        Optional<FirstAct> act = firstAct.filter(known -> !known.at().isAfter(instant));
        boolean escalated =
                act.filter(known -> known.kind() == FirstAct.Kind.ESCALATE).isPresent();
        return with(
                found,
                act,
                work.asOf(instant),
                escalation.filter(known -> escalated
                        || known.acceptedAt().filter(at -> at.isAfter(instant)).isEmpty()),
                marks,
                answer.filter(known -> !known.at().isAfter(instant)),
                ended.filter(ending -> !ending.at().isAfter(instant)),
                loss);
    }

    private Episode with(
            Found begin,
            Optional<FirstAct> act,
            Work done,
            Optional<Escalation> raised,
            Marks known,
            Optional<Answer> decision,
            Optional<Anomaly.Ending> ending,
            Optional<Loss> lost) {
        return new Episode(store, anomalyId, number, begin, act, done, raised, known, decision, ending, lost);
    }
}
