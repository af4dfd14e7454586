package io.storeops.storage;

import io.storeops.id.IdText;
import java.io.Serializable;

/**
 * The id of a commit, chosen by the caller and kept with the commit, so that one whose answer was lost can be looked up.
 *
 * @param value the id as text, unique within its store
 */
public record CommitId(String value) implements Serializable {
    /**
     * Creates the id.
     *
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public CommitId {
        IdText.checked("commit id", value);
    }

    /**
     * The id with the given text.
     *
     * @param value the text
     * @return the id
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public static CommitId of(String value) {
        return new CommitId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
