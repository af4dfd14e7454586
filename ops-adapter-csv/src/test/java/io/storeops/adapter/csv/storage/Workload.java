package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import io.storeops.storage.Blobs;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import io.storeops.storage.Versioned;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Random work on a store that may stop at any moment, with books kept beside it: what was acknowledged, and what it would
 * be if the work under way had happened.
 */
final class Workload {
    private static final int NAMES = 6;

    private final Random random;
    private final SimulatedDisk disk;
    private final UnaryOperator<Disk> weakening;
    private Books acknowledged = Books.empty();
    private Optional<Books> underWay = Optional.empty();
    private final Set<Sha256> doubtful = new HashSet<>();
    private Optional<Storage> opened = Optional.empty();
    private int made;

    Workload(Random random, SimulatedDisk disk, UnaryOperator<Disk> weakening) {
        this.random = random;
        this.disk = disk;
        this.weakening = weakening;
    }

    /** Opens the store, sees that it is what the books say, and works until something is thrown or the work is done. */
    void run(int steps) {
        boolean settled = disk.settled();
        open();
        check(storage(), settled);
        for (int i = 0; i < steps; i++) {
            if (random.nextInt(12) == 0) {
                storage().close();
                open();
            }
            step(storage());
        }
        storage().close();
    }

    private void open() {
        opened = Optional.empty();
        opened = Optional.of(Folders.open(weakening.apply(disk), 3 + random.nextInt(10)));
    }

    /** Whether the store is being opened for the first time or again. */
    boolean opening() {
        return opened.isEmpty();
    }

    /** The store that was opened last. */
    Storage storage() {
        return opened.orElseThrow();
    }

    /** How many unfinished frames were found and copied. */
    int tornFrames() {
        return (int) disk.contents().keySet().stream()
                .filter(name -> name.startsWith(FolderReader.TORN))
                .count();
    }

    /** Compares the store with the books, and takes over what became of the work under way. */
    private void check(Storage storage, boolean settled) {
        Map<String, String> found = Books.rowsOf(storage);
        boolean happened = underWay.isPresent()
                && underWay.get().commits() > acknowledged.commits()
                && committed(storage, underWay.get().commits());
        Books expected = happened ? underWay.get() : acknowledged;
        assertEquals(expected.rows(), found);
        for (long number = 1; number <= expected.commits(); number++) {
            assertTrue(committed(storage, number), "commit " + number + " is lost");
        }
        acknowledged = expected.copy();
        checkBlobs(storage, settled);
        underWay = Optional.empty();
        assertForgotten();
    }

    private static boolean committed(Storage storage, long number) {
        return storage.committed(SHOP, CommitId.of("c" + number)).isPresent();
    }

    /** Content whose writing failed may be seen and yet not survive, until it is put or erased again. */
    private void checkBlobs(Storage storage, boolean settled) {
        Blobs blobs = storage.blobs().orElseThrow();
        for (int i = 0; i < NAMES; i++) {
            Sha256 name = Sha256.of(content(i));
            boolean found = blobs.find(SHOP, name).isPresent();
            boolean expected = acknowledged.blobs().contains(name);
            if (underWay.isPresent() && underWay.get().blobs().contains(name) != expected) {
                doubtful.add(name);
            }
            assertTrue(found == expected || doubtful.contains(name), "content " + i + " is there: " + found);
            if (doubtful.contains(name) && settled) {
                doubtful.remove(name);
                setBlob(acknowledged, name, found);
            }
        }
    }

    private static void setBlob(Books books, Sha256 name, boolean there) {
        if (there) {
            books.blobs().add(name);
        } else {
            books.blobs().remove(name);
        }
    }

    /** Redacted texts are in no file, but for the copies of torn frames. */
    void assertForgotten() {
        disk.contents().forEach((name, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            for (String gone : acknowledged.forgotten()) {
                assertTrue(name.startsWith(FolderReader.TORN) || !text.contains(gone), gone + " is still in " + name);
            }
        });
    }

    private void step(Storage storage) {
        switch (random.nextInt(8)) {
            case 0 -> putBlob(storage);
            case 1 -> eraseBlob(storage);
            default -> commit(storage);
        }
        acknowledged = underWay.orElseThrow();
        underWay = Optional.empty();
    }

    private static byte[] content(int number) {
        return ("content " + number).repeat(number * 3).getBytes(StandardCharsets.UTF_8);
    }

    private void putBlob(Storage storage) {
        byte[] content = content(random.nextInt(NAMES));
        Books next = acknowledged.copy();
        next.blobs().add(Sha256.of(content));
        underWay = Optional.of(next);
        storage.blobs().orElseThrow().put(SHOP, content);
        doubtful.remove(Sha256.of(content));
    }

    private void eraseBlob(Storage storage) {
        Sha256 name = Sha256.of(content(random.nextInt(NAMES)));
        Books next = acknowledged.copy();
        next.blobs().remove(name);
        underWay = Optional.of(next);
        storage.blobs().orElseThrow().erase(SHOP, name);
        doubtful.remove(name);
    }

    private void commit(Storage storage) {
        Books next = acknowledged.withCommit();
        Changes changes = changes("c" + next.commits());
        for (int i = random.nextInt(3); i >= 0; i--) {
            writeNote(storage, next, changes);
        }
        if (random.nextInt(3) == 0) {
            Buyer buyer = Buyer.of(SHOP, next.commits(), "buyer <" + next.commits() + ">");
            changes.insert(Buyer.TABLE, buyer);
            next.put(Buyer.TABLE, buyer, 1);
        }
        if (random.nextInt(2) == 0) {
            count(next, changes);
        }
        if (random.nextInt(6) == 0) {
            redact(storage, next, changes);
        }
        if (random.nextInt(8) == 0) {
            redactTally(storage, next, changes);
        }
        underWay = Optional.of(next);
        try {
            storage.commit(changes);
        } catch (CommitUnknownException e) {
            throw e;
        } catch (StorageException e) {
            // Said to be absent, so it must be.
            underWay = Optional.empty();
            throw e;
        }
    }

    private void writeNote(Storage storage, Books next, Changes changes) {
        made++;
        String text = "text " + made + " of \"commit\" " + next.commits() + "\r\n" + "x".repeat(random.nextInt(60));
        Note fresh = Note.of(SHOP, 1000L + made, text);
        Optional<Versioned<Note>> old = made % 2 == 0
                ? storage.select(Query.of(Note.TABLE, SHOP).limit(1)).items().stream()
                        .findFirst()
                : Optional.empty();
        if (old.isEmpty() || changes.list().size() > 0) {
            changes.insert(Note.TABLE, fresh);
            next.put(Note.TABLE, fresh, 1);
        } else {
            Note changed = Note.of(SHOP, old.get().value().number(), text);
            changes.replace(Note.TABLE, changed, old.get().revision());
            next.put(Note.TABLE, changed, old.get().revision() + 1);
        }
    }

    /** Rows of several months, some of them long over. */
    private void count(Books next, Changes changes) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            String day = "2026-0" + (6 + random.nextInt(4)) + "-1" + random.nextInt(10);
            Tally tally = Tally.of(SHOP, day, 10 * next.commits() + i, "counter <" + next.commits() + "." + i + ">");
            changes.insert(Tally.TABLE, tally);
            next.put(Tally.TABLE, tally, 1);
            Trace trace = Trace.of(SHOP, 10 * next.commits() + i, day + "T23:59:59Z");
            changes.insert(Trace.TABLE, trace);
            next.put(Trace.TABLE, trace, 1);
        }
    }

    private void redactTally(Storage storage, Books next, Changes changes) {
        List<Versioned<Tally>> tallies = storage.select(Query.of(Tally.TABLE, SHOP)).items().stream()
                .filter(found -> found.value().by().isPresent())
                .toList();
        if (!tallies.isEmpty()) {
            Versioned<Tally> found = tallies.get(random.nextInt(tallies.size()));
            changes.redact(Tally.TABLE, found.value().key(), List.of(Tally.BY));
            next.put(Tally.TABLE, found.value().withoutBy(), found.revision() + 1);
            next.forgotten().add(found.value().by().orElseThrow());
        }
    }

    private static void redact(Storage storage, Books next, Changes changes) {
        List<Versioned<Buyer>> buyers = storage.select(Query.of(Buyer.TABLE, SHOP)).items().stream()
                .filter(found -> found.value().name().isPresent())
                .toList();
        for (Versioned<Buyer> found : buyers.subList(0, Math.min(1, buyers.size()))) {
            Buyer buyer = found.value();
            changes.redact(Buyer.TABLE, buyer.key(), List.of(Buyer.NAME));
            next.put(Buyer.TABLE, buyer.withoutName(), found.revision() + 1);
            next.forgotten().add(buyer.name().orElseThrow());
        }
    }
}
