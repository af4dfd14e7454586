package io.storeops.archive;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import io.storeops.act.Caller;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.Redaction;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.Column;
import io.storeops.storage.CommitId;
import io.storeops.storage.Key;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Forgets personal data on request. This is the host's doing, as enrolling is: no right is asked for, and the trail tells of it
 * under the right HOST. The chain stays valid, since it carries only the salted hash of what went. Thread-safe.
 *
 * <p>With an item of evidence goes what the trail's line of its attaching tells of it, and, after the commit, its bytes, unless
 * another item of the store that is not redacted has the same bytes: they go with the last of these. If the process ends between
 * the commit and the erasing, redacting the item once more erases them.
 */
public final class Redactions {
    private final Storage storage;
    private final Clock clock;
    private final Map<String, Table<?>> tables;

    /**
     * The redactions of a storage.
     *
     * @param storage where everything is kept
     * @param clock the library's time
     * @param tables the tables of the storage
     */
    public Redactions(Storage storage, Clock clock, Collection<Table<?>> tables) {
        this.storage = requireNonNull(storage, "storage");
        this.clock = requireNonNull(clock, "clock");
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

        <R> void redact(Table<R> of, Changes changes) {
            changes.redact(of, key, columns());
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
        items.forEach(item -> lineOf(item).ifPresent(all::add));
        all.addAll(linesOn(store, rows));
        Changes changes = Changes.of(store, CommitId.of(caller.command().value()));
        Map<Redaction, List<Column<?>>> done = new LinkedHashMap<>();
        for (Redaction row : all) {
            Place place = place(store, row);
            place.redact(place.table(), changes);
            done.put(row, place.columns());
        }
        AuditEntry.Deed deed = deed(caller, store, reason, done);
        storage.commit(changes.link(AuditEntry.TABLE, last -> AuditEntry.after(store, last, deed, Optional.empty())));
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

    /** The line of the trail that tells of an item's attaching. */
    private Optional<Redaction> lineOf(Evidence item) {
        return storage
                .select(Query.of(AuditEntry.TABLE, item.store(), AuditEntry.BY_COMMAND)
                        .where(item.id()))
                .items()
                .stream()
                .map(Versioned::value)
                .filter(line -> !line.contentsHash().isEmpty())
                .map(line -> Redaction.ofAuditLine(line.number()))
                .findFirst();
    }

    /** The lines of the trail about the things that rows are: they tell before and after of the same data. */
    private List<Redaction> linesOn(StoreId store, List<Redaction> rows) {
        Set<String> subjects = new HashSet<>();
        rows.stream()
                .filter(row -> !row.table().equals(AuditEntry.TABLE.name()))
                .forEach(row -> {
                    String key = String.join("/", row.key());
                    subjects.add(key);
                    subjects.add(row.table() + "/" + key);
                });
        List<Redaction> lines = new ArrayList<>();
        try (Scan<Versioned<AuditEntry>> scan = storage.scan(Query.of(AuditEntry.TABLE, store))) {
            scan.forEachRemaining(line -> {
                if (line.value().contents().isPresent()
                        && subjects.contains(line.value().deed().subject())) {
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

    private AuditEntry.Deed deed(Caller caller, StoreId store, String reason, Map<Redaction, List<Column<?>>> done) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new AuditEntry.Deed(
                caller.command(),
                now,
                caller.actor(),
                Optional.empty(),
                Redaction.ACT,
                store.value(),
                AuditEntry.Outcome.DONE,
                Redaction.RIGHT,
                AuditEntry.Rules.NONE,
                Sha256.of(done.keySet().toString()).hex(),
                Redaction.told(reason, done));
    }
}
