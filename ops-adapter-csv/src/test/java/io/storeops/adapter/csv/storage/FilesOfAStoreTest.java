package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOfAStoreTest {
    private static final String BOM = "\uFEFF";

    @TempDir
    Path folder;

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private void fill(Storage storage) {
        StoreId other = StoreId.of("北京店");
        storage.commit(changes("first")
                .insert(Note.TABLE, Note.of(SHOP, 10, "ten, \"quoted\""))
                .insert(Note.TABLE, Note.of(SHOP, 9, "=SUM(A1)"))
                .insert(Note.TABLE, new Note(SHOP, -1, Optional.empty())));
        storage.commit(Changes.of(other, CommitId.of("first")).insert(Note.TABLE, Note.of(other, 1, "库存\r\n-5")));
        storage.commit(changes("second").replace(Note.TABLE, Note.of(SHOP, 10, ""), 1));
    }

    @Test
    void tablesWhoseRowsMayChangeAreSortedByKeyTheOthersByCommit() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            fill(storage);
        }
        assertEquals(
                BOM + "store_id,number,text,revision\r\n"
                        + "shop-1,-1,,1\r\n"
                        + "shop-1,9,'=SUM(A1),1\r\n"
                        + "shop-1,10,',2\r\n"
                        + "北京店,1,\"库存\r\n-5\",1\r\n",
                read("note.csv"));
        assertEquals(
                BOM + "store_id,number,id,at\r\n"
                        + "shop-1,1,first,2026-11-01T00:00:00Z\r\n"
                        + "北京店,1,first,2026-11-01T00:00:00Z\r\n"
                        + "shop-1,2,second,2026-11-01T00:00:00Z\r\n",
                read("_commits.csv"));
    }

    @Test
    void theManifestListsLengthAndChecksumOfEveryTable() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            fill(storage);
        }
        StringBuilder expected = new StringBuilder(BOM + "file,bytes,crc32c\r\n");
        for (String file : new String[] {"_commits.csv", "note.csv"}) {
            expected.append(file + "," + Files.size(folder.resolve(file)) + "," + crc(read(file)) + "\r\n");
        }
        // three commits and the checkpoint of closing
        expected.append("through frame,4,");
        assertEquals(expected + crc(expected.toString()) + "\r\n", read("_manifest.csv"));
        assertEquals(BOM + "J,4," + crc(BOM + "J,4,") + "\r\n", read("_journal.csv"));
    }

    @Test
    void theJournalHoldsWhatNoCheckpointHasYet() throws IOException {
        Storage storage = Folders.open(folder);
        storage.commit(changes("=cmd").insert(Note.TABLE, Note.of(SHOP, 1, "好")));

        String body = "R,note,shop-1,1,好,1\r\n";
        String begin = "B,1,commit,shop-1,1,'=cmd,2026-11-01T00:00:00Z,1,"
                + body.getBytes(StandardCharsets.UTF_8).length + ",";
        String frame = begin + crc(begin) + "\r\n" + body + "C,1,";
        assertEquals(BOM + "J,0," + crc(BOM + "J,0,") + "\r\n" + frame + crc(frame) + "\r\n", read("_journal.csv"));
        assertEquals(
                Set.of("_journal.csv", "_manifest.csv"),
                Folders.contents(folder).keySet());
    }

    @Test
    void closingWithoutNewCommitsChangesNoByte() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            fill(storage);
        }
        var before = Folders.contents(folder);
        Folders.open(folder).close();
        assertEquals(before, Folders.contents(folder));
    }

    @Test
    void aCheckpointHappensWhenTheRowsAreDue() throws IOException {
        Storage storage = Folders.open(new FolderDisk(folder), 4);
        storage.commit(changes("1").insert(Note.TABLE, Note.of(SHOP, 1, "a")));
        storage.commit(changes("2").insert(Note.TABLE, Note.of(SHOP, 2, "b")));
        assertTrue(
                Files.notExists(folder.resolve("note.csv")), "two rows and two receipts are due with the next commit");
        storage.commit(changes("3").insert(Note.TABLE, Note.of(SHOP, 3, "c")));
        assertEquals(BOM + "store_id,number,text,revision\r\nshop-1,1,a,1\r\nshop-1,2,b,1\r\n", read("note.csv"));
        assertEquals(
                Note.of(SHOP, 3, "c"),
                Folders.open(folder)
                        .find(Note.TABLE, Note.of(SHOP, 3, "").key())
                        .get()
                        .value());
    }

    @Test
    void aMonthIsAFileThatCheckpointsExtend() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            storage.commit(changes("1")
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-10-31", 2, "b"))
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-11-01", 1, "c"))
                    .insert(Trace.TABLE, Trace.of(SHOP, 1, "2026-10-31T23:59:59.999999Z")));
        }
        String october = BOM + "store_id,day,number,by,revision\r\nshop-1,2026-10-31,2,b,1\r\n";
        assertEquals(october, read("tally-2026-10.csv"));
        String november = BOM + "store_id,day,number,by,revision\r\nshop-1,2026-11-01,1,c,1\r\n";
        assertEquals(november, read("tally-2026-11.csv"));
        assertEquals(
                BOM + "store_id,number,at,cause,revision\r\nshop-1,1,2026-10-31T23:59:59.999999Z,cause 1,1\r\n",
                read("trace-2026-10.csv"));
        assertTrue(Files.notExists(folder.resolve("tally.csv")), "every month has its own file");

        List<String> written = new ArrayList<>();
        Disk watched = new WrappedDisk(new FolderDisk(folder)) {
            @Override
            public void write(String name, byte[] content) throws IOException {
                written.add(name);
                super.write(name, content);
            }

            @Override
            public void append(String name, byte[] content) throws IOException {
                written.add(name + " +" + content.length);
                super.append(name, content);
            }
        };
        String late = "shop-1,2026-10-30,9,late,1\r\n";
        Storage storage = Folders.open(watched, Folders.NEVER);
        storage.commit(changes("2").insert(Tally.TABLE, Tally.of(SHOP, "2026-10-30", 9, "late")));
        written.clear();
        storage.close();
        assertEquals(october + late, read("tally-2026-10.csv"));
        assertEquals(november, read("tally-2026-11.csv"));
        assertEquals(
                List.of("tally-2026-10.csv +" + late.length()),
                written.stream().filter(name -> name.startsWith("tally")).toList(),
                "the month is extended by the new line and no other is written");
        assertTrue(Folders.verify(folder).sound());
    }

    @Test
    void aRedactionWritesItsMonthAnewInTheSameOrder() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            storage.commit(changes("1")
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-11-03", 1, "x"))
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-11-02", 1, "secret"))
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-11-01", 1, "y")));
        }
        try (Storage storage = Folders.open(folder)) {
            storage.commit(changes("2")
                    .redact(Tally.TABLE, Tally.of(SHOP, "2026-11-02", 1, "").key(), List.of(Tally.BY)));
        }
        assertEquals(
                BOM + "store_id,day,number,by,revision\r\n"
                        + "shop-1,2026-11-03,1,x,1\r\n"
                        + "shop-1,2026-11-02,1,,2\r\n"
                        + "shop-1,2026-11-01,1,y,1\r\n",
                read("tally-2026-11.csv"));
    }

    @Test
    void aChangedRowIsOneChangedLine() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            for (int i = 1; i <= 200; i++) {
                storage.commit(changes("c" + i).insert(Note.TABLE, Note.of(SHOP, i, "note " + i)));
            }
        }
        List<String> before = List.of(read("note.csv").split("\r\n"));
        try (Storage storage = Folders.open(folder)) {
            storage.commit(changes("change").replace(Note.TABLE, Note.of(SHOP, 77, "changed"), 1));
        }
        List<String> expected = new ArrayList<>(before);
        // the header is line 0
        expected.set(77, "shop-1,77,changed,2");
        assertEquals(expected, List.of(read("note.csv").split("\r\n")));
    }

    @Test
    void theCopyForLaterComparisonIsTheFileItself() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            fill(storage);
            storage.commit(changes("buyer").insert(Buyer.TABLE, Buyer.of(SHOP, 1, "张三")));
        }
        assertEquals(read("note.csv"), read("_kept/note.csv"));
        assertTrue(Files.notExists(folder.resolve("_kept/buyer.csv")), "rows that are only added are not edited");
    }

    @Test
    void nothingOutsideTheFolderIsTouched(@TempDir Path parent) throws IOException {
        Path inside = Files.createDirectory(parent.resolve("my store 店铺 1"));
        Files.writeString(parent.resolve("neighbour.csv"), "untouched");
        Files.writeString(inside.resolve("read me.txt"), "untouched");
        try (Storage storage = Folders.open(inside)) {
            fill(storage);
        }
        assertEquals(
                Set.of("my store 店铺 1", "neighbour.csv"), Set.of(parent.toFile().list()));
        assertEquals("untouched", Files.readString(parent.resolve("neighbour.csv")));
        assertEquals("untouched", Files.readString(inside.resolve("read me.txt")));
    }

    @Test
    void areEachReadOnceAtOpeningAndByTheCheckIfTheirRowsAreKnownThen() throws IOException {
        try (Storage storage = Folders.open(folder)) {
            fill(storage);
            storage.commit(changes("third")
                    .insert(Buyer.TABLE, Buyer.of(SHOP, 1, "Anna"))
                    .insert(Tally.TABLE, Tally.of(SHOP, "2026-10-31", 1, "Anna"))
                    .insert(Trace.TABLE, Trace.of(SHOP, 1, "2026-10-31T00:00:00Z")));
        }
        CountingDisk opening = new CountingDisk(new FolderDisk(folder));
        Folders.open(opening, Folders.NEVER).close();
        assertEquals(
                Map.of(
                        "_commits.csv", 1,
                        "_journal.csv", 1,
                        "_manifest.csv", 1,
                        "buyer.csv", 1,
                        "note.csv", 1,
                        "tally-2026-10.csv", 1,
                        "trace-2026-10.csv", 1),
                opening.reads());
        CountingDisk checking = new CountingDisk(new FolderDisk(folder));
        CsvStore.Report report = CsvStore.verify(checking, Folders.TABLES);
        assertEquals(
                List.of(4L, 0L, 1L, 1L, 1L),
                report.tables().stream().map(CsvStore.TableSize::rows).toList());
        // The checksum of a month needs none of its rows in memory, so they are read again to be counted.
        assertEquals(
                Map.of(
                        "_commits.csv", 1,
                        "_journal.csv", 1,
                        "_kept/note.csv", 1,
                        "_manifest.csv", 3,
                        "buyer.csv", 1,
                        "note.csv", 1,
                        "tally-2026-10.csv", 2,
                        "trace-2026-10.csv", 1),
                checking.reads());
    }
}
