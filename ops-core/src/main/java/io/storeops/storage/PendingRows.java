package io.storeops.storage;

import io.storeops.storage.CommitLog.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a commit will leave, seen by its own later changes, invisible to everybody else. */
final class PendingRows {
    private final Function<Table<?>, TableRows> stored;
    private final List<Written> rows = new ArrayList<>();
    private final Map<Table<?>, Own> own = new HashMap<>();

    PendingRows(Function<Table<?>, TableRows> stored) {
        this.stored = stored;
    }

    /** The rows in the order in which they were first changed. */
    List<Written> rows() {
        return List.copyOf(rows);
    }

    /**
     * Adds a change.
     *
     * @throws StaleWriteException if a row has another revision than the change expects
     */
    void add(Changes.Change<?> change) {
        if (change instanceof Changes.Insert<?> insert) {
            write(insert.row(), 0);
        } else if (change instanceof Changes.Replace<?> replace) {
            write(replace.row(), replace.revision());
        } else if (change instanceof Changes.Unchanged<?> unchanged) {
            expect(unchanged.table(), unchanged.key(), unchanged.revision(), find(unchanged.table(), unchanged.key()));
        } else if (change instanceof Changes.Link<?> link) {
            write(link.rowAfter(last(link.table())), 0);
        } else if (change instanceof Changes.Redact<?> redact) {
            Written now = find(redact.table(), redact.key())
                    .orElseThrow(() -> new StaleWriteException(redact.table(), redact.key(), 1, 0));
            write(now.row().without(redact.columns()), now.revision());
        }
    }

    private void write(Row row, long revision) {
        Key key = row.table().keyOf(row);
        Own mine = ownOf(row.table());
        boolean behind = !mine.reaches(key);
        expect(row.table(), key, revision, behind ? mine.before.find(key) : mine.find(key));
        mine.put(key, new Written(row, revision + 1), behind);
    }

    private Own ownOf(Table<?> table) {
        return own.computeIfAbsent(table, Own::new);
    }

    private Optional<Written> find(Table<?> table, Key key) {
        return ownOf(table).find(key);
    }

    private static void expect(Table<?> table, Key key, long revision, Optional<Written> now) {
        long found = now.isPresent() ? now.get().revision() : 0;
        if (found != revision) {
            throw new StaleWriteException(table, key, revision, found);
        }
    }

    private Optional<Row> last(Table<?> table) {
        Own mine = ownOf(table);
        return mine.before.last().filter(row -> !mine.reaches(table.keyOf(row))).or(mine::last);
    }

    /** The commit's own rows of a table. As long as they come in order of their keys, nothing need be looked up. */
    private final class Own {
        private final Table<?> table;
        private final TableRows before;
        private @Nullable Key greatest;
        private @Nullable Written last;
        private @Nullable Map<Key, Integer> places;

        Own(Table<?> table) {
            this.table = table;
            this.before = stored.apply(table);
        }

        /** Whether the greatest key is at least this one. */
        boolean reaches(Key key) {
            return greatest != null && greatest.compareTo(key) >= 0;
        }

        Optional<Row> last() {
            return Optional.ofNullable(last).map(Written::row);
        }

        /** The row as the changes so far leave it. */
        Optional<Written> find(Key key) {
            Integer place = reaches(key) ? places().get(key) : null;
            return place == null ? before.find(key) : Optional.of(rows.get(place));
        }

        /** Puts a row behind all others of the table, or wherever it belongs. */
        void put(Key key, Written written, boolean behind) {
            Integer place = behind ? null : places().get(key);
            if (place != null) {
                rows.set(place, written);
            } else {
                rows.add(written);
                if (places != null) {
                    places.put(key, rows.size() - 1);
                }
            }
            if (behind || key.equals(greatest)) {
                greatest = key;
                last = written;
            }
        }

        private Map<Key, Integer> places() {
            Map<Key, Integer> known = places;
            if (known == null) {
                known = new HashMap<>();
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i).row().table() == table) {
                        known.put(table.keyOf(rows.get(i).row()), i);
                    }
                }
                places = known;
            }
            return known;
        }
    }
}
