package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;

/** What the groups of rules share: the tables, two stores and a storage that was opened empty. */
abstract class StorageRules {
    static final List<Table<?>> TABLES =
            List.of(Specimen.TABLE, Task.TABLE, Entry.TABLE, Setting.TABLE, Remark.TABLE, Parcel.TABLE);
    static final StoreId STORE = KitStore.ID;
    static final StoreId OTHER = StoreId.of("店铺-2");

    /** When a storage is opened. */
    static final Instant OPENED = Instant.parse("2024-06-16T01:30:00.123456789Z");

    private Bench bench;
    private int commits;

    @BeforeEach
    final void on(Bench given) {
        bench = given;
    }

    /** What the adapter says of its storage, and the ways to open it. */
    final Bench bench() {
        return bench;
    }

    /** The storage under test, opened empty before each rule. */
    final Storage storage() {
        return bench.storage();
    }

    final Changes changes() {
        return changes(STORE);
    }

    final Changes changes(StoreId store) {
        commits++;
        return Changes.of(store, CommitId.of("commit-" + commits));
    }

    final Committed commit(Changes changes) {
        return storage().commit(changes);
    }

    final Committed insert(Task... tasks) {
        Changes changes = changes(tasks[0].store());
        for (Task task : tasks) {
            changes.insert(Task.TABLE, task);
        }
        return commit(changes);
    }

    final Versioned<Task> stored(Task task) {
        return find(task).orElseGet(() -> Assertions.fail("The storage has no " + task.key()));
    }

    final Optional<Versioned<Task>> find(Task task) {
        return storage().find(Task.TABLE, task.key());
    }

    final <R> List<R> all(Query<R> query) {
        return values(storage().select(query));
    }

    static <R> List<R> values(Page<Versioned<R>> page) {
        return page.items().stream().map(Versioned::value).toList();
    }

    final <R> List<Versioned<R>> scanned(Query<R> query) {
        List<Versioned<R>> found = new ArrayList<>();
        try (Scan<Versioned<R>> scan = storage().scan(query)) {
            scan.forEachRemaining(found::add);
        }
        return found;
    }
}
