package io.storeops.requirement;

import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.Timer;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.publishing.Delivery;
import java.util.List;
import java.util.stream.Stream;

/** What the engine does with requirements by itself: it sees that a channel took a message, and that one is late. */
final class RequirementTimers {
    private RequirementTimers() {}

    static List<Timer> all(Context context) {
        List<Requirement> open = RequirementEntries.REQUIREMENTS.all(context, Requirement.BY_OPEN, true);
        return Stream.concat(
                        taken(context, open),
                        open.stream()
                                .filter(known -> known.lateness().isEmpty())
                                .map(known -> new Timer(known.due(), RequirementActs.flagLate(known.id()))))
                .toList();
    }

    private static Stream<Timer> taken(Context context, List<Requirement> open) {
        return open.stream()
                .flatMap(known -> known.course().waitsFor().stream()
                        .flatMap(message -> RequirementActs.taken(context, message)
                                .flatMap(Delivery::acceptedAt)
                                .map(at -> new Timer(at, RequirementActs.putThrough(known.id(), message)))
                                .stream()));
    }

    /** Sees at once that channels took messages, as the ticker does later; each under the name of its message, so once. */
    static void notice(Acts acts, StoreId store) {
        Context context = acts.engineContext(store);
        taken(context, RequirementEntries.REQUIREMENTS.all(context, Requirement.BY_OPEN, true))
                .filter(timer -> !timer.at().isAfter(context.now()))
                .forEach(timer -> perform(acts, store, timer));
    }

    private static void perform(Acts acts, StoreId store, Timer timer) {
        CommandId id =
                CommandId.of("taken/" + Sha256.of(timer.act().arguments()).hex());
        try {
            acts.perform(new Caller(ActorId.SYSTEM, id), store, timer.act());
        } catch (RefusedException e) {
            // Another process saw it first.
        }
    }
}
