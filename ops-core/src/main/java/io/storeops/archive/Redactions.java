package io.storeops.archive;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.act.Edit;
import io.storeops.act.Verdict;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.AuditRecord;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.Redaction;
import io.storeops.evidence.Target;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forgets personal data on request. This is the host's doing, as enrolling is: no right is asked for, and the trail tells of it
 * under the right HOST. The chain stays valid, since it carries only the salted hash of what went. Thread-safe.
 *
 * <p>With a row goes what the lines of the trail tell of it, and with an item of evidence, after the commit, its bytes, unless
 * another item of the store that is not redacted has the same bytes: they go with the last of these. If the process ends between
 * the commit and the erasing, redacting the item once more erases them.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Redactions {
    private final Storage storage;
    private final Commits commits;
    private final Map<String, Table<?>> tables;

    /**
     * The redactions of a storage.
     *
     * @param storage where everything is kept
     * @param commits the way into the storage
     * @param tables the tables of the storage
     */
    public Redactions(Storage storage, Commits commits, Collection<Table<?>> tables) {
        this.storage = requireNonNull(storage, "storage");
        this.commits = requireNonNull(commits, "commits");
        this.tables = Maps.uniqueIndex(
                tables.stream()
                        .filter(table -> table.columns().stream().anyMatch(table::personal))
                        .toList(),
                Table::name);
    }

    private record Place(Table<?> table, Key key) {
        List<Column<?>> columns() {
            return table.columns().stream().filter(table::personal).toList();
        }

        Edit<?> redaction() {
            return new Edit.Redact<>(table, key, columns());
        }
    }

    /**
     * Redacts rows of one store in one commit.
     *
     * @param caller who, under which command id
     * @param store the store
     * @param rows the rows, at least one
     * @param reason why; without personal data, since it stays
     * @throws IllegalArgumentException if the reason is blank, a table holds no personal data or a row does not exist
     */
    public void redact(Caller caller, StoreId store, List<Redaction> rows, String reason) {
        if (reason.isBlank() || rows.isEmpty()) {
            throw new IllegalArgumentException("A redaction names a reason and at least one row");
        }
        Set<Redaction> all = new LinkedHashSet<>(rows);
        List<Evidence> items = items(store, rows);
        all.addAll(linesOn(store, rows));
        Map<Redaction, List<Column<?>>> done = new LinkedHashMap<>();
        List<Edit<?>> edits = new ArrayList<>();
        for (Redaction row : all) {
            Place place = place(store, row);
            edits.add(place.redaction());
            done.put(row, place.columns());
        }
        Verdict.Done verdict = Verdict.done(edits.toArray(Edit<?>[]::new));
        for (Map.Entry<String, Json> told : Redaction.told(reason, done).entrySet()) {
            verdict = verdict.telling(told.getKey(), told.getValue());
        }
        commits.commit(
                caller,
                store,
                ArchiveModule.REDACT,
                Target.STORE,
                AuditRecord.Rules.NONE,
                done.keySet().toString(),
                verdict);
        items.forEach(this::erase);
    }

    private Place place(StoreId store, Redaction row) {
        Table<?> table = tables.get(row.table());
        if (table == null) {
            throw new IllegalArgumentException("No table '" + row.table() + "' holds personal data. Those that do: "
                    + ImmutableList.copyOf(tables.keySet()));
        }
        List<Column<?>> columns = table.key().subList(1, table.key().size());
        if (columns.size() != row.key().size()) {
            throw new IllegalArgumentException(
                    "A row of " + row.table() + " is named by " + columns + ", not by " + row.key());
        }
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            key.add(columns.get(i).type().parse(row.key().get(i)));
        }
        Key found = Key.of(store, key.toArray());
        if (storage.find(table, found).isEmpty()) {
            throw new IllegalArgumentException("Store " + store + " has no " + row + " to redact");
        }
        return new Place(table, found);
    }

    private List<Evidence> items(StoreId store, List<Redaction> rows) {
        return rows.stream()
                .filter(row -> row.table().equals(Evidence.TABLE.name()))
                .map(row ->
                        storage.find(Evidence.TABLE, place(store, row).key()).orElseThrow())
                .map(Versioned::value)
                .toList();
    }

    /** The lines of the trail that tell of the rows before and after: those about the things, and those that edited them. */
    private List<Redaction> linesOn(StoreId store, List<Redaction> rows) {
        List<Redaction> lines = new ArrayList<>();
        try (Scan<Versioned<AuditEntry>> scan = storage.scan(Query.of(AuditEntry.TABLE, store))) {
            scan.forEachRemaining(line -> {
                if (line.value().contents().isPresent()
                        && rows.stream().anyMatch(line.value().record()::tellsOf)) {
                    lines.add(Redaction.ofAuditLine(line.value().number()));
                }
            });
        }
        return lines;
    }

    private void erase(Evidence item) {
        storage.blobs()
                .ifPresent(blobs -> item.attachment()
                        .map(Evidence.Attached::sha256)
                        .filter(content -> !Items.shown(StoreView.of(storage, item.store()), content))
                        .ifPresent(content -> blobs.erase(item.store(), content)));
    }
}
