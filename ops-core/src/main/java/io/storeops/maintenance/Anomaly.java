package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.inspection.RuleKey;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An anomaly (异常): a departure of the store from what is approved or expected. What happened each time it was found stands in its
 * {@link Episode}s. Immutable.
 *
 * @param store the store
 * @param id its id, chosen by whoever found it
 * @param key what it is about; another one once reclassified (D18)
 * @param state where it stands
 * @param version 1 when found, one more with every change of state or category
 * @param origin how it was found
 * @param holder who has it: who claimed or escalated it last, or took it over; empty if nobody did
 * @param reclassified whether its category was changed
 * @param counts its episodes and observations
 * @param recoveredAt since when the observations are good while somebody still has it open (D87); empty unless they are
 * @param ended when and how its last episode ended; empty while it is open
 * @param acceptedUntil the last date on which it is taken as it is, by decision (D15); empty if it is not
 * @param rules the version of the position description in force at its last change (R1)
 */
public record Anomaly(
        StoreId store,
        String id,
        AnomalyKey key,
        AnomalyState state,
        int version,
        Origin origin,
        Optional<ActorId> holder,
        boolean reclassified,
        Counts counts,
        Optional<Instant> recoveredAt,
        Optional<Ending> ended,
        Optional<LocalDate> acceptedUntil,
        String rules) {
    private static final Column<String> ID = Column.text("anomaly_id", "the anomaly");
    private static final Column<AnomalyState> STATE = Column.constant("state", "where it stands", AnomalyState.class);
    private static final Column<Integer> VERSION = Column.count("version", "1 when found, one more with each change");
    private static final Column<Instant> FIRST = Column.instant("first_seen_at", "when it was first observed");
    private static final Column<ActorId> FINDER = Column.actor("found_by", "who found it");
    private static final Column<Boolean> OMITTED =
            Column.flag("omitted", "whether others than the operators and the rules found it");
    private static final Column<ActorId> HOLDER = Column.actor("holder_id", "who has it");
    private static final Column<Boolean> RECLASSIFIED = Column.flag("reclassified", "whether its category changed");
    private static final Column<Integer> EPISODES = Column.count("episodes", "how often it was found anew");
    private static final Column<Integer> OBSERVED = Column.count("observations", "how often it was seen");
    private static final Column<Integer> SILENCED = Column.count("silenced", "how often it was seen in silence");
    private static final Column<Instant> RECOVERED =
            Column.instant("recovered_at", "since when observations are good while it is open");
    private static final Column<Instant> ENDED = Column.instant("ended_at", "when its last episode ended");
    private static final Column<AnomalyResult> RESULT =
            Column.constant("result", "how its last episode ended", AnomalyResult.class);
    private static final Column<LocalDate> ACCEPTED =
            Column.date("accepted_until", "the last date on which it is taken as it is");
    private static final ColumnGroup<Origin> ORIGIN = ColumnGroup.of(Origin.class)
            .column(FIRST, Origin::firstSeenAt)
            .column(FINDER, Origin::finder)
            .column(OMITTED, Origin::omitted)
            .reads(row -> new Origin(row.get(FIRST), row.get(FINDER), row.get(OMITTED)));
    private static final ColumnGroup<Counts> COUNTS = ColumnGroup.of(Counts.class)
            .column(EPISODES, Counts::episodes)
            .column(OBSERVED, Counts::observations)
            .column(SILENCED, Counts::silenced)
            .reads(row -> new Counts(row.get(EPISODES), row.get(OBSERVED), row.get(SILENCED)));
    private static final ColumnGroup<Ending> ENDING = ColumnGroup.of(Ending.class)
            .column(ENDED, Ending::at)
            .column(RESULT, Ending::result)
            .reads(row -> new Ending(row.get(ENDED), row.get(RESULT)));

    static final String BY_KEY = "by_key";
    static final String BY_STATE = "by_state";

    /** The table of anomalies. */
    public static final Table<Anomaly> TABLE = Table.of("anomaly", Anomaly::store)
            .column(ID, Anomaly::id)
            .column(AnomalyKey.RULE, anomaly -> anomaly.key().rule())
            .column(AnomalyKey.SUBJECT, anomaly -> anomaly.key().subject())
            .column(STATE, Anomaly::state)
            .column(VERSION, Anomaly::version)
            .group(ORIGIN, Anomaly::origin)
            .optional(HOLDER, Anomaly::holder)
            .column(RECLASSIFIED, Anomaly::reclassified)
            .group(COUNTS, Anomaly::counts)
            .optional(RECOVERED, Anomaly::recoveredAt)
            .optional(ENDING, Anomaly::ended)
            .optional(ACCEPTED, Anomaly::acceptedUntil)
            .column(Stamp.RULES, Anomaly::rules)
            .key(ID)
            .path(BY_KEY, AnomalyKey.RULE, AnomalyKey.SUBJECT, FIRST)
            .path(BY_STATE, STATE, FIRST)
            .reads(Anomaly::read);

    /**
     * How an anomaly was found.
     *
     * @param firstSeenAt when it was first observed, by the clock of the library
     * @param finder who found it, or on whose word it was written down; the engine if a rule did
     * @param omitted whether somebody found it who is neither an operator nor a rule of the store (D69)
     */
    public record Origin(Instant firstSeenAt, ActorId finder, boolean omitted) {
        /** Checks for null. */
        public Origin {
            requireNonNull(firstSeenAt, "firstSeenAt");
            requireNonNull(finder, "finder");
        }
    }

    /**
     * How often an anomaly was seen.
     *
     * @param episodes how often it was found anew, 1 or more
     * @param observations how often it was seen, those in silence not counted, 0 or more
     * @param silenced how often it was seen in silence (D27), 0 or more
     */
    public record Counts(int episodes, int observations, int silenced) {
        Counts seen(boolean anew) {
            return new Counts(anew ? episodes + 1 : episodes, observations + 1, silenced);
        }

        Counts unheard() {
            return new Counts(episodes, observations, silenced + 1);
        }
    }

    /**
     * How an episode ended.
     *
     * @param at when: the instant at which the notice was accepted, or of the act that ended it
     * @param result what came of it
     */
    public record Ending(Instant at, AnomalyResult result) {
        /** Checks for null. */
        public Ending {
            requireNonNull(at, "at");
            requireNonNull(result, "result");
        }
    }

    /**
     * Checks version and ending.
     *
     * @throws IllegalArgumentException if the version is below 1, or it is open and ended, or neither
     */
    public Anomaly {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(key, "key");
        requireNonNull(origin, "origin");
        requireNonNull(holder, "holder");
        requireNonNull(counts, "counts");
        requireNonNull(recoveredAt, "recoveredAt");
        requireNonNull(acceptedUntil, "acceptedUntil");
        requireNonNull(rules, "rules");
        if (version < 1) {
            throw new IllegalArgumentException("Anomaly " + id + " has a version of 1 or more, not " + version);
        }
        if (state.open() == ended.isPresent()) {
            throw new IllegalArgumentException("Anomaly " + id + " is " + state + " and ended " + ended);
        }
    }

    /** The same of another class, as it was taken for at another time. */
    Anomaly classed(RuleKey rule, boolean changedBefore) {
        return new Anomaly(
                store,
                id,
                new AnomalyKey(rule, key.subject()),
                state,
                version,
                origin,
                holder,
                changedBefore,
                counts,
                recoveredAt,
                ended,
                acceptedUntil,
                rules);
    }

    static Target target(String id) {
        return Target.of(TABLE.name(), id);
    }

    private static Anomaly read(Row row) {
        return new Anomaly(
                row.store(),
                row.get(ID),
                new AnomalyKey(row.get(AnomalyKey.RULE), row.get(AnomalyKey.SUBJECT)),
                row.get(STATE),
                row.get(VERSION),
                row.get(ORIGIN),
                row.find(HOLDER),
                row.get(RECLASSIFIED),
                row.get(COUNTS),
                row.find(RECOVERED),
                row.find(ENDING),
                row.find(ACCEPTED),
                row.get(Stamp.RULES));
    }
}
