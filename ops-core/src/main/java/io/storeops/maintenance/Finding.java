package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Outgoing;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of something that is found to be wrong: an anomaly, one more episode or one more observation (D14, D15, D24, D27). Pure.
 *
 * @param context who finds it, where and when
 * @param key what is wrong
 * @param seen what was seen
 * @param finder who found it; the engine if a rule did
 * @param latest an instant after which acting would be too late (D11); empty if there is none but the end of a known activity
 * @param name the id of the anomaly if it is a new one; empty to have one made
 */
record Finding(
        Context context,
        AnomalyKey key,
        Observation.Seen seen,
        ActorId finder,
        Optional<Instant> latest,
        Optional<String> name) {
    private static final int ID_LENGTH = 16;

    /**
     * What became of it.
     *
     * @param remark what
     * @param about the anomaly with its last episode; empty if it was silenced and there is none
     * @param silenced how often it was found in silence by now
     * @param edits what changes; the observation last
     * @param messages what to send
     */
    record Outcome(Remark remark, Optional<Case> about, int silenced, List<Edit<?>> edits, List<Outgoing> messages) {}

    /** Decides; the order is silence, open, accepted until a date, reopening, new. */
    Outcome decide(boolean covered) {
        Optional<Case> known = Case.ofKey(context, key);
        if (silent()) {
            return silenced(known);
        }
        if (known.filter(each -> each.anomaly().state().open()).isPresent()) {
            return again(known.get(), covered);
        }
        if (known.flatMap(each -> each.anomaly().acceptedUntil())
                .filter(last -> !context.today().isAfter(last))
                .isPresent()) {
            return observed(Remark.ACCEPTED_UNTIL, known.get());
        }
        return known.filter(this::reopens)
                .map(each -> covered ? observed(Remark.COVERED, each) : reopened(each))
                .orElseGet(() -> begun(covered));
    }

    private boolean silent() {
        return List.of(
                        Silence.id(key.category(), Optional.empty()),
                        Silence.id(key.category(), Optional.of(key.subject())))
                .stream()
                .flatMap(id -> context
                        .rows()
                        .all(Query.of(Silence.TABLE, context.store().id()).where(id))
                        .stream())
                .anyMatch(silence -> silence.holds(context.now()));
    }

    private Outcome silenced(Optional<Case> known) {
        int before = Math.toIntExact(
                context
                        .rows()
                        .all(Query.of(Observation.TABLE, context.store().id()).where(key.rule(), key.subject()))
                        .stream()
                        .filter(Observation::silenced)
                        .count());
        Optional<Case> open = known.filter(each -> each.anomaly().state().open());
        List<Edit<?>> edits = new ArrayList<>();
        Optional<Case> next = open.map(each -> {
            Anomaly heard = Changing.of(each.anomaly())
                    .counting(each.anomaly().counts().unheard())
                    .under(context);
            edits.addAll(each.edits(context, heard, each.episode()));
            return new Case(heard, each.episode());
        });
        edits.add(observation(next, true));
        return new Outcome(Remark.SILENCED, next, before + 1, edits, List.of());
    }

    private Outcome again(Case known, boolean covered) {
        if (known.anomaly().state() != AnomalyState.COVERED || covered) {
            return observed(Remark.OBSERVATION, known);
        }
        Episode.Found before = known.episode().found();
        Episode episode = known.episode()
                .found(new Episode.Found(
                        context.now(), before.by(), false, before.since(), before.lastGoodAt(), due(false)));
        Anomaly anomaly = Changing.of(known.anomaly())
                .to(AnomalyState.FOUND)
                .counting(known.anomaly().counts().seen(false))
                .under(context);
        return told(Remark.FOUND, known, new Case(anomaly, episode));
    }

    private Outcome observed(Remark remark, Case known) {
        Anomaly anomaly = Changing.of(known.anomaly())
                .counting(known.anomaly().counts().seen(false))
                .recovered(Optional.empty())
                .under(context);
        return outcome(
                remark, known.edits(context, anomaly, known.episode()), new Case(anomaly, known.episode()), List.of());
    }

    private boolean reopens(Case known) {
        return known.anomaly().state() == AnomalyState.CLOSED
                && known.anomaly()
                        .ended()
                        .filter(end -> context.now()
                                .isBefore(end.at()
                                        .plus(context.roster().maintenance().reopenWithin())))
                        .isPresent();
    }

    private Outcome reopened(Case known) {
        Anomaly anomaly = Changing.of(known.anomaly())
                .to(AnomalyState.FOUND)
                .reopened()
                .recovered(Optional.empty())
                .counting(known.anomaly().counts().seen(true))
                .under(context);
        Episode episode = episode(anomaly.id(), anomaly.counts().episodes(), false);
        List<Edit<?>> edits = new ArrayList<>(known.edits(context, anomaly, known.episode()));
        edits.add(Edit.insert(Episode.TABLE, episode));
        Case next = new Case(anomaly, episode);
        return outcome(Remark.REOPENED, edits, next, messages(next));
    }

    private Outcome begun(boolean covered) {
        Anomaly anomaly = new Anomaly(
                context.store().id(),
                id(),
                key,
                covered ? AnomalyState.COVERED : AnomalyState.FOUND,
                1,
                new Anomaly.Origin(context.now(), finder, omitted()),
                Optional.empty(),
                false,
                new Anomaly.Counts(1, 1, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                context.roster().version());
        Case next = new Case(anomaly, episode(anomaly.id(), 1, covered));
        List<Edit<?>> edits = new ArrayList<>(
                List.of(Edit.insert(Anomaly.TABLE, anomaly), Edit.insert(Episode.TABLE, next.episode())));
        return outcome(covered ? Remark.COVERED : Remark.FOUND, edits, next, covered ? List.of() : messages(next));
    }

    private Outcome told(Remark remark, Case known, Case next) {
        return outcome(remark, known.edits(context, next.anomaly(), next.episode()), next, messages(next));
    }

    private Outcome outcome(Remark remark, List<Edit<?>> edits, Case next, List<Outgoing> messages) {
        List<Edit<?>> all = new ArrayList<>(edits);
        all.add(observation(Optional.of(next), false));
        return new Outcome(remark, Optional.of(next), next.anomaly().counts().silenced(), all, messages);
    }

    /** What a rule finds is told, once an episode; a person who finds something knows it. */
    private List<Outgoing> messages(Case next) {
        return finder.equals(ActorId.SYSTEM)
                ? AnomalyMessages.in(context).found(next, seen).stream().toList()
                : List.of();
    }

    private Episode episode(String id, int number, boolean covered) {
        return Episode.begun(
                context.store().id(),
                id,
                number,
                new Episode.Found(context.now(), finder, covered, seen.since(), seen.lastGoodAt(), due(covered)));
    }

    private Optional<Instant> due(boolean covered) {
        return covered
                ? Optional.empty()
                : Categories.in(context)
                        .due(
                                context,
                                key.category(),
                                context.now(),
                                latest.or(() -> Subjects.activityEnd(context, key)));
    }

    /** Anybody but the operators and the store's own rules (D69). */
    private boolean omitted() {
        return !finder.equals(ActorId.SYSTEM)
                && !(context.charter().decide(finder, context.now(), Right.MAINTAIN) instanceof Decision.Allowed);
    }

    private String id() {
        String wished = name.orElseGet(
                () -> "AN-" + Sha256.of(key + " " + context.now()).hex().substring(0, ID_LENGTH));
        String id = wished;
        for (int i = 2; MaintenanceEntries.ANOMALIES.row(context, id).isPresent(); i++) {
            id = wished + "." + i;
        }
        return id;
    }

    private Edit<Observation> observation(Optional<Case> about, boolean silenced) {
        int number = context.rows()
                .last(Query.of(Observation.TABLE, context.store().id()).where(key.rule(), key.subject()))
                .map(Observation::number)
                .orElse(0);
        return Edit.append(
                Observation.TABLE,
                List.of(new Observation(
                        context.store().id(),
                        key,
                        number + 1,
                        about.map(each -> each.anomaly().id()),
                        about.map(each -> each.episode().number()).orElse(0),
                        silenced,
                        seen,
                        context.stamp())));
    }
}
