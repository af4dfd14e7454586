package io.storeops.agenda;

import io.storeops.storage.Table;
import java.util.List;

/** The tables of the agenda. */
public final class AgendaTables {
    private AgendaTables() {}

    /**
     * All of them.
     *
     * @return what was completed by hand, and up to when the engine looked
     */
    public static List<Table<?>> all() {
        return List.of(Completion.TABLE, TickMark.TABLE);
    }
}
