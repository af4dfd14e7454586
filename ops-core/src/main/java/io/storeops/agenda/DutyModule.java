package io.storeops.agenda;

import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.Reaction;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.id.ActorId;
import io.storeops.lifecycle.StateMachine;
import io.storeops.report.ReportPart;
import java.util.List;
import java.util.Optional;

/**
 * A duty of the position, or knowledge that duties share: everything that the engine, the desk and the tests loop over. A new
 * duty is one class of this kind and one line in the list of modules. Every method gives the same at every call, but for what it
 * reads from a context. Thread-safe.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public interface DutyModule extends OpsModule {
    /**
     * The things of its machines that are rows.
     *
     * @return the things; those of a machine whose state is derived are left out
     */
    default List<Things<?, ?, ?>> things() {
        return List.of();
    }

    @Override
    default List<EntryPoint> entryPoints() {
        return things().stream().flatMap(things -> things.entries().stream()).toList();
    }

    /**
     * What can happen to its things.
     *
     * @return its state machines
     */
    default List<StateMachine<?, ?>> machines() {
        return things().stream()
                .<StateMachine<?, ?>>map(things -> things.machine())
                .toList();
    }

    /**
     * What its records tell of its occurrences on the agenda.
     *
     * @return the progress; empty if it has no occurrences, or all are completed by hand
     */
    default Optional<DutyProgress> progress() {
        return Optional.empty();
    }

    /**
     * What the engine does by itself: those timers that are due, and at least the next that will be. A timer that was performed,
     * or that is no longer wanted, is not listed any more.
     *
     * @param context the store, its rows and the instant
     * @return the timers, in any order
     */
    default List<Timer> timers(Context context) {
        return List.of();
    }

    /**
     * What modules do because of what they are: a duty's open items go to whoever is handed them.
     *
     * @param module a module
     * @return the reactions of a duty; none of another module
     */
    static List<Reaction<?>> commonReactions(OpsModule module) {
        return module instanceof DutyModule duty ? List.of(HandOver.reactionOf(duty)) : List.of();
    }

    /**
     * The key figures that it computes from its records.
     *
     * @return its measures
     */
    default List<Measure> measures() {
        return List.of();
    }

    /**
     * What it knows for sections of the weekly report (R78).
     *
     * @return its parts
     */
    default List<ReportPart> reportParts() {
        return List.of();
    }

    /**
     * What a person has begun or been given and not ended, so that it can be handed over to somebody else (R15).
     *
     * @param context the store, its rows and the instant
     * @param person the person
     * @return the items, in any order
     */
    default List<OpenItem> openItems(Context context, ActorId person) {
        return List.of();
    }
}
