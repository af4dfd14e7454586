package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Move;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.inspection.RuleKey;
import java.util.List;
import java.util.Optional;

/** Taking an anomaly on, and saying what it is and what it is not: CLAIM, DISMISS, RECLASSIFY (D18, D19). */
final class Sorting {
    private Sorting() {}

    static Act<Anomaly> claim(String id, int version) {
        return new Claim(
                version,
                Steps.of(AnomalyEvent.CLAIM, id, version)
                        .unless((context, known) -> Categories.in(context)
                                        .correctable(known.key().category())
                                ? Optional.empty()
                                : Steps.wrongState(
                                        known,
                                        known.key().category() + " is for others to decide; escalate it instead"))
                        .becoming((context, known, to) -> Changing.of(known)
                                .to(to)
                                .heldBy(Optional.of(context.actor()))
                                .under(context)));
    }

    /** A move of which something is asked before the machine is. */
    private abstract static class Around implements Act<Anomaly> {
        private final Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> move;

        Around(Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> move) {
            this.move = move;
        }

        Optional<Anomaly> known(Context context) {
            return MaintenanceEntries.ANOMALIES.find(context, target().id());
        }

        @Override
        public EntryPoint entry() {
            return move.entry();
        }

        @Override
        public Target target() {
            return move.target();
        }

        @Override
        public String arguments() {
            return move.arguments();
        }

        @Override
        public Verdict decide(Context context) {
            return move.decide(context);
        }

        @Override
        public Anomaly recall(Context context, Written written) {
            return move.recall(context, written);
        }
    }

    /** The version that was seen is asked before the state (D86). */
    private static final class Claim extends Around {
        private final int version;

        Claim(int version, Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> move) {
            super(move);
            this.version = version;
        }

        @Override
        public Verdict decide(Context context) {
            return known(context)
                    .filter(anomaly -> anomaly.version() != version)
                    .<Verdict>map(anomaly -> Verdict.refused(
                            "CONFLICT",
                            "version " + anomaly.version() + " of anomaly " + anomaly.id() + " stands, not " + version
                                    + anomaly.holder()
                                            .map(holder -> ", and " + holder + " has it")
                                            .orElse("")
                                    + "; read it again"))
                    .orElseGet(() -> super.decide(context));
        }
    }

    /** Who may say that it is a false alarm depends on its category (D19). */
    private static final class Dismiss extends Around {
        Dismiss(Move<Anomaly, AnomalyState, AnomalyEvent, Anomaly> move) {
            super(move);
        }

        @Override
        public List<Right> anyOf(Context context) {
            return known(context)
                    .map(anomaly -> List.of(
                            Categories.in(context).dismissing(anomaly.key().category())))
                    .orElse(entry().anyOf());
        }
    }

    static Act<Anomaly> dismiss(String id, String reason) {
        return new Dismiss(Steps.of(AnomalyEvent.DISMISS, id, reason)
                .because(reason, known -> known.origin().finder())
                .doing((context, known, to) -> {
                    Case each = Case.of(context, known);
                    Anomaly.Ending ending = new Anomaly.Ending(context.now(), AnomalyResult.DISMISSED);
                    return each.becoming(
                            context,
                            Changing.of(known).to(to).ended(ending).under(context),
                            each.episode().ended(ending));
                }));
    }

    static Act<Anomaly> reclassify(String id, String category, String reason) {
        return Steps.of(AnomalyEvent.RECLASSIFY, id, category, reason)
                .because(reason, known -> known.origin().finder())
                .unless((context, known) -> Categories.in(context).unknown(category))
                .unless((context, known) -> known.key().category().equals(category)
                        ? Optional.of(
                                new Refusal("NOTHING_CHANGED", "anomaly " + id + " is of " + category + " already"))
                        : Optional.empty())
                .unless((context, known) -> Case.ofKey(context, as(known, category))
                        .filter(other -> other.anomaly().state().open())
                        .map(other -> new Refusal(
                                "EXISTS",
                                "anomaly " + other.anomaly().id() + " is open of "
                                        + other.anomaly().key() + " already; dismiss one of both")))
                .becoming((context, known, to) ->
                        Changing.of(known).as(as(known, category)).under(context));
    }

    private static AnomalyKey as(Anomaly known, String category) {
        return new AnomalyKey(
                new RuleKey(category, known.key().rule().metric()), known.key().subject());
    }
}
