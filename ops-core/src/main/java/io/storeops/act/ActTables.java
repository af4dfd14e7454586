package io.storeops.act;

import io.storeops.storage.Table;
import java.util.List;

/** The tables that every act may need. */
public final class ActTables {
    private ActTables() {}

    /**
     * All of them.
     *
     * @return the use of limits
     */
    public static List<Table<?>> all() {
        return List.of(LimitUse.TABLE);
    }
}
