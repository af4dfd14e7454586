package io.storeops.storage;

import com.google.common.collect.ImmutableList;
import io.storeops.failure.FaultKind;
import java.io.Serializable;

/** Somebody else was first: a row is not at the revision that a commit relied on. Nothing was committed (R9). */
public class StaleWriteException extends StorageException {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final Serializable[] key;
    private final long expected;
    private final long found;

    /**
     * Creates the exception.
     *
     * @param table the table
     * @param key the row
     * @param expected the revision the commit relied on, 0 for "absent"
     * @param found the revision that stands there now, 0 for "absent"
     */
    public StaleWriteException(Table<?> table, Key key, long expected, long found) {
        super(
                FaultKind.CONFLICT,
                "Somebody else was first: " + table.name() + " " + key + " is " + revision(found) + ", expected "
                        + revision(expected) + ". Load it again and decide anew");
        this.table = table.name();
        this.key = key.values().toArray(new Serializable[0]);
        this.expected = expected;
        this.found = found;
    }

    private static String revision(long revision) {
        return revision == 0 ? "absent" : "at revision " + revision;
    }

    /**
     * The table's name.
     *
     * @return the name
     */
    public String table() {
        return table;
    }

    /**
     * The row.
     *
     * @return its key
     */
    public Key key() {
        return new Key(ImmutableList.<Object>copyOf(key));
    }

    /**
     * What the commit relied on.
     *
     * @return the revision, 0 for "absent"
     */
    public long expected() {
        return expected;
    }

    /**
     * What stands there now.
     *
     * @return the revision, 0 for "absent"
     */
    public long found() {
        return found;
    }
}
