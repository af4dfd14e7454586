package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.adapter.jdbc.TestServer;
import java.nio.file.Path;
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
        Path scenario = ReplayedFiles.scenarioA();
        Path expected = temp.resolve("memory");
        Path found = temp.resolve("found");
        replay(scenario, "memory", expected);
        replay(scenario, "json:" + ServerPlace.file(server, temp), found);
        ReplayedFiles.assertSame(expected, found);
    }

    private static void replay(Path scenario, String storage, Path out) {
        Ran ran = Ran.run("replay", scenario.toString(), "--storage", storage, "--out", out.toString());
        assertEquals("", ran.err());
        assertEquals(0, ran.code(), ran.out());
    }
}
