package io.storeops.examples.copy;

import io.storeops.evidence.Anchor;
import io.storeops.id.StoreId;
import io.storeops.storage.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two storages, compared table by table. Not thread-safe. */
public final class Comparison {
    private final List<String> equal = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private long contents;

    Comparison() {}

    void add(StoreId store, Table<?> table, Fingerprint source, Fingerprint target) {
        String name = "table " + table.name() + " of store " + store + ": ";
        if (!source.equals(target)) {
            differences.add(name + source + " in the source, " + target + " in the target");
        } else if (source.rows() > 0) {
            equal.add(name + source);
        }
    }

    void add(Contents compared) {
        contents += compared.count();
        compared.lost().forEach(content -> differences.add("content " + content + " is not in the target"));
    }

    void add(Anchor head) {
        equal.add("audit trail of " + head.store() + ": " + head.number() + " lines, head " + head);
    }

    /**
     * What is the same on both sides.
     *
     * @return a line for each table of each store that has rows, and for each audit trail
     */
    public List<String> equal() {
        return Collections.unmodifiableList(equal);
    }

    /**
     * What is not.
     *
     * @return a line for each table and each content
     */
    public List<String> differences() {
        return Collections.unmodifiableList(differences);
    }

    /**
     * How many items of evidence have content that both sides have.
     *
     * @return 0 or more
     */
    public long contents() {
        return contents;
    }
}
