package io.storeops.feedback;

import io.storeops.storage.Table;
import java.util.List;

/** The tables of duty 5. */
public final class FeedbackTables {
    private FeedbackTables() {}

    /**
     * All of them.
     *
     * @return suggestions and the instructions that came of them
     */
    public static List<Table<?>> all() {
        return List.of(Suggestion.TABLE, Instruction.TABLE);
    }
}
