package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.Timer;
import io.storeops.campaign.Campaign;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.inspection.ActivityExpiryRule;
import io.storeops.inspection.RuleKey;
import io.storeops.outbox.Outbox;
import io.storeops.source.SourceLook;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges what was collected, a commit a rule, right after it was written down: the engine's own doing, whoever collected. What comes to an
 * end between the two is judged by the next tick, and each look once (R38). Thread-safe.
 */
public final class CollectedLooks implements Consumer<StoreId> {
    private final Acts acts;
    private final Outbox outbox;

    /**
     * The judge of a library's looks.
     *
     * @param acts the pattern of every act
     * @param outbox sends what is found
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public CollectedLooks(Acts acts, Outbox outbox) {
        this.acts = requireNonNull(acts, "acts");
        this.outbox = requireNonNull(outbox, "outbox");
    }

    /**
     * Judges what was collected and not judged yet.
     *
     * @param store the store
     */
    @Override
    public void accept(StoreId store) {
        Context context = acts.engineContext(store);
        List<Timer> due = timers(context).stream()
                .filter(timer -> !timer.at().isAfter(context.now()))
                .toList();
        for (Timer timer : due) {
            CommandId id =
                    CommandId.of("judged/" + Sha256.of(timer.act().arguments()).hex());
            acts.perform(new Caller(ActorId.SYSTEM, id), store, timer.act());
        }
        if (!due.isEmpty()) {
            outbox.deliverDue(store);
        }
    }

    /** What is to be judged: by each rule whose looks are others than those it was judged by, and when an activity comes near its end. */
    static List<Timer> timers(Context context) {
        LastLooks looks = LastLooks.of(context);
        Map<RuleKey, Versioned<SeenRun>> judged = new HashMap<>();
        try (Scan<Versioned<SeenRun>> runs =
                context.rows().scan(Query.of(SeenRun.TABLE, context.store().id()))) {
            runs.forEachRemaining(run -> judged.put(run.value().rule(), run));
        }
        List<Timer> timers = new ArrayList<>();
        for (RuleKey rule : RulesInForce.keys(context)) {
            Optional<Versioned<SeenRun>> last = Optional.ofNullable(judged.get(rule));
            JudgeLooks next = new JudgeLooks(rule, last.map(Versioned::revision).orElse(0L) + 1);
            Optional<String> marks = looks.marks(context, rule);
            if (marks.isPresent() && !marks.equals(last.map(Versioned::value).flatMap(SeenRun::looks))) {
                timers.add(new Timer(
                        looks.carrying(rule).stream()
                                .map(SourceLook::looked)
                                .map(looked -> looked.at())
                                .max(Instant::compareTo)
                                .orElseThrow(),
                        next));
            } else if (marks.isPresent() && rule.equals(ActivityExpiryRule.KEY)) {
                Campaign.notOver(context, context.now()).stream()
                        .flatMap(campaign -> LastLooks.warnedAt(context, campaign).stream())
                        .filter(at -> at.isAfter(context.now()))
                        .min(Instant::compareTo)
                        .ifPresent(at -> timers.add(new Timer(at, next)));
            }
        }
        return timers;
    }
}
