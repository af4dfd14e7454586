package io.storeops.adapter.jdbc.sharding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardedStoresTest {
    private record Note(StoreId store, long number) {}

    private static final Column<Long> NUMBER = Column.number("number", "1, 2, 3 ...");
    private static final Table<Note> NOTES = Table.of("sharded_note", Note::store)
            .column(NUMBER, Note::number)
            .key(NUMBER)
            .reads(row -> new Note(row.store(), row.get(NUMBER)));

    @Test
    void liveOnTheServerThatTheirIdDecidesWithEverythingThatIsTheirs() throws Exception {
        Shards shards = Shards.of(List.of(NOTES));
        List<StoreId> stores =
                IntStream.range(10, 30).mapToObj(i -> StoreId.of("S" + i)).toList();
        long odd = stores.stream()
                .filter(store -> Math.floorMod(store.value().hashCode(), 2) == 1)
                .count();
        try (Storage storage = JdbcStorage.on(shards.source(), List.of(NOTES))) {
            shards.clear();
            for (StoreId store : stores) {
                for (long number = 1; number <= 3; number++) {
                    storage.commit(Changes.of(store, CommitId.of("c" + number)).insert(NOTES, new Note(store, number)));
                }
                storage.blobs().orElseThrow().put(store, "evidence".getBytes(StandardCharsets.UTF_8));
            }
            assertTrue(odd > 0 && odd < 20, "the ids reach both servers");
            assertEquals(List.of(3 * (20 - odd), 3 * odd), shards.rows("storeops_sharded_note"));
            assertEquals(List.of(3 * (20 - odd), 3 * odd), shards.rows("storeops__commit"));
            assertEquals(List.of(20 - odd, odd), shards.rows("storeops__store"));
            assertEquals(List.of(20 - odd, odd), shards.rows("storeops__blob"));
            assertEquals(stores, storage.stores(Optional.empty()).items());
            assertEquals(
                    3, storage.select(Query.of(NOTES, stores.get(7))).items().size());
        }
    }
}
