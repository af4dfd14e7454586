package io.storeops.examples.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.jdbc.ChildProcess;
import io.storeops.adapter.jdbc.TestDatabase;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.examples.cli.ReplayedFiles;
import io.storeops.storage.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two JVMs share a database and act scenarios out in turn, one the odd lines, the other the even ones. Either tells the same of what the
 * database keeps, and what each of them alone was told makes, between them, the same as with one.
 */
class ReplayOnTwoServersTest {
    /** What the replay notes while it goes, which no database keeps: what it was answered, and what it saw. */
    private static final Set<String> NOTED = Set.of("readings.csv", "refusals.csv", "proofs.csv", "stock.csv");

    private static final List<String> SCENARIOS = List.of("scenario-a", "scenario-c", "scenario-d", "scenario-e");

    @TempDir
    Path temp;

    /** Every scenario on every kind of database with {@code -Dstoreops.test.full=true}, else one on each. */
    static Stream<Arguments> scenariosAndServers() {
        return TestServer.processes()
                .flatMap(server -> (Boolean.getBoolean("storeops.test.full") ? SCENARIOS : List.of(one(server)))
                        .stream().map(scenario -> Arguments.of(scenario, server)));
    }

    private static String one(TestServer server) {
        return switch (server) {
            case H2 -> "scenario-a";
            case POSTGRESQL -> "scenario-e";
            case MARIADB -> "scenario-c";
        };
    }

    @ParameterizedTest
    @MethodSource("scenariosAndServers")
    void giveTheSameFilesAsOne(String name, TestServer server) throws Exception {
        Path scenario = ReplayedFiles.scenario(name);
        String url = TestDatabase.urlOfNewPlace(server);
        int lines = ScenarioReader.read(scenario).arrivals().size()
                + ScenarioReader.read(scenario).commands().size();
        try (ChildProcess one = ChildProcess.start(ReplayWorker.class, scenario.toString(), url, "one");
                ChildProcess two = ChildProcess.start(ReplayWorker.class, scenario.toString(), url, "two")) {
            ask(one, "begin");
            String outside = ReplayWorker.NOTHING;
            for (int line = 1; line <= lines; line++) {
                ChildProcess acting = line % 2 == 1 ? one : two;
                outside = ask(acting, "act " + line + " " + outside).get(0);
                ask(acting == one ? two : one, "pass " + line);
            }
            List<Path> written = new ArrayList<>();
            int acted = ScenarioReader.read(scenario).arrivals().size();
            for (ChildProcess each : List.of(one, two)) {
                Path out = temp.resolve("server-" + written.size());
                String[] told = ask(each, "write " + out).get(0).split(" ", 3);
                assertEquals("[]", told[2]);
                acted += Integer.parseInt(told[0]) + Integer.parseInt(told[1]);
                written.add(out);
            }
            assertEquals(lines, acted);
            assertSame(ReplayedFiles.write(scenario, MemoryStorage::empty, temp.resolve("memory")), written);
        }
    }

    private static List<String> ask(ChildProcess server, String order) throws IOException {
        server.tell(order);
        return server.answersUntilDone();
    }

    private static void assertSame(Path expected, List<Path> found) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(expected)) {
            files = all.toList();
        }
        assertTrue(files.size() > NOTED.size());
        for (Path file : files) {
            Path name = file.getFileName();
            if (NOTED.contains(name.toString())) {
                assertEquals(
                        rows(List.of(file)),
                        rows(found.stream().map(each -> each.resolve(name)).toList()),
                        name::toString);
            } else {
                for (Path each : found) {
                    assertEquals(Files.readString(file), Files.readString(each.resolve(name)), name::toString);
                }
            }
        }
    }

    private static SortedSet<String> rows(List<Path> files) throws IOException {
        SortedSet<String> rows = new TreeSet<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                rows.addAll(Files.readAllLines(file));
            }
        }
        return rows;
    }
}
