package io.storeops.spi.tck;

import io.storeops.id.StoreId;
import io.storeops.storage.Blobs;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import io.storeops.storage.Cursor;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Key;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.Optional;

/** A storage that does everything right; subclasses get one thing wrong. */
class WrongStorage implements Storage {
    private final Storage right;

    WrongStorage(Storage right) {
        this.right = right;
    }

    /** What this stands before. */
    Storage right() {
        return right;
    }

    /** What a subclass makes of a record on its way out. */
    <R> R out(R subject) {
        return subject;
    }

    /** What a subclass makes of a query. */
    <R> Query<R> asked(Query<R> query) {
        return query;
    }

    private <R> Versioned<R> out(Versioned<R> found) {
        return new Versioned<>(out(found.value()), found.revision());
    }

    @Override
    public <R> Optional<Versioned<R>> find(Table<R> table, Key key) {
        return right().find(table, key).map(this::out);
    }

    @Override
    public <R> Page<Versioned<R>> select(Query<R> query) {
        Page<Versioned<R>> page = right().select(asked(query));
        return new Page<>(page.items().stream().map(this::out).toList(), page.next());
    }

    @Override
    public <R> Scan<Versioned<R>> scan(Query<R> query) {
        return right().scan(asked(query));
    }

    @Override
    public Committed commit(Changes changes) {
        return right().commit(changes);
    }

    @Override
    public Optional<Committed> committed(StoreId store, CommitId id) {
        return right().committed(store, id);
    }

    @Override
    public Instant now(StoreId store) {
        return right().now(store);
    }

    @Override
    public Page<StoreId> stores(Optional<Cursor> after) {
        return right().stores(after);
    }

    @Override
    public Optional<Blobs> blobs() {
        return right().blobs();
    }

    @Override
    public void close() {
        right.close();
    }

    /** Adds a change that was made for another commit. */
    static <R> void add(Changes changes, Changes.Change<R> change) {
        Table<R> table = change.table();
        if (change instanceof Changes.Insert<R> insert) {
            changes.insertMade(table, () -> table.read(insert.row()));
        } else if (change instanceof Changes.Replace<R> replace) {
            changes.replace(table, table.read(replace.row()), replace.revision());
        } else if (change instanceof Changes.Unchanged<R> unchanged) {
            changes.unchanged(table, unchanged.key(), unchanged.revision());
        } else if (change instanceof Changes.Link<R> link) {
            changes.link(table, link.next());
        } else if (change instanceof Changes.Redact<R> redact) {
            changes.redact(table, redact.key(), redact.columns());
        }
    }

    /** Takes a repeated commit for a success, as an adapter would that swallows the violation of a key. */
    static final class SwallowingDuplicates extends WrongStorage {
        SwallowingDuplicates(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            try {
                return super.commit(changes);
            } catch (DuplicateCommitException e) {
                return e.first();
            }
        }
    }

    /** Makes all rows before it begins, as an adapter would that prepares its statements first. */
    static final class MakingRowsFirst extends WrongStorage {
        MakingRowsFirst(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            Changes made = Changes.of(changes.store(), changes.id());
            changes.list().forEach(change -> {
                if (change instanceof Changes.Insert<?> insert) {
                    insert(made, insert);
                } else {
                    add(made, change);
                }
            });
            return super.commit(made);
        }

        private static <R> void insert(Changes changes, Changes.Insert<R> insert) {
            changes.insert(insert.table(), insert.table().read(insert.row()));
        }
    }

    /** Commits each change by itself, as an adapter would that forgot to switch off auto-commit. */
    static final class CommittingBitByBit extends WrongStorage {
        CommittingBitByBit(Storage right) {
            super(right);
        }

        @Override
        public Committed commit(Changes changes) {
            int part = 0;
            for (Changes.Change<?> change :
                    changes.list().subList(0, Math.max(0, changes.list().size() - 1))) {
                part++;
                again(Changes.of(changes.store(), CommitId.of(changes.id() + "/" + part)), change);
            }
            Changes last = Changes.of(changes.store(), changes.id());
            return changes.list().isEmpty()
                    ? super.commit(last)
                    : again(last, changes.list().get(part));
        }

        private Committed again(Changes changes, Changes.Change<?> change) {
            add(changes, change);
            return super.commit(changes);
        }
    }

    /** Drops trailing zeros, as a database does that keeps decimals as floating numbers. */
    static final class LosingScale extends WrongStorage {
        LosingScale(Storage right) {
            super(right);
        }

        @Override
        @SuppressWarnings("unchecked")
        <R> R out(R subject) {
            return subject instanceof Specimen specimen
                    ? (R) new Specimen(
                            specimen.store(), specimen.id(), stripped(specimen.always()), specimen.sometimes())
                    : subject;
        }

        private static Specimen.Always stripped(Specimen.Always all) {
            return new Specimen.Always(
                    all.text(),
                    all.number(),
                    all.decimal().stripTrailingZeros(),
                    all.instant(),
                    all.date(),
                    all.flag(),
                    all.json());
        }
    }

    /** Ignores that a query is descending. */
    static final class NeverDescending extends WrongStorage {
        NeverDescending(Storage right) {
            super(right);
        }

        @Override
        <R> Query<R> asked(Query<R> query) {
            if (!query.descending() || query.position().isPresent()) {
                return query;
            }
            Query<R> ascending = Query.of(query.table(), query.store(), query.path())
                    .where(query.equal().subList(1, query.equal().size()).toArray())
                    .limit(query.limit());
            Query<R> from = query.from().map(ascending::from).orElse(ascending);
            return query.to().map(from::to).orElse(from);
        }
    }

    /** Forgets the upper end of ranges. */
    static final class OpenRanges extends WrongStorage {
        OpenRanges(Storage right) {
            super(right);
        }

        @Override
        <R> Query<R> asked(Query<R> query) {
            if (query.to().isEmpty() || query.position().isPresent() || query.descending()) {
                return query;
            }
            Query<R> open = Query.of(query.table(), query.store(), query.path())
                    .where(query.equal().subList(1, query.equal().size()).toArray())
                    .limit(query.limit());
            return query.from().map(open::from).orElse(open);
        }
    }

    /** Leaves the storage's receipts unread. */
    static final class ForgettingReceipts extends WrongStorage {
        ForgettingReceipts(Storage right) {
            super(right);
        }

        @Override
        public Optional<Committed> committed(StoreId store, CommitId id) {
            return Optional.empty();
        }
    }

    /** Goes on after it was closed. */
    static final class GoingOn extends WrongStorage {
        GoingOn(Storage right) {
            super(right);
        }

        @Override
        public void close() {
            // Whoever uses it later is not told.
        }
    }
}
