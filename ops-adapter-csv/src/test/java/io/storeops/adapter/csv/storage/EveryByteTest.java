package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.Sha256;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Damage to files at rest. Of a store that was closed nothing goes unseen. Of one that was not, two things remain that no
 * checksum can tell from an ordinary crash, and the last two tests say exactly which.
 */
@DisplayName("Every byte of a CSV store")
class EveryByteTest {
    /** Of the 255 other values that a byte can have; each byte gets other ones. */
    private static final int VALUES = Endurance.times(6, 255);

    private static final byte[] EVIDENCE = "a screenshot, say".getBytes(StandardCharsets.UTF_8);

    private final SimulatedDisk disk = new SimulatedDisk(new Random(0));

    /** A store of about 2 KiB. */
    private Storage filled() {
        Storage storage = Folders.open(disk, Folders.NEVER);
        storage.blobs().orElseThrow().put(SHOP, EVIDENCE);
        for (int i = 1; i <= 9; i++) {
            storage.commit(changes("commit-" + i)
                    .insert(Note.TABLE, Note.of(SHOP, i, "=note \"" + i + "\", 库存\r\nsecond line"))
                    .insert(Buyer.TABLE, Buyer.of(SHOP, i, "买家 " + i)));
        }
        storage.commit(changes("last")
                .insert(Remark.TABLE, Remark.of(SHOP, "r", "-12.50"))
                .insert(Tally.TABLE, Tally.of(SHOP, "2026-10-31", 1, "甲"))
                .insert(Tally.TABLE, Tally.of(SHOP, "2026-11-01", 1, "乙")));
        return storage;
    }

    private static int size(Map<String, byte[]> files) {
        return files.values().stream().mapToInt(content -> content.length).sum();
    }

    /** Whether the damage is refused: by the opening, by verifying, or, of content, when it is asked for. */
    private static boolean refused(FixedDisk damaged) throws IOException {
        try {
            Consumer<DamagedFileException> thrower = problem -> {
                throw problem;
            };
            FolderReader.Loaded loaded = FolderReader.read(damaged, Folders.TABLES, 1, thrower);
            KeptCopies.check(damaged, loaded, thrower);
            new FolderBlobs(damaged, new FirstFailure(damaged.folder())).find(SHOP, Sha256.of(EVIDENCE));
            return false;
        } catch (StorageException e) {
            return true;
        }
    }

    private interface Damage {
        void done(FixedDisk damaged, String what) throws IOException;
    }

    private static int changeEveryByte(Map<String, byte[]> files, String file, Damage damage) throws IOException {
        FixedDisk damaged = new FixedDisk(files);
        byte[] sound = files.get(file);
        byte[] changed = sound.clone();
        damaged.damage(file, changed);
        for (int i = 0; i < sound.length; i++) {
            for (int value = 1; value <= VALUES; value++) {
                // Every value when there are 255 of them; otherwise a walk that meets other ones at every byte.
                changed[i] = (byte) (sound[i] + (VALUES == 255 ? value : 1 + (value * 37 + i * 11) % 255));
                damage.done(damaged, file + " byte " + i + " is " + (changed[i] & 0xFF));
            }
            changed[i] = sound[i];
        }
        return sound.length * VALUES;
    }

    @Test
    void thatChangesInAClosedStoreIsRefused() throws IOException {
        filled().close();
        Map<String, byte[]> files = disk.contents();
        assertTrue(size(files) > 1_800 && size(files) < 2_600, "the store has " + size(files) + " bytes");
        List<String> unseen = new ArrayList<>();
        int changes = 0;
        for (String file : files.keySet()) {
            changes += changeEveryByte(files, file, (damaged, what) -> {
                if (!refused(damaged)) {
                    unseen.add(what);
                }
            });
        }
        assertEquals(List.of(), unseen);
        Endurance.report(changes + " changes of one byte of a closed store of " + size(files) + " bytes: 0 unseen");
    }

    @Test
    void thatIsCutOffAClosedStoreIsMissed() throws IOException {
        filled().close();
        Map<String, byte[]> files = disk.contents();
        List<String> unseen = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            FixedDisk damaged = new FixedDisk(files);
            for (int length = 0; length < file.getValue().length; length++) {
                damaged.damage(file.getKey(), Arrays.copyOf(file.getValue(), length));
                if (!refused(damaged)) {
                    unseen.add(file.getKey() + " cut to " + length);
                }
            }
        }
        assertEquals(List.of(), unseen);
        Endurance.report(size(files) + " cuts of a closed store: 0 unseen");
    }

    /** Limit: a NUL in the last frame is what a block looks like that was never written. It is dropped and reported. */
    @Test
    void ofAnOpenJournalIsRefusedOrIsANulInTheLastFrame() throws IOException {
        filled();
        Map<String, byte[]> files = disk.contents();
        byte[] journal = files.get(JournalContent.FILE);
        int last = new String(journal, StandardCharsets.ISO_8859_1).lastIndexOf("\r\nB,") + 2;
        List<String> unseen = new ArrayList<>();
        int[] dropped = {0};
        int changes = changeEveryByte(files, JournalContent.FILE, (damaged, what) -> {
            if (!refused(damaged)) {
                boolean reported =
                        CsvStore.verify(damaged, Folders.TABLES).unfinished().isPresent();
                int at = Arrays.mismatch(journal, damaged.read(JournalContent.FILE));
                dropped[0]++;
                if (!reported || at < last || damaged.read(JournalContent.FILE)[at] != 0) {
                    unseen.add(what);
                }
            }
        });
        assertEquals(List.of(), unseen);
        Endurance.report(changes + " changes of one byte of a journal of " + journal.length + " bytes: " + dropped[0]
                + " dropped with a report, as an unfinished last frame; 0 unseen");
    }

    /** Limit: a journal that ends exactly after a frame is whole. */
    @Test
    void cutOffAnOpenJournalIsReportedUnlessTheCutIsBetweenTwoFrames() throws IOException {
        filled();
        Map<String, byte[]> files = disk.contents();
        byte[] journal = files.get(JournalContent.FILE);
        FixedDisk damaged = new FixedDisk(files);
        List<Integer> unseen = new ArrayList<>();
        List<Integer> betweenFrames = new ArrayList<>();
        String text = new String(journal, StandardCharsets.ISO_8859_1);
        for (int length = 0; length < journal.length; length++) {
            damaged.damage(JournalContent.FILE, Arrays.copyOf(journal, length));
            if (!refused(damaged)
                    && CsvStore.verify(damaged, Folders.TABLES).unfinished().isEmpty()) {
                unseen.add(length);
            }
            if (text.startsWith("B,", length) && text.startsWith("\r\n", length - 2)) {
                betweenFrames.add(length);
            }
        }
        assertEquals(10, betweenFrames.size(), "before each of the commits");
        assertEquals(betweenFrames, unseen);
        Endurance.report(journal.length + " cuts of a journal with 10 commits: " + unseen.size()
                + " unseen, exactly those between two commits");
    }
}
