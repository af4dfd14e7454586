package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A row of an append-only chain: each holds the number of the one before and everything that was said up to it, hashed. */
record Entry(StoreId store, long number, Optional<Long> previous, String said, long chain) {
    private static final Column<Long> NUMBER = Column.number("number", "1, 2, 3 ...");
    private static final Column<Long> PREVIOUS = Column.number("previous", "the number before; absent in the first");
    private static final Column<String> SAID = Column.text("said", "what is added");
    private static final Column<Long> CHAIN = Column.number("chain", "depends on everything said so far");

    static final Table<Entry> TABLE = Table.of("kit_entry", Entry::store)
            .column(NUMBER, Entry::number)
            .optional(PREVIOUS, Entry::previous)
            .column(SAID, Entry::said)
            .column(CHAIN, Entry::chain)
            .key(NUMBER)
            .appendOnly()
            .reads(row -> new Entry(row.store(), row.get(NUMBER), row.find(PREVIOUS), row.get(SAID), row.get(CHAIN)));

    static Function<Optional<Entry>, Entry> saying(StoreId store, String said) {
        return last -> new Entry(
                store,
                last.map(Entry::number).orElse(0L) + 1,
                last.map(Entry::number),
                said,
                31 * last.map(Entry::chain).orElse(0L) + said.hashCode());
    }

    /** The chain that saying these texts, one after the other, must give. */
    static List<Entry> chainOf(StoreId store, List<String> texts) {
        List<Entry> chain = new java.util.ArrayList<>();
        for (String said : texts) {
            Optional<Entry> last = chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
            chain.add(saying(store, said).apply(last));
        }
        return chain;
    }
}
