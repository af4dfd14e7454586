package io.storeops.examples.replay;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.JsonReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/**
 * Where a scenario is acted out: the library, its clock, and the outside world as far as a scenario scripts it.
 *
 * @param scenario the scenario
 * @param clock the library's clock
 * @param world the outside world
 * @param running the library, which may be another one after each line
 */
record Stage(Scenario scenario, Clock clock, ScriptedWorld world, Supplier<StoreOps> running) {
    StoreOps ops() {
        return running.get();
    }

    StoreId store() {
        return scenario.store();
    }

    SlotPlan plan() {
        return scenario.enrolment().roster().slotPlan();
    }

    Notation notation() {
        return new Notation(scenario.zone());
    }

    Instant now() {
        return clock.instant();
    }

    /** The desk of whoever gives a command, for one call under the command's id. */
    Desk deskOf(Command command) {
        return ops().deskOf(ActorId.of(command.actor())).under(command.id());
    }

    /** The desk of the source, which delivers the readings; the replay looks at what stands from there. */
    Desk source() {
        return ops().deskOf(SourceAccount.ACTOR);
    }

    SlotId slot(JsonReader boundary) {
        return boundary.as(
                "is not a boundary of the roster's slot plan (expected something like 2024-06-16T09:00)",
                text -> plan().slotClosedAt(LocalDateTime.parse(text)).orElseThrow());
    }
}
