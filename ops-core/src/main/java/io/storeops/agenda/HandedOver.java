package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.storeops.act.Fact;
import io.storeops.id.ActorId;
import java.util.List;
import java.util.Map;

/**
 * Everything that a person had open goes to another (R15). Each duty moves its own items when it hears of it.
 *
 * @param from who had it
 * @param to who has it from now on
 * @param items what it was, by the name of the module that lists it, copied
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record HandedOver(ActorId from, ActorId to, Map<String, List<OpenItem>> items) implements Fact {
    /** Copies the items. */
    public HandedOver {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        ImmutableMap.Builder<String, List<OpenItem>> copy = ImmutableMap.builder();
        items.forEach((module, those) -> copy.put(module, ImmutableList.copyOf(those)));
        items = copy.build();
    }

    /** The items of a duty. */
    List<OpenItem> itemsOf(DutyModule duty) {
        return items.getOrDefault(duty.name(), ImmutableList.of());
    }
}
