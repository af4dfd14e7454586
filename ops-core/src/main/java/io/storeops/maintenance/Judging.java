package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Outgoing;
import io.storeops.act.Verdict;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.inspection.InformationRule;
import io.storeops.inspection.InspectionPass;
import io.storeops.inspection.InspectionRule;
import io.storeops.inspection.InspectionRun;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Judgement;
import io.storeops.inspection.Look;
import io.storeops.inspection.SourceBreaker;
import io.storeops.inspection.Streak;
import io.storeops.inspection.Value;
import io.storeops.json.Json;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Decides what comes of one look of one rule. Used once, by one thread. */
final class Judging {
    static final String FOUND = "found";
    static final String OBSERVED = "observed";
    static final String COVERED = "covered";
    static final String RECOVERED = "recovered";
    static final String COULD_NOT_CHECK = "couldNotCheck";

    private static final String UNKNOWN = "";

    private final Context context;
    private final Sighting<?> sighting;
    private final Map<String, Object> read = new LinkedHashMap<>();
    private final Sha256 subjects;
    private final Optional<Versioned<SeenRun>> last;
    private final Streaks streaks;
    private final Map<String, Case> open = new HashMap<>();
    private final List<Edit<?>> edits = new ArrayList<>();
    private final List<Outgoing> messages = new ArrayList<>();
    private final Map<String, List<Json>> told = new LinkedHashMap<>();
    /** The ids may name what is read by another of its names. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, Boolean> storeCovers = new HashMap<>();
    private boolean wholeStoreFound;

    Judging(Context context, Sighting<?> sighting) {
        this.context = context;
        this.sighting = sighting;
        sighting.read().forEach((id, value) -> read.put(Subjects.of(context, id), value));
        subjects = Sha256.of(String.join("\n", new TreeSet<>(read.keySet())));
        last = SeenRun.find(context, sighting.rule());
        streaks = Streaks.of(
                context, sighting.rule(), subjects, last.map(Versioned::value).flatMap(SeenRun::sound));
        read.replaceAll((subject, value) -> Filled.in(context, sighting.rule(), subject, value, streaks.find(subject)));
        Case.open(context).stream()
                .filter(each -> each.anomaly().key().rule().equals(sighting.rule()))
                .forEach(each -> open.put(each.anomaly().key().subject(), each));
        sighting.names().forEach((id, name) -> names.putIfAbsent(Subjects.of(context, id), name));
        List.of(FOUND, OBSERVED, COVERED, RECOVERED).forEach(name -> told.put(name, new ArrayList<>()));
    }

    /** Judges as what collected sources gave, of which the looks are known; the host's own figures have none. */
    Verdict.Done by(InspectionRule<?> rule, Optional<String> looks) {
        Optional<SeenRun> before = last.map(Versioned::value);
        Optional<Long> base = before.flatMap(run -> run.baseOf(sighting.asOf()));
        Look look = new Look(
                context.now(),
                sighting.asOf(),
                sighting.coverage(),
                sighting.checked(),
                base.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                context.roster().maintenance().feed());
        InspectionRun run = judged(look, judging(rule));
        SeenRun.Outcome outcome = SeenRun.Outcome.of(run);
        AnomalyKey source = new AnomalyKey(InformationRule.KEY, SourceBreaker.subject(sighting.rule()));
        if (run.whole().isPresent() && !outcome.unchecked()) {
            Judgement wrong = run.whole().get();
            find(source, wrong, Streak.NONE.after(wrong));
        }
        if (run.whole().isEmpty()) {
            sound(source);
            judge(run.single());
            edits.addAll(streaks.edits());
        }
        edits.add(Edit.touch(SeenRun.TABLE, last, seen(outcome, run.whole().isEmpty(), base, looks)));
        Verdict.Done done = Verdict.done().with(edits).sending(messages);
        for (Map.Entry<String, List<Json>> list : told.entrySet()) {
            done = done.telling(list.getKey(), Json.array(list.getValue()));
        }
        return done.telling(COULD_NOT_CHECK, Json.of(outcome.unchecked()));
    }

    /**
     * What is kept of the look. What an older one says changes nothing of what the last one said, and yet two that judge by one rule at
     * the same time compete for its row, so that none relies on what the other is about to change.
     */
    private SeenRun seen(SeenRun.Outcome outcome, boolean single, Optional<Long> base, Optional<String> looks) {
        Optional<SeenRun> before = last.map(Versioned::value);
        boolean older = before.flatMap(SeenRun::asOf)
                .filter(at -> sighting.asOf().filter(at::isAfter).isPresent())
                .isPresent();
        return older
                ? before.orElseThrow()
                : new SeenRun(
                        context.store().id(),
                        sighting.rule(),
                        looks.or(() -> before.flatMap(SeenRun::looks)),
                        context.now(),
                        sighting.asOf(),
                        sighting.coverage(),
                        sighting.checked(),
                        base,
                        outcome,
                        single
                                ? sighting.asOf().map(at -> new SeenRun.Sound(at, subjects))
                                : before.flatMap(SeenRun::sound));
    }

    /** Of the many that plainly keep the rule, and of which nothing was ever bad, no judgement is kept. */
    private InspectionRun judged(Look look, InspectionRule<Object> rule) {
        Instant asOf = look.asOf().orElse(look.now());
        InspectionPass<Object> pass = new InspectionPass<>(
                look,
                rule,
                new SourceBreaker(context.roster().maintenance().massBreaker()),
                subject -> read.size() == 1
                        || open.containsKey(subject)
                        || streaks.find(subject).isPresent()
                        || !rule.isPlainlyKept(asOf, requireNonNull(read.get(subject))));
        read.forEach(pass::take);
        return pass.end();
    }

    @SuppressWarnings(
            "unchecked") // the rule of a key judges what is read for that key; anything else is the caller's fault
    private static InspectionRule<Object> judging(InspectionRule<?> rule) {
        return (InspectionRule<Object>) rule;
    }

    /** The store itself first: what is wrong with it covers what is wrong with its items. */
    private void judge(Map<String, Judgement> single) {
        String store = context.store().id().value();
        if (single.containsKey(store)) {
            judge(store, single.get(store));
        }
        single.forEach((subject, judgement) -> {
            if (!subject.equals(store)) {
                judge(subject, judgement);
            }
            if (judgement.verdict() == InspectionVerdict.NO_REFERENCE) {
                Filled.firstReference(requireNonNull(read.get(subject)))
                        .ifPresent(value ->
                                edits.add(Reference.setting(context, new AnomalyKey(sighting.rule(), subject), value)));
            }
        });
    }

    private void judge(String subject, Judgement judgement) {
        AnomalyKey key = new AnomalyKey(sighting.rule(), subject);
        Streak streak = streaks.after(subject, judgement);
        if (judgement.verdict() == InspectionVerdict.ANOMALY) {
            find(key, judgement, streak);
        } else if (judgement.verdict() == InspectionVerdict.OK && open.containsKey(subject)) {
            good(
                    open.get(subject),
                    streak.recovered(context.roster().maintenance().clearLooks()));
        }
    }

    private void find(AnomalyKey key, Judgement judgement, Streak streak) {
        Instant asOf = judgement.asOf().orElse(context.now());
        Observation.Seen seen = new Observation.Seen(
                judgement.measured().map(Value::toString).orElse(UNKNOWN),
                judgement.base().map(Value::toString).orElse(UNKNOWN),
                asOf,
                streak.since().orElse(asOf),
                streak.lastGoodAt());
        Optional<Anomaly> observed = observed(key, seen);
        if (observed.isPresent()) {
            tell(OBSERVED, observed.get());
            return;
        }
        Finding.Outcome outcome = new Finding(
                        context,
                        key,
                        seen,
                        ActorId.SYSTEM,
                        judgement.measured().filter(Value.At.class::isInstance).map(end -> ((Value.At) end).instant()),
                        Optional.ofNullable(names.get(key.subject())))
                .decide(covered(key));
        edits.addAll(outcome.edits());
        messages.addAll(outcome.messages());
        boolean begins = outcome.remark() == Remark.FOUND || outcome.remark() == Remark.REOPENED;
        wholeStoreFound |= begins && Subjects.wholeStore(context, key);
        String list = begins ? FOUND : outcome.remark() == Remark.COVERED ? COVERED : OBSERVED;
        if (outcome.remark() != Remark.SILENCED) {
            outcome.about().ifPresent(about -> tell(list, about.anomaly()));
        }
    }

    /** What is open and was seen so at the same instant already: a source that is read twice is one observation. */
    private Optional<Anomaly> observed(AnomalyKey key, Observation.Seen seen) {
        return context.rows()
                .last(Query.of(Observation.TABLE, context.store().id()).where(key.rule(), key.subject()))
                .filter(last -> !last.silenced()
                        && last.stamp().by().equals(ActorId.SYSTEM)
                        && last.seen().asOf().equals(seen.asOf())
                        && last.seen().measured().equals(seen.measured())
                        && last.seen().base().equals(seen.base()))
                .flatMap(Observation::anomalyId)
                .flatMap(id -> MaintenanceEntries.ANOMALIES.find(context, id))
                .filter(anomaly -> anomaly.state().open() && anomaly.state() != AnomalyState.COVERED);
    }

    private boolean covered(AnomalyKey key) {
        return !Subjects.wholeStore(context, key) && (wholeStoreFound || storeCovers(key.category()));
    }

    /** What was open before the look is the same for all of its subjects. */
    private boolean storeCovers(String category) {
        return storeCovers.computeIfAbsent(category, each -> Subjects.storeCovers(context, each));
    }

    /** A source that could be judged by is not wrong. */
    private void sound(AnomalyKey source) {
        Case.ofKey(context, source)
                .filter(each -> each.anomaly().state().open())
                .ifPresent(each -> good(each, true));
    }

    private void good(Case known, boolean clear) {
        switch (known.anomaly().state()) {
            case COVERED -> {
                if (!covered(known.anomaly().key())) {
                    end(known);
                }
            }
            case FOUND -> {
                if (clear) {
                    end(known);
                    if (known.episode().found().by().equals(ActorId.SYSTEM)) {
                        AnomalyMessages.in(context).recovered(known).ifPresent(messages::add);
                    }
                }
            }
            default -> {
                if (clear && known.anomaly().recoveredAt().isEmpty()) {
                    Anomaly shown = Changing.of(known.anomaly())
                            .recovered(Optional.of(context.now()))
                            .under(context);
                    edits.addAll(known.edits(context, shown, known.episode()));
                }
            }
        }
    }

    private void end(Case known) {
        Anomaly.Ending ending = new Anomaly.Ending(context.now(), AnomalyResult.SELF_RECOVERED);
        Anomaly anomaly = Changing.of(known.anomaly())
                .to(AnomalyState.CLOSED)
                .ended(ending)
                .under(context);
        edits.addAll(known.edits(context, anomaly, known.episode().ended(ending)));
        tell(RECOVERED, anomaly);
    }

    private void tell(String list, Anomaly anomaly) {
        told.computeIfAbsent(list, name -> new ArrayList<>()).add(Json.of(anomaly.id()));
    }
}
