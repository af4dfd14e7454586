package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of stores, opened without a provider, so that a test decides on the disk. */
final class Folders {
    static final StoreId SHOP = StoreId.of("shop-1");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);
    static final List<Table<?>> TABLES = List.of(Note.TABLE, Remark.TABLE, Buyer.TABLE, Tally.TABLE, Trace.TABLE);
    static final int NEVER = 1_000_000;

    /** Fewer than the tests have months, so that months are forgotten and read again. */
    static final int OPEN_MONTHS = 2;

    private Folders() {}

    static Storage open(Path folder) {
        return open(new FolderDisk(folder), NEVER);
    }

    /** Opens without a lock, as after the death of the process that had it. */
    static Storage open(Disk disk, int checkpointEvery) {
        return open(disk, checkpointEvery, TABLES);
    }

    static Storage open(Disk disk, int checkpointEvery, List<Table<?>> tables) {
        try {
            return CsvStorage.open(disk, Hold.UNSHARED, tables, CLOCK, checkpointEvery, OPEN_MONTHS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvStore.Report verify(Path folder) {
        return CsvStore.verify(folder, TABLES);
    }

    static Changes changes(String commit) {
        return Changes.of(SHOP, CommitId.of(commit));
    }

    /** Every file with its bytes, so that two states of a folder can be compared. */
    static Map<String, String> contents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file.getFileName().toString(), text(Files.readAllBytes(file)));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            delete(to);
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
