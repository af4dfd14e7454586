package io.storeops.examples.copy;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Anchor;
import io.storeops.evidence.AuditChain;
import io.storeops.evidence.Evidence;
import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Copies every row, with its revision, and every content of evidence to a storage that holds none of these stores. A copy
 * that was cut short goes on where it ended, as its commits have the same ids each time. Used once, by one thread, while
 * nobody writes to either side.
 */
public final class StorageCopy {
    /** Keeps a store that was copied wholly, and may be at work since, from getting further rows of its source. */
    private static final CommitId ENDED = CommitId.of("copy/ended");

    private final Storage source;
    private final Storage target;
    private final List<Table<?>> tables;
    private final Consumer<String> progress;
    private long left;
    private long copied;
    private long present;

    /**
     * A copy that was not begun.
     *
     * @param source where everything is
     * @param target where it is to be
     * @param tables the tables of both
     * @param most after how many rows to stop, at the end of a commit
     * @param progress told how far it is, in a short line
     */
    public StorageCopy(Storage source, Storage target, List<Table<?>> tables, long most, Consumer<String> progress) {
        this.source = requireNonNull(source, "source");
        this.target = requireNonNull(target, "target");
        this.tables = List.copyOf(tables);
        this.left = most;
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * What a copy did.
     *
     * @param copied how many rows it copied
     * @param present how many rows an earlier attempt had copied
     * @param finished whether nothing is left to copy
     */
    public record Done(long copied, long present, boolean finished) {}

    /**
     * Copies until everything is copied, or as many rows as were asked for.
     *
     * @return what was done
     * @throws NotCopiedException if the source holds nothing or its trail is broken, or the target is not empty
     */
    public Done run() {
        List<StoreId> stores = Stores.in(source);
        if (stores.isEmpty()) {
            throw new NotCopiedException("The source holds no store, so there is nothing to copy. Check its name");
        }
        stores.forEach(this::refuseUnfit);
        for (StoreId store : stores) {
            if (target.committed(store, ENDED).isEmpty() && left > 0) {
                copy(store);
            }
        }
        boolean finished =
                stores.stream().allMatch(store -> target.committed(store, ENDED).isPresent());
        return new Done(copied, present, finished);
    }

    private void refuseUnfit(StoreId store) {
        trail(source, store, Optional.empty());
        boolean strange = Stores.in(target).contains(store)
                && target.committed(store, ENDED).isEmpty()
                && tables.stream()
                        .noneMatch(table ->
                                target.committed(store, Batch.id(table, 1)).isPresent());
        if (strange) {
            throw new NotCopiedException("The target already holds store " + store
                    + ", which no copy has put there. A copy needs a target without it; name another");
        }
    }

    private static Optional<Anchor> trail(Storage storage, StoreId store, Optional<Anchor> head) {
        AuditChain.Result result =
                AuditChain.check(StoreView.of(storage, store), head.stream().toList());
        if (result instanceof AuditChain.Broken broken) {
            throw new NotCopiedException(
                    "The audit trail of " + store + " is broken in line " + broken.number() + ": " + broken.reason());
        }
        return ((AuditChain.Intact) result).head();
    }

    private void copy(StoreId store) {
        for (Table<?> table : tables) {
            copy(store, table);
        }
        if (left > 0) {
            target.commit(Changes.of(store, ENDED));
        }
    }

    private <R> void copy(StoreId store, Table<R> table) {
        int number = 0;
        try (Scan<Versioned<R>> scan = source.scan(Query.of(table, store))) {
            while (left > 0 && scan.hasNext()) {
                Batch<R> batch = new Batch<>(table);
                while (!batch.full() && scan.hasNext()) {
                    batch.add(scan.next());
                }
                number++;
                copy(store, table, batch, number);
                progress.accept("Copying " + store + " " + table + ": " + (copied + present) + " rows");
            }
        }
    }

    private <R> void copy(StoreId store, Table<R> table, Batch<R> batch, int number) {
        if (target.committed(store, Batch.id(table, number)).isPresent()) {
            present += batch.rows().size();
            return;
        }
        for (Versioned<R> row : batch.rows()) {
            if (row.value() instanceof Evidence item) {
                Contents.shown(item, row.revision()).ifPresent(attached -> copy(item, attached));
            }
        }
        try {
            target.commit(batch.changes(store, number));
        } catch (StaleWriteException e) {
            throw new NotCopiedException(
                    "The source changed since the copy began, or somebody else writes to the target: " + table.name()
                            + " " + e.key() + " of store " + store + " is there already. Copy to another target",
                    e);
        }
        copied += batch.rows().size();
        left -= batch.rows().size();
    }

    private void copy(Evidence item, Evidence.Attached attached) {
        byte[] content = source.blobs()
                .flatMap(blobs -> blobs.find(item.store(), attached.sha256()))
                .orElseThrow(() -> new NotCopiedException("The source has lost the content " + attached.sha256()
                        + " of evidence " + item.id() + " in store " + item.store()));
        Blobs kept = target.blobs()
                .orElseThrow(() -> new NotCopiedException("The target keeps rows only, and evidence " + item.id()
                        + " in store " + item.store() + " has content"));
        kept.put(item.store(), content);
    }

    /**
     * Compares both sides, once everything is copied.
     *
     * @return what was compared, table by table
     * @throws NotCopiedException if the trail of either side is broken
     */
    public Comparison compare() {
        Comparison comparison = new Comparison();
        for (StoreId store : Stores.in(source)) {
            for (Table<?> table : tables) {
                progress.accept("Comparing " + store + " " + table);
                comparison.add(
                        store, table, Fingerprint.of(source, table, store), Fingerprint.of(target, table, store));
            }
            comparison.add(Contents.compare(source, target, store));
            trail(target, store, trail(source, store, Optional.empty())).ifPresent(comparison::add);
        }
        return comparison;
    }
}
