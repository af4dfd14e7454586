package io.storeops.feedback;

import io.storeops.authority.Right;
import java.util.List;
import java.util.stream.Stream;

/** On what somebody may suggest (建议权): each scope has a right of its own (R84). */
public enum SuggestionScope {
    /** The daily operation and maintenance of the store. */
    S1,
    /** The execution of operating activities. */
    S2,
    /** The handling of problems fed back from outside. */
    S3,
    /** The handling of anomalies (异常). */
    S4;

    /**
     * The right to suggest on it.
     *
     * @return as in SUGGEST:S1
     */
    public Right right() {
        return switch (this) {
            case S1 -> Right.SUGGEST_OPERATION;
            case S2 -> Right.SUGGEST_ACTIVITIES;
            case S3 -> Right.SUGGEST_PROBLEMS;
            case S4 -> Right.SUGGEST_ANOMALIES;
        };
    }

    /** The rights to suggest on anything at all. */
    static List<Right> rights() {
        return Stream.of(values()).map(SuggestionScope::right).toList();
    }
}
