package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.adapter.jdbc.TestServer;
import io.storeops.examples.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged command line, with the driver of a server beside it as the README says. */
class RunnableJarIT {
    private static final Path JAR = Path.of("target", "storeops.jar").toAbsolutePath();

    @TempDir
    Path temp;

    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#servers")
    void replaysOnAServerWhoseDriverIsOnTheClassPath(TestServer server) throws Exception {
        Path scenario = ReplayedFiles.scenarioA();
        String classPath = JAR + File.pathSeparator + ServerPlace.driver(server);
        Path database = ServerPlace.file(server, temp);
        Ran memory =
                Ran.process(temp, List.of("-jar", JAR.toString()), "replay", scenario.toString(), "--out", "memory");
        Ran found = Ran.process(
                temp,
                List.of("-cp", classPath, Main.class.getName()),
                "replay",
                scenario.toString(),
                "--storage",
                "json:" + database,
                "--out",
                "found");
        assertEquals("", found.err());
        assertEquals(memory, found);
        assertEquals(0, found.code(), found.out());
        ReplayedFiles.assertSame(temp.resolve("memory"), temp.resolve("found"));
    }

    @Test
    void saysWhichDriverIsMissing() throws IOException, InterruptedException {
        Path database = Files.writeString(
                temp.resolve("database.json"),
                "{\"adapter\": \"jdbc\", \"url\": \"jdbc:mariadb://localhost/shop\", \"password\": \"hunter2\"}");
        Ran ran = Ran.process(temp, List.of("-jar", JAR.toString()), "migrate", "--storage", "json:" + database);
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("Put org.mariadb.jdbc:mariadb-java-client on the class path"), ran.err());
    }
}
