package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageChoiceTest {
    @TempDir
    Path temp;

    private StorageChoice read(String json) throws IOException {
        return StorageChoice.parse("json:" + Files.writeString(temp.resolve("storage.json"), json));
    }

    @Test
    void ofAFileIsItsAdapterWithTheOtherMembers() throws IOException {
        assertEquals(
                new StorageChoice("other", Map.of("url", "x", "port", "5432", "tls", "true")),
                read("{\"adapter\": \"other\", \"url\": \"x\", \"port\": 5432, \"tls\": true}"));
    }

    @Test
    void keepsUserAndPasswordWhenItMustExist() throws IOException {
        String url = "jdbc:h2:" + temp.resolve("database");
        StorageChoice choice = read(
                "{\"adapter\": \"jdbc\", \"url\": \"" + url + "\", \"user\": \"owner\", \"password\": \"hunter2\"}");
        assertEquals(
                Map.of("url", url + ";IFEXISTS=TRUE", "user", "owner", "password", "hunter2"),
                choice.existing().settings());
    }

    @Test
    void opensADatabaseThatHasAUserAndAPassword() throws IOException {
        String url = "jdbc:h2:" + temp.resolve("database");
        String format = "{\"adapter\": \"jdbc\", \"url\": \"%s\", \"user\": \"owner\", \"password\": \"%s\"}";
        Path file = Files.writeString(temp.resolve("right.json"), String.format(format, url, "hunter2"));
        Path wrong = Files.writeString(temp.resolve("wrong.json"), String.format(format, url, "hunter3"));
        assertEquals(0, Ran.run("migrate", "--storage", "json:" + file).code());
        assertEquals(0, Ran.run("migrate", "--storage", "json:" + file).code());
        Ran refused = Ran.run("migrate", "--storage", "json:" + wrong);
        assertEquals(2, refused.code());
        assertFalse(refused.err().contains("hunter"), refused.err());
    }

    @Test
    void showsNoPassword() throws IOException {
        StorageChoice choice = read("{\"adapter\": \"jdbc\", \"password\": \"hunter2\"}");
        assertEquals("jdbc[password]", choice.toString());
        for (String json : new String[] {"\"hunter2\"", "[\"hunter2\"]", "{\"password\": \"hunter2\"}"}) {
            RuntimeException refused = assertThrows(RuntimeException.class, () -> read(json));
            assertFalse(refused.getMessage().contains("hunter"), refused.getMessage());
        }
    }
}
