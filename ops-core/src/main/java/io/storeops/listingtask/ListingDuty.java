package io.storeops.listingtask;

import io.storeops.act.Context;
import io.storeops.position.Cadence;
import io.storeops.position.Duty;
import io.storeops.task.Task;
import java.util.List;
import java.util.Optional;

/** Which duty of the roster a task is of: of those on instruction, new listings are of the one that names steps. */
final class ListingDuty {
    private ListingDuty() {}

    static Optional<Duty> of(Context context, String kind) {
        boolean steps = kind.equals(Task.NEW_LISTING);
        List<Duty> onInstruction = context.roster().duties().values().stream()
                .filter(duty -> duty.cadence().kind() == Cadence.Kind.ON_INSTRUCTION)
                .toList();
        return onInstruction.stream()
                .filter(duty -> duty.content().steps().isEmpty() != steps)
                .findFirst()
                .or(() -> onInstruction.stream().findFirst());
    }
}
