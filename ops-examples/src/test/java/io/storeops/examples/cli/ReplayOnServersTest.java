package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.adapter.jdbc.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PostgreSQL in every build, MariaDB with {@code -Pmariadb}. */
class ReplayOnServersTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#servers")
    void givesTheSameBytesAsInMemory(TestServer server) throws Exception {
        for (String name : List.of("scenario-a", "scenario-c", "scenario-d", "scenario-e")) {
            Path scenario = Ran.shared(name);
            Path expected = temp.resolve(name + "-memory");
            Path found = temp.resolve(name + "-found");
            replay(scenario, "memory", expected);
            replay(scenario, "json:" + ServerPlace.file(server, temp), found);
            ReplayedFiles.assertSame(expected, found);
        }
    }

    private static void replay(Path scenario, String storage, Path out) {
        Ran ran = Ran.run("replay", scenario.toString(), "--storage", storage, "--out", out.toString());
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
    }
}
