package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk of 4 MB, in a mount namespace of the test's own. */
@DisplayName("A CSV store on a full disk")
class FullDiskTest {
    private static final String MOUNT = "mount -t tmpfs -o size=4m none ";

    @TempDir
    Path root;

    /** Fills the disk, with commits of one size and checkpoints in different places, and looks what is left. */
    static final class Filler {
        private static final int ROUNDS = 12;

        /** Taken away afterwards: a recovery writes the journal and then the tables anew beside the old ones. */
        private static final int BALLAST = 3_000_000;

        private Filler() {}

        public static void main(String[] arguments) throws IOException {
            Path disk = Path.of(arguments[0]);
            long acknowledged = 0;
            List<String> said = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                acknowledged += round(disk, round, said);
            }
            System.out.println(acknowledged + " acknowledged");
            said.stream().distinct().forEach(System.out::println);
        }

        private static long round(Path disk, int round, List<String> said) throws IOException {
            Path ballast = Files.write(disk.resolve("ballast"), new byte[BALLAST]);
            Path folder = Files.createDirectories(disk.resolve("store"));
            // Every other time the journal is what fills the disk.
            int checkpointEvery = round % 2 == 0 ? 40 * round : Folders.NEVER;
            long last = fill(Folders.open(new FolderDisk(folder), checkpointEvery), said);
            Files.delete(ballast);
            try (Storage storage = Folders.open(folder)) {
                for (long number = 1; number <= last; number++) {
                    assertTrue(committed(storage, number), "commit " + number + " is lost in round " + round);
                    Note note = Note.of(SHOP, number, "x".repeat(500));
                    assertEquals(
                            note,
                            storage.find(Note.TABLE, note.key()).orElseThrow().value());
                }
            }
            assertEquals(List.of(), Folders.verify(folder).problems());
            Folders.delete(folder);
            return last;
        }

        private static boolean committed(Storage storage, long number) {
            return storage.committed(SHOP, CommitId.of("c" + number)).isPresent();
        }

        private static long fill(Storage storage, List<String> said) {
            long last = 0;
            try {
                while (true) {
                    storage.commit(
                            changes("c" + (last + 1)).insert(Note.TABLE, Note.of(SHOP, last + 1, "x".repeat(500))));
                    last++;
                }
            } catch (CommitUnknownException e) {
                said.add("unknown: " + e.getCause());
            } catch (StorageException e) {
                said.add(e.getMessage().replaceAll("Commit c\\d+", "Commit n"));
            }
            try {
                storage.commit(changes("more"));
            } catch (StorageException e) {
                said.add(e.getMessage().replaceAll("commit c\\d+", "commit n"));
            }
            storage.close();
            return last;
        }
    }

    @Test
    void saysSoAndLosesNothing() throws Exception {
        Path disk = Files.createDirectory(root.resolve("disk"));
        Assumptions.assumeTrue(
                run(List.of("unshare", "-rm", "sh", "-c", MOUNT + disk)).isEmpty(),
                "this user may not mount a file system in a namespace of its own (unshare -rm)");
        List<String> command =
                new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", MOUNT + disk + " && exec \"$@\"", "sh"));
        command.addAll(ChildJvm.command(Filler.class, List.of("-Xmx128m"), disk.toString()));
        List<String> said = run(command);

        assertTrue(said.get(0).matches("\\d{4,6} acknowledged"), said.toString());
        String store = "The CSV store " + disk.resolve("store");
        assertEquals(
                List.of(
                        "Commit n was not written, because " + store.replace("The", "the")
                                + " could not write its tables. Earlier commits are safe in the journal. Free space or close"
                                + " the file in other programs, then open the store again",
                        store + " accepts no commit since a checkpoint (java.io.IOException: No space left on device)"
                                + " failed; nothing of this commit was written. Open the store again",
                        store
                                + " accepts no commit since writing commit n (java.io.IOException: No space left on device)"
                                + " failed; nothing of this commit was written. Open the store again",
                        "unknown: java.io.IOException: No space left on device"),
                said.subList(1, said.size()).stream().sorted().toList());
        Endurance.report("full disk of 4 MB: 0 of " + said.get(0) + " commits lost");
    }

    private static List<String> run(List<String> command) throws Exception {
        Process process = ChildJvm.start(command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(said.isEmpty() ? process.exitValue() : 0, process.exitValue(), said);
        return said.lines().toList();
    }
}
