package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdapterConfigTest {
    private enum Mode {
        READ_ONLY,
        READ_WRITE
    }

    private static final ConfigKey<Path> DIRECTORY = ConfigKey.path("directory", "the folder of the files");
    private static final ConfigKey<Long> LIMIT =
            ConfigKey.number("limit", "rows a page", 1, 1000).orElse(100L);
    private static final ConfigKey<Boolean> STRICT =
            ConfigKey.flag("strict", "whether odd rows are refused").orElse(true);
    private static final ConfigKey<Duration> TIMEOUT =
            ConfigKey.duration("timeout", "how long a call may take").orElse(Duration.ofSeconds(5));
    private static final ConfigKey<ZoneId> ZONE =
            ConfigKey.zone("zone", "the zone of the files").optional();
    private static final ConfigKey<Secret> TOKEN =
            ConfigKey.secret("token", "opens the interface").optional();
    private static final ConfigKey<Json> COLUMNS =
            ConfigKey.json("columns", "column names by field").optional();
    private static final ConfigKey<Mode> MODE =
            ConfigKey.choice("mode", "what is allowed", Mode.class).orElse(Mode.READ_ONLY);
    private static final List<ConfigKey<?>> KEYS =
            List.of(DIRECTORY, LIMIT, STRICT, TIMEOUT, ZONE, TOKEN, COLUMNS, MODE);

    private static AdapterConfig config(Map<String, String> settings) {
        return AdapterConfig.of("csv", KEYS, settings);
    }

    private static List<String> problems(Map<String, String> settings) {
        return assertThrows(ConfigurationException.class, () -> config(settings))
                .problems();
    }

    @Nested
    class Reads {
        @Test
        void everyTypeFromText() {
            AdapterConfig config = config(Map.of(
                    "directory", "data/exports",
                    "limit", "7",
                    "strict", "false",
                    "timeout", "PT10M",
                    "zone", "Asia/Shanghai",
                    "token", "s3cr3t",
                    "columns", "{\"orderId\":\"订单编号\"}",
                    "mode", "read-write"));
            assertEquals(Path.of("data", "exports"), config.get(DIRECTORY));
            assertEquals(7, config.get(LIMIT));
            assertEquals(false, config.get(STRICT));
            assertEquals(Duration.ofMinutes(10), config.get(TIMEOUT));
            assertEquals(ZoneId.of("Asia/Shanghai"), config.get(ZONE));
            assertEquals("s3cr3t", config.get(TOKEN).reveal());
            assertEquals(Json.object(Map.of("orderId", Json.of("订单编号"))), config.get(COLUMNS));
            assertEquals(Mode.READ_WRITE, config.get(MODE));
        }

        @Test
        void numbersTruthValuesAndNestedValuesFromJson() {
            Json columns = Json.object(Map.of("orderId", Json.of("订单编号")));
            AdapterConfig config = AdapterConfig.of(
                    "csv",
                    KEYS,
                    Json.object(Map.of(
                            "directory", Json.of("data"),
                            "limit", Json.of(7),
                            "strict", Json.of(false),
                            "columns", columns)));
            assertEquals(7, config.get(LIMIT));
            assertEquals(false, config.get(STRICT));
            assertEquals(Optional.of(columns), config.find(COLUMNS));
        }

        @Test
        void defaultsAndAbsentValues() {
            AdapterConfig config = config(Map.of("directory", "."));
            assertEquals(100, config.get(LIMIT));
            assertEquals(Duration.ofSeconds(5), config.get(TIMEOUT));
            assertEquals(Optional.empty(), config.find(ZONE));
            assertEquals(Optional.empty(), config.find(TOKEN));
        }
    }

    @Nested
    class Refuses {
        @Test
        void anUnknownKey() {
            ConfigurationException refusal = assertThrows(
                    ConfigurationException.class,
                    () -> AdapterConfig.of("csv", List.of(DIRECTORY), Map.of("directory", "data", "dir", "data")));
            assertEquals("Adapter 'csv' does not know the key 'dir'. Known keys: [directory]", refusal.getMessage());
        }

        @Test
        void everythingThatIsWrongAtOnce() {
            ConfigurationException refusal = assertThrows(
                    ConfigurationException.class,
                    () -> config(Map.of("limit", "1001", "timeout", "10 minutes", "dir", "data")));
            assertEquals("""
                    4 problems with the configuration:
                    - Adapter 'csv' needs the key 'directory': the folder of the files
                    - Adapter 'csv' key 'limit': '1001' is not a whole number from 1 to 1000
                    - Adapter 'csv' key 'timeout': '10 minutes' is not a duration of 0 or more (expected ISO 8601, as in PT10M)
                    - Adapter 'csv' does not know the key 'dir'. Known keys: [columns, directory, limit, mode, strict, timeout, token, zone]""", refusal.getMessage());
        }

        @Test
        void valuesOfAnotherType() {
            assertEquals(
                    List.of(
                            "Adapter 'csv' key 'directory': ' ' is not a path",
                            "Adapter 'csv' key 'limit': 'many' is not a whole number from 1 to 1000",
                            "Adapter 'csv' key 'strict': 'yes' is not true or false",
                            "Adapter 'csv' key 'timeout': 'PT-1S' is not a duration of 0 or more (expected ISO 8601, as in PT10M)",
                            "Adapter 'csv' key 'zone': 'Peking' is not a time zone (expected something like Asia/Shanghai)",
                            "Adapter 'csv' key 'columns': '{' is not JSON",
                            "Adapter 'csv' key 'mode': 'READ_ONLY' is none of [read-only, read-write]"),
                    problems(Map.of(
                            "directory", " ",
                            "limit", "many",
                            "strict", "yes",
                            "timeout", "PT-1S",
                            "zone", "Peking",
                            "columns", "{",
                            "mode", "READ_ONLY")));
        }

        @Test
        void objectsAndNullsWhereTextIsExpected() {
            ConfigurationException refusal = assertThrows(
                    ConfigurationException.class,
                    () -> AdapterConfig.of(
                            "csv",
                            List.of(DIRECTORY, LIMIT),
                            Json.object(
                                    Map.of("directory", Json.array(List.of(Json.of("a"))), "limit", Json.ofNull()))));
            assertEquals(
                    List.of(
                            "Adapter 'csv' key 'directory': [\"a\"] is not a text, a number or a truth value",
                            "Adapter 'csv' key 'limit': null is not a text, a number or a truth value"),
                    refusal.problems());
        }

        @Test
        void readingAKeyThatTheProviderDoesNotDeclare() {
            AdapterConfig config = AdapterConfig.of("csv", List.of(DIRECTORY), Map.of("directory", "."));
            assertEquals(
                    "Adapter 'csv' does not declare the key 'zone'. Declared: [directory]",
                    assertThrows(IllegalArgumentException.class, () -> config.find(ZONE))
                            .getMessage());
        }

        @Test
        void gettingAnOptionalKeyThatWasLeftOut() {
            AdapterConfig config = config(Map.of("directory", "."));
            assertEquals(
                    "Adapter 'csv' got no value for the key 'zone', which is optional. Read it with find, or declare a"
                            + " default",
                    assertThrows(IllegalArgumentException.class, () -> config.get(ZONE))
                            .getMessage());
        }

        @Test
        void keysWithoutNameOrExplanation() {
            assertEquals(
                    "'Limit' is not a key name (expected [a-z][A-Za-z0-9]*)",
                    assertThrows(IllegalArgumentException.class, () -> ConfigKey.text("Limit", "rows"))
                            .getMessage());
            assertEquals(
                    "The key 'limit' must say in one line what it sets",
                    assertThrows(IllegalArgumentException.class, () -> ConfigKey.text("limit", " "))
                            .getMessage());
        }
    }

    @Nested
    class KeepsSecrets {
        @Test
        void outOfPrintedConfigurationsAndSecrets() {
            AdapterConfig config = config(Map.of("directory", ".", "token", "canary"));
            assertEquals("***", config.get(TOKEN).toString());
            assertEquals("***", String.valueOf(Secret.of("")));
            assertFalse(config.toString().contains("canary"));
        }

        @Test
        void outOfRefusals() {
            ConfigurationException refusal = assertThrows(
                    ConfigurationException.class,
                    () -> AdapterConfig.of(
                            "csv",
                            List.of(TOKEN),
                            Json.object(Map.of("token", Json.array(List.of(Json.of("canary")))))));
            assertEquals(
                    "Adapter 'csv' key 'token': *** is not a text, a number or a truth value", refusal.getMessage());
            assertEquals(
                    List.of("Adapter 'csv' key 'token': *** is empty"),
                    assertThrows(
                                    ConfigurationException.class,
                                    () -> AdapterConfig.of("csv", List.of(TOKEN), Map.of("token", "")))
                            .problems());
        }
    }

    @Test
    void isRefusedWithProblemsThatASerialisedRefusalKeeps() throws Exception {
        ConfigurationException refused = new ConfigurationException(List.of("one", "two"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refused);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            ConfigurationException again = (ConfigurationException) in.readObject();
            assertEquals(List.of("one", "two"), again.problems());
            assertEquals(refused.getMessage(), again.getMessage());
        }
    }
}
