package io.storeops.adapter.csv.storage;

import static io.storeops.adapter.csv.storage.Folders.SHOP;
import static io.storeops.adapter.csv.storage.Folders.changes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Storage;
import io.storeops.storage.StorageException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process that opens a store when told to, commits to it as often as told, and says each commit that returned. */
final class Rival implements AutoCloseable {
    private static final String END = "end ";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final List<String> acknowledged = new ArrayList<>();
    private String end = "";

    private Rival(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts a process behind the words of another command. */
    static Rival start(List<String> before) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(ChildJvm.command(Main.class, List.of("-Xmx64m")));
        return new Rival(ChildJvm.start(command));
    }

    /** What makes a folder appear at another path, for one process only. */
    static List<String> bindMount(Path folder, Path mounted) {
        return List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount --bind \"$0\" \"$1\" && shift && exec \"$@\"",
                folder.toString(),
                mounted.toString());
    }

    static boolean canBindMount(Path folder, Path mounted) throws InterruptedException {
        List<String> command = new ArrayList<>(bindMount(folder, mounted));
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Tells it to open a folder, to make commits whose ids begin with a name, and to close it. */
    void tell(Path folder, String name, int commits) throws IOException {
        order(folder + "\t" + name + "\t" + commits + "\t");
    }

    /** As {@link #tell}, but it opens the folder by another path as well, and has it open until {@link #letGo}. */
    void tellToHold(Path folder, String name, int commits, Path otherPath) throws IOException {
        order(folder + "\t" + name + "\t" + commits + "\t" + otherPath);
    }

    /** Lets it close the folder that it holds. */
    void letGo() throws IOException {
        orders.write("\n");
        orders.flush();
    }

    private void order(String order) throws IOException {
        acknowledged.clear();
        end = "";
        orders.write(order + "\n");
        orders.flush();
    }

    /** Takes the next answer, unless it came to its end. */
    void answer() throws IOException {
        if (!end.isEmpty()) {
            return;
        }
        String line = answers.readLine();
        assertTrue(line != null, "the process ended after " + acknowledged);
        if (line.startsWith(END)) {
            end = line.substring(END.length());
        } else {
            acknowledged.add(line);
        }
    }

    void answerUntilTheEnd() throws IOException {
        while (end.isEmpty()) {
            answer();
        }
    }

    /** Why it ended. */
    String end() {
        return end;
    }

    /** Every commit that returned is in a folder that nobody has open; how many there were. */
    int assertThere(Path folder, String when) {
        assertTrue(Folders.verify(folder).sound(), () -> Folders.verify(folder).problems() + when);
        try (Storage storage = TakenFolderTest.open(folder)) {
            for (String id : acknowledged) {
                assertTrue(storage.committed(SHOP, CommitId.of(id)).isPresent(), id + " is lost, " + when);
            }
        }
        return acknowledged.size();
    }

    @Override
    public void close() throws IOException {
        orders.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** The process. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) throws IOException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] parts = order.split("\t", -1);
                Optional<Path> otherPath =
                        Optional.of(parts[3]).filter(path -> !path.isEmpty()).map(Path::of);
                String end = run(Path.of(parts[0]), parts[1], Integer.parseInt(parts[2]), otherPath, out, orders);
                out.println(END + end);
            }
        }

        private static String run(
                Path folder, String name, int commits, Optional<Path> otherPath, PrintStream out, BufferedReader orders)
                throws IOException {
            Storage storage;
            try {
                storage = TakenFolderTest.open(folder);
                otherPath.ifPresent(Main::openOnceMore);
            } catch (StorageException e) {
                return e.getMessage();
            }
            String end = "done";
            try {
                for (int i = 1; i <= commits; i++) {
                    String id = Integer.toHexString(name.hashCode()) + "-" + i;
                    storage.commit(changes(id)
                            .insert(Note.TABLE, Note.of(SHOP, ((long) name.hashCode() << 20) + i, id)));
                    out.println(id);
                }
                if (otherPath.isPresent()) {
                    orders.readLine();
                }
            } catch (CommitUnknownException e) {
                end = e.getCause().getMessage();
            } catch (StorageException e) {
                end = e.getMessage();
            }
            try {
                storage.close();
            } catch (StorageException e) {
                end = e.getMessage();
            }
            return end;
        }

        private static void openOnceMore(Path otherPath) {
            try {
                TakenFolderTest.open(otherPath).close();
                throw new IllegalStateException("It was opened twice");
            } catch (StorageException e) {
                if (!e.getMessage().contains("already open in this process")) {
                    throw e;
                }
            }
        }
    }
}
