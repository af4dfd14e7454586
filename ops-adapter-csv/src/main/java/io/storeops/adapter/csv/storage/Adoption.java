package io.storeops.adapter.csv.storage;

import io.storeops.authority.Assignment;
import io.storeops.authority.CharterVersion;
import io.storeops.authority.Deputyship;
import io.storeops.catalog.Store;
import io.storeops.evidence.AuditEntry;
import io.storeops.failure.FaultKind;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Table;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds what was edited in the files of a closed store and makes it commits. The edited files are set aside first and
 * removed last, so that an adoption that was cut short is finished by the next one.
 */
final class Adoption {
    /** What the version of a store's rules stands for: changed by enrolment alone, which raises it. */
    private static final Set<Table<?>> RULES =
            Set.of(Store.TABLE, Roster.TABLE, Assignment.TABLE, Deputyship.TABLE, CharterVersion.TABLE);

    private static final int MOST_TOLD = 10;

    private final Disk disk;
    private final Collection<? extends Table<?>> tables;

    Adoption(Disk disk, Collection<? extends Table<?>> tables) {
        this.disk = disk;
        this.tables = tables;
    }

    /**
     * Compares every edited file with what the store wrote.
     *
     * @throws StorageException if something cannot be adopted, naming file, line and column
     */
    List<RowEdit> edits() throws IOException {
        return shown(adoptable(edited(read())));
    }

    private static List<RowEdit> shown(List<EditedTable.Adoptable> edits) {
        return edits.stream().map(EditedTable.Adoptable::edit).toList();
    }

    private List<EditedTable.Adoptable> adoptable(List<EditedTable> edited) {
        List<DamagedFileException> refusals =
                edited.stream().flatMap(file -> file.refusals().stream()).toList();
        if (!refusals.isEmpty()) {
            throw refused(refusals.stream()
                            .limit(MOST_TOLD)
                            .map(DamagedFileException::getMessage)
                            .collect(Collectors.joining("; "))
                    + (refusals.size() > MOST_TOLD ? "; and " + (refusals.size() - MOST_TOLD) + " more" : ""));
        }
        return edited.stream().flatMap(file -> file.edits().stream()).toList();
    }

    private StorageException refused(String why) {
        return new StorageException(
                FaultKind.INVALID,
                "The edits in the CSV store " + disk.folder() + " cannot be adopted, nothing was changed. " + why
                        + ". Correct the file, or put back the copy in the folder " + KeptCopies.FOLDER);
    }

    /** What a folder holds, and what does not fit in it. */
    private record Found(FolderReader.Loaded loaded, List<DamagedFileException> problems) {}

    private Found read() throws IOException {
        List<DamagedFileException> problems = new ArrayList<>();
        return new Found(FolderReader.read(disk, tables, 1, problems::add), problems);
    }

    private List<EditedTable> edited(Found found) throws IOException {
        FolderReader.Loaded loaded = found.loaded();
        List<DamagedFileException> problems = new ArrayList<>(found.problems());
        if (!loaded.closed()) {
            throw refused("The store was not closed, so its files are behind its journal; put back the copies, open and"
                    + " close the store, and edit the files then");
        }
        Map<String, EditedTable> edited = new LinkedHashMap<>();
        for (TableFile file : loaded.content().mutable()) {
            Manifest.Entry written = loaded.manifest().files().get(file.name());
            String now = loaded.names().contains(file.name() + Checkpoint.EDITED)
                    ? file.name() + Checkpoint.EDITED
                    : file.name();
            if (written != null && loaded.names().contains(now)) {
                byte[] content = WholeFile.read(disk, now);
                refuseTwoEdits(file.name(), loaded, written, content);
                if (!Manifest.Entry.of(content).equals(written)) {
                    edited.put(file.name(), EditedTable.compare(file, before(file, written), content));
                }
            }
        }
        problems.removeIf(problem -> edited.containsKey(problem.file()));
        for (DamagedFileException problem : problems) {
            if (loaded.content().owns(problem.file()) && loaded.names().contains(problem.file())) {
                throw refused(problem.file()
                        + ": rows of this table are evidence, which nobody edits; take the file from a backup");
            }
        }
        if (!problems.isEmpty()) {
            throw refused("The store has other damage: " + problems.get(0).getMessage());
        }
        return List.copyOf(edited.values());
    }

    /** What was set aside and what is in its place may both be edits, and only one of them can be taken. */
    private void refuseTwoEdits(String file, FolderReader.Loaded loaded, Manifest.Entry written, byte[] taken)
            throws IOException {
        if (loaded.names().contains(file)) {
            byte[] present = WholeFile.read(disk, file);
            boolean edited = !Manifest.Entry.of(present).equals(written);
            if (edited && !Arrays.equals(present, taken)) {
                throw refused(file + " and " + file + Checkpoint.EDITED + " were both edited; keep one of them");
            }
        }
    }

    private byte[] before(TableFile file, Manifest.Entry written) throws IOException {
        if (RULES.contains(file.table())) {
            throw refused(file.name() + ": who may do what, and under which roster, is enrolled (StoreOps.enrol), not"
                    + " edited: every change has its version, and none changes the past");
        }
        if (!file.table().keptByHand()) {
            throw refused(file.name() + ": what stands here is changed by acts alone, under the rights of those who do"
                    + " them; do it as an act. By hand are kept " + keptByHand());
        }
        return KeptCopies.find(disk, file.name(), written)
                .orElseThrow(() -> refused(file.name() + ": there is no copy of what the store wrote, so nobody can say"
                        + " what was edited; take the file from a backup"));
    }

    private List<String> keptByHand() {
        return tables.stream()
                .filter(Table::keptByHand)
                .map(Table::name)
                .sorted()
                .toList();
    }

    /**
     * Makes the edits commits of their own, one a store.
     *
     * @param lock held, and released when this returns
     * @throws StorageException as {@link #edits}
     */
    List<RowEdit> adopt(ActorId person, Clock clock, Hold lock) throws IOException {
        if (person.equals(ActorId.SYSTEM)) {
            throw refused(person + " is the engine, which answers for nobody's edits; name the person who does");
        }
        if (tables.stream().noneMatch(table -> table == AuditEntry.TABLE)) {
            throw refused("The store has no table '" + AuditEntry.TABLE + "' to say who adopted them");
        }
        settle(clock);
        Found found = read();
        List<EditedTable> files = edited(found);
        List<EditedTable.Adoptable> edits = adoptable(files);
        SortedMap<StoreId, List<EditedTable.Adoptable>> byStore = new TreeMap<>();
        edits.forEach(edit -> byStore.computeIfAbsent(edit.row().store(), store -> new ArrayList<>())
                .add(edit));
        Staff staff = new Staff(found.loaded().content(), clock.instant());
        for (StoreId store : byStore.keySet()) {
            staff.whyNot(person, store).ifPresent(why -> {
                throw refused(why);
            });
        }
        for (EditedTable file : files) {
            disk.replace(file.name() + Checkpoint.EDITED, file.now());
            disk.replace(file.name(), file.before());
        }
        try (Storage storage = CsvStorage.open(disk, lock, tables, clock, Integer.MAX_VALUE, 1)) {
            byStore.forEach((store, own) -> storage.commit(changes(store, own, person, clock)));
        }
        for (String name : setAside()) {
            disk.delete(name);
        }
        disk.forceFolder(Disk.ROOT);
        return shown(edits);
    }

    /** The tables that were set aside; a file of somebody else's may have such an ending too. */
    private List<String> setAside() throws IOException {
        List<String> names = disk.names(Disk.ROOT);
        return tables.stream()
                .map(table -> TableFile.of(table).name() + Checkpoint.EDITED)
                .filter(names::contains)
                .toList();
    }

    /** Ends what an adoption left open that was cut short after its files had been set aside. */
    private void settle(Clock clock) throws IOException {
        boolean sound = Verification.of(disk, tables).problems().isEmpty();
        if (sound && !setAside().isEmpty()) {
            CsvStorage.open(disk, Hold.UNSHARED, tables, clock, Integer.MAX_VALUE, 1)
                    .close();
        }
    }

    private static Changes changes(StoreId store, List<EditedTable.Adoptable> edits, ActorId person, Clock clock) {
        List<RowEdit> shown = shown(edits);
        String id = "adopt-" + Sha256.of(shown + " " + clock.instant()).hex().substring(0, 32);
        Changes changes = Changes.of(store, CommitId.of(id));
        edits.forEach(edit -> add(changes, edit.row().table(), edit));
        return AdoptionEntry.link(changes, person, clock.instant().truncatedTo(ChronoUnit.MICROS), edits);
    }

    private static <R> void add(Changes changes, Table<R> table, EditedTable.Adoptable edit) {
        R changed = table.read(edit.row());
        edit.before()
                .ifPresentOrElse(
                        known -> changes.replace(table, changed, known.revision()),
                        () -> changes.insert(table, changed));
    }
}
