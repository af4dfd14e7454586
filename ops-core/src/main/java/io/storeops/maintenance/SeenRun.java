package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.feed.Coverage;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.inspection.InspectionRun;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.Look;
import io.storeops.inspection.Phrase;
import io.storeops.inspection.RuleKey;
import io.storeops.inspection.Value;
import io.storeops.position.Roster;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What came of the last look of a rule, also where nothing could be said: what the next is compared with (D5), and what an answer of the
 * checklist rests on. Immutable.
 *
 * @param store the store
 * @param rule the rule
 * @param looks which looks at collected sources it was, as in LISTINGS/17; empty if the host gave it
 * @param judgedAt when it was judged
 * @param asOf of which instant its source spoke; empty if it did not say
 * @param coverage how much of what was asked for that gave
 * @param checked how many listings that gave, 0 or more
 * @param base how many the last complete look at an earlier instant gave; empty if there was none
 * @param outcome what the rule said
 * @param sound the last look by which each subject was judged by itself; empty if there was none
 */
record SeenRun(
        StoreId store,
        RuleKey rule,
        Optional<String> looks,
        Instant judgedAt,
        Optional<Instant> asOf,
        Coverage coverage,
        long checked,
        Optional<Long> base,
        Outcome outcome,
        Optional<Sound> sound) {
    /**
     * What a rule said of a look.
     *
     * @param whole what stands for all of it: the reason why nothing could be checked, or SOURCE_WRONG; empty if each subject stands for
     *     itself
     * @param counts how many subjects have which verdict, each verdict once; 0 of each if one stands for all
     * @param measured what was measured, where it is one value: of the only subject, or how many failed where the source is wrong
     * @param base what that was compared with; empty if there was nothing, or there are several subjects
     */
    record Outcome(
            Optional<Phrase> whole,
            Map<InspectionVerdict, Long> counts,
            Optional<String> measured,
            Optional<String> base) {
        static Outcome of(InspectionRun run) {
            Map<InspectionVerdict, Long> counts = new EnumMap<>(InspectionVerdict.class);
            Stream.of(InspectionVerdict.values())
                    .forEach(verdict -> counts.put(verdict, run.counts().getOrDefault(verdict, 0L)));
            Optional<Judgement> only = run.whole()
                    .or(() -> Optional.of(run.single().values())
                            .filter(all -> all.size() == 1
                                    && counts.values().stream()
                                                    .mapToLong(Long::longValue)
                                                    .sum()
                                            == 1)
                            .map(all -> all.iterator().next()));
            return new Outcome(
                    run.whole().map(Judgement::phrase),
                    counts,
                    only.flatMap(Judgement::measured).map(Value::toString),
                    only.flatMap(Judgement::base).map(Value::toString));
        }

        long count(InspectionVerdict verdict) {
            return counts.getOrDefault(verdict, 0L);
        }

        /** Whether the source could not be judged by at all (D5); one that is itself wrong could. */
        boolean unchecked() {
            return whole.filter(phrase -> phrase != Phrase.SOURCE_WRONG).isPresent();
        }
    }

    /**
     * A look by which each subject was judged by itself.
     *
     * @param asOf of which instant its source spoke
     * @param subjects the hash of the ids of whatever was judged
     */
    record Sound(Instant asOf, Sha256 subjects) {}

    private static final Column<String> LOOKS =
            Column.text("looks", "which looks at collected sources it was; absent if the host gave it");
    private static final Column<Instant> JUDGED = Column.instant("judged_at", "when it was judged");
    private static final Column<Instant> AS_OF =
            Column.instant("as_of", "of which instant its source spoke; absent if it did not say");
    private static final Column<Coverage> COVERAGE =
            Column.constant("coverage", "COMPLETE, PARTIAL or UNKNOWN", Coverage.class);
    private static final Column<Long> CHECKED = Column.number("checked", "how many listings that gave");
    private static final Column<Long> BASE_CHECKED = Column.number(
            "base_checked", "how many the last complete look at an earlier instant gave; absent if there was none");
    private static final Column<Phrase> WHOLE = Column.constant(
            "whole", "why nothing could be checked, or SOURCE_WRONG; absent if each stands for itself", Phrase.class);
    private static final Column<Long> OK = count(InspectionVerdict.OK);
    private static final Column<Long> ANOMALY = count(InspectionVerdict.ANOMALY);
    private static final Column<Long> LEARNING = count(InspectionVerdict.LEARNING);
    private static final Column<Long> UNCHECKED = count(InspectionVerdict.COULD_NOT_CHECK);
    private static final Column<Long> NO_REFERENCE = count(InspectionVerdict.NO_REFERENCE);
    private static final Column<String> MEASURED =
            Column.text("measured", "what was measured, where it is one value; absent if it is not");
    private static final Column<String> BASE = Column.text("base_value", "what that was compared with");
    private static final Column<Instant> SOUND_AS_OF =
            Column.instant("sound_as_of", "of which instant the last spoke by which each was judged by itself");
    private static final Column<Sha256> SUBJECTS = Column.text("subjects", "the hash of the ids of what was judged")
            .as(Sha256.class, Sha256::parse, Sha256::toString);

    private static final ColumnGroup<Outcome> OUTCOME = ColumnGroup.of(Outcome.class)
            .optional(WHOLE, Outcome::whole)
            .column(OK, outcome -> outcome.count(InspectionVerdict.OK))
            .column(ANOMALY, outcome -> outcome.count(InspectionVerdict.ANOMALY))
            .column(LEARNING, outcome -> outcome.count(InspectionVerdict.LEARNING))
            .column(UNCHECKED, outcome -> outcome.count(InspectionVerdict.COULD_NOT_CHECK))
            .column(NO_REFERENCE, outcome -> outcome.count(InspectionVerdict.NO_REFERENCE))
            .optional(MEASURED, Outcome::measured)
            .optional(BASE, Outcome::base)
            .reads(row -> new Outcome(
                    row.find(WHOLE),
                    Map.of(
                            InspectionVerdict.OK, row.get(OK),
                            InspectionVerdict.ANOMALY, row.get(ANOMALY),
                            InspectionVerdict.LEARNING, row.get(LEARNING),
                            InspectionVerdict.COULD_NOT_CHECK, row.get(UNCHECKED),
                            InspectionVerdict.NO_REFERENCE, row.get(NO_REFERENCE)),
                    row.find(MEASURED),
                    row.find(BASE)));
    private static final ColumnGroup<Sound> SOUND = ColumnGroup.of(Sound.class)
            .column(SOUND_AS_OF, Sound::asOf)
            .column(SUBJECTS, Sound::subjects)
            .reads(row -> new Sound(row.get(SOUND_AS_OF), row.get(SUBJECTS)));

    static final Table<SeenRun> TABLE = Table.of("inspection_run", SeenRun::store)
            .column(AnomalyKey.RULE, SeenRun::rule)
            .optional(LOOKS, SeenRun::looks)
            .column(JUDGED, SeenRun::judgedAt)
            .optional(AS_OF, SeenRun::asOf)
            .column(COVERAGE, SeenRun::coverage)
            .column(CHECKED, SeenRun::checked)
            .optional(BASE_CHECKED, SeenRun::base)
            .group(OUTCOME, SeenRun::outcome)
            .optional(SOUND, SeenRun::sound)
            .key(AnomalyKey.RULE)
            .reads(row -> new SeenRun(
                    row.store(),
                    row.get(AnomalyKey.RULE),
                    row.find(LOOKS),
                    row.get(JUDGED),
                    row.find(AS_OF),
                    row.get(COVERAGE),
                    row.get(CHECKED),
                    row.find(BASE_CHECKED),
                    row.get(OUTCOME),
                    row.find(SOUND)));

    SeenRun {
        requireNonNull(store, "store");
        requireNonNull(rule, "rule");
        requireNonNull(looks, "looks");
        requireNonNull(judgedAt, "judgedAt");
        requireNonNull(asOf, "asOf");
        requireNonNull(coverage, "coverage");
        requireNonNull(base, "base");
        requireNonNull(outcome, "outcome");
        requireNonNull(sound, "sound");
    }

    private static Column<Long> count(InspectionVerdict verdict) {
        return Column.number(verdict.name().toLowerCase(Locale.ROOT) + "_count", "how many subjects are " + verdict);
    }

    /** The last look of a rule; empty if it never had one. */
    static Optional<Versioned<SeenRun>> find(Context context, RuleKey rule) {
        return context.rows().find(TABLE, TABLE.keyOf(context.store().id(), rule));
    }

    /** The same after more looks that said nothing new. */
    SeenRun marked(String more) {
        return new SeenRun(store, rule, Optional.of(more), judgedAt, asOf, coverage, checked, base, outcome, sound);
    }

    /** What the next look is compared with. A source that is read twice at one instant is not its own base. */
    Optional<Long> baseOf(Optional<Instant> next) {
        boolean again = asOf.isPresent() && asOf.equals(next);
        boolean complete = coverage != Coverage.PARTIAL && checked > 0;
        return complete && !again ? Optional.of(checked) : base;
    }

    /** Why nothing can be said by it: the source could not be judged by, or what it gave is too old by now (D5); empty if something can. */
    Optional<Judgement> obstacle(Context context) {
        Optional<Judgement> then = outcome.unchecked()
                ? obstacle(judgedAt, context.rosters().findInForce(judgedAt).orElse(context.roster()))
                : Optional.empty();
        return then.or(() -> obstacle(context.now(), context.roster()));
    }

    private Optional<Judgement> obstacle(Instant now, Roster roster) {
        return new Look(
                        now,
                        asOf,
                        coverage,
                        checked,
                        base.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                        roster.maintenance().feed())
                .findObstacle(rule);
    }
}
