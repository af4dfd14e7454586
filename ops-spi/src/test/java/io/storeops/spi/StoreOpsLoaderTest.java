package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Item;
import io.storeops.catalog.Store;
import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.document.Line;
import io.storeops.document.Markdown;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.AuditEntry;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.failure.StoreOpsException;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.publishing.Channel;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.several.SeveralMarketplacesProvider;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreOpsLoaderTest {
    private static final String CATALOG = """
            { "store": { "id": "%s", "name": "店铺", "zone": "Asia/Shanghai", "currency": "CNY" },
              "items": [ { "id": "item-1", "active_from": "2024-01-01" } ],
              "people": [ { "id": "op-1", "assignments":
                [ { "role": "OPERATOR", "store": "%<s", "from": "2024-01-01" } ] } ] }
            """;
    private static final String ROSTER = """
            { "position": { "version": "1", "effectiveFrom": "2024-01-01" },
              "slotPlan": { "boundaries": [ "09:00", "10:00" ], "collectBy": "PT10M", "releaseBy": "PT15M",
                            "missedAt": "NEXT_DAY 09:00" },
              "roles": { "OPERATOR": [ "EXECUTE:X1" ] } }
            """;

    @TempDir
    private Path directory;

    private final Clock clock = SettableClock.at(Instant.parse("2024-06-16T01:30:00Z"));
    private final List<String> closed = new ArrayList<>();
    private final List<AdapterContext> contexts = new ArrayList<>();
    private Storage storage = MemoryStorage.empty(clock);

    @BeforeEach
    void writeDocuments() throws IOException {
        storage = MemoryStorage.empty(clock);
        Files.writeString(directory.resolve("catalog.json"), CATALOG.formatted("S1"));
        Files.writeString(directory.resolve("roster.json"), ROSTER);
    }

    private Path configuration(String text) throws IOException {
        return Files.writeString(directory.resolve("storeops.json"), text);
    }

    private StoreOps open(String text) throws IOException {
        return StoreOpsLoader.open(
                configuration(text),
                Adapters.of(List.of(
                        new Kept(),
                        new Shop(),
                        new Postbox(),
                        new Moody(),
                        new Press(),
                        new SeveralMarketplacesProvider())),
                clock);
    }

    private <X extends StoreOpsException> X refused(Class<X> type, String text) {
        return assertThrows(type, () -> open(text));
    }

    @Nested
    class Opens {
        @Test
        void everyStoreWithItsCatalogueRosterMarketplaceAndTheChannels() throws IOException {
            Files.writeString(directory.resolve("second.json"), CATALOG.formatted("S2"));
            StoreOps ops = open("""
                    { "storage": { "adapter": "kept", "note": "x" },
                      "stores": [
                        { "catalog": "catalog.json", "roster": "roster.json", "marketplace": { "adapter": "shop" } },
                        { "catalog": "second.json", "roster": "roster.json" } ],
                      "channels": { "DATA_GROUP": { "adapter": "postbox", "unknown": "REPEAT" } } }""");
            assertEquals(
                    List.of(StoreId.of("S1")),
                    storage.select(Query.of(Store.TABLE, StoreId.of("S1"))).items().stream()
                            .map(found -> found.value().id())
                            .toList());
            assertEquals(
                    1,
                    storage.select(Query.of(Item.TABLE, StoreId.of("S2")))
                            .items()
                            .size());
            assertEquals(List.of(), closed);
            ops.close();
            assertEquals(List.of("shop", "postbox", "storage"), closed);
        }

        @Test
        void withTheChannelOfTheRosterAndTheLanguageOfTheCatalogue() throws IOException {
            OutgoingMessage sent = released("ENGLISH", "{}");
            assertEquals("MAIL", sent.channel());
            assertEquals("[S1] 2024-06-16 09:00 Time-slot data P01", Markdown.title(sent.document()));
            assertTrue(
                    Markdown.body(sent.document()).endsWith("| Day so far | 1.00 | 10 | 1 | 10.00% |\n"),
                    Markdown.body(sent.document()));
        }

        @Test
        void withTheHeadOfTheAuditChainInItsReleases() throws IOException {
            OutgoingMessage sent = released("CHINESE", "{ \"anchor\": true }");
            AuditEntry known = storage.select(Query.of(AuditEntry.TABLE, StoreId.of("S1")))
                    .items()
                    .get(1)
                    .value();
            assertEquals("RECORD_READINGS", known.record().act());
            assertTrue(
                    Markdown.body(sent.document()).endsWith("|\n\n审计链 " + known.anchor() + "\n"),
                    Markdown.body(sent.document()));
        }

        @Test
        void withoutTheHeadOfTheAuditChainIfToldSo() throws IOException {
            OutgoingMessage sent = released("CHINESE", "{ \"anchor\": false }");
            assertFalse(Markdown.body(sent.document()).contains("审计链"), Markdown.body(sent.document()));
        }

        @Test
        void withTheRendererThatItNamesAndWithPlainTextOtherwise() throws IOException {
            Document document = Document.of(Line.of("t"), List.of());
            try (StoreOps plain = open("{ \"storage\": { \"adapter\": \"kept\" }, \"stores\": [] }")) {
                assertEquals(
                        "text/plain",
                        plain.render(StoreId.of("S1"), document, Locale.ENGLISH).contentType());
            }
            StoreOps ops = open("""
                    { "storage": { "adapter": "kept" }, "stores": [], "renderer": { "adapter": "press" } }""");
            assertEquals(
                    "application/x-press",
                    ops.render(StoreId.of("S1"), document, Locale.ENGLISH).contentType());
            closed.clear();
            ops.close();
            assertEquals(List.of("press", "storage"), closed);
        }

        /** The first release of a store that is opened with a format of releases. */
        private OutgoingMessage released(String language, String format) throws IOException {
            Files.writeString(directory.resolve("staffed.json"), """
                    { "store": { "id": "S1", "zone": "Asia/Shanghai", "currency": "CNY", "language": "%s" },
                      "people": [ { "id": "op-1", "assignments": [
                        { "role": "OPERATOR", "store": "S1", "from": "2024-01-01", "to": null } ] } ] }""".formatted(language));
            Files.writeString(directory.resolve("staff-roster.json"), """
                    { "position": { "version": "1", "effectiveFrom": "2024-01-01" },
                      "slotPlan": { "boundaries": [ "09:00" ], "collectBy": "PT1H", "releaseBy": "PT1H",
                                    "missedAt": "NEXT_DAY 09:00" },
                      "duties": [ { "id": "1.2", "module": 1, "name": "发布", "en": "Release",
                                      "cadence": { "kind": "EACH_BOUNDARY" }, "urgency": "PROMPT",
                                      "evidence": [ "CHANNEL_RECEIPT:MAIL" ], "permission": "EXECUTE:X1" } ],
                      "roles": { "OPERATOR": [ "EXECUTE:X1" ] } }""");
            try (StoreOps ops = open("""
                    { "storage": { "adapter": "kept" },
                      "stores": [ { "catalog": "staffed.json", "roster": "staff-roster.json" } ],
                      "channels": { "MAIL": { "adapter": "postbox" } },
                      "releases": %s }""".formatted(format))) {
                StoreId store = StoreId.of("S1");
                SlotReporting duty = ops.deskOf(ActorId.of("op-1")).reporting();
                SlotId slot = SlotId.of(LocalDate.of(2024, 6, 16), 1);
                duty.record(
                        store,
                        List.of(new Reading(
                                Subject.ofStore(store),
                                slot,
                                clock.instant(),
                                Figures.of(100, 10, 1),
                                Semantics.CUMULATIVE_DAY,
                                Quality.ACTUAL,
                                "test",
                                Optional.empty())));
                duty.release(store, slot);
                return storage.select(Query.of(Delivery.TABLE, store))
                        .items()
                        .get(0)
                        .value()
                        .message();
            }
        }

        @Test
        void withTheLibrarysTablesTheClockAndTheFilesFolder() throws IOException {
            open("{ \"storage\": { \"adapter\": \"kept\" }, \"stores\": [] }").close();
            assertEquals(StoreOps.tables(), contexts.get(0).tables());
            assertEquals(clock, contexts.get(0).clock());
            assertEquals(directory.toAbsolutePath().normalize(), contexts.get(0).directory());
            assertEquals(directory.resolve("exports"), contexts.get(0).resolve(Path.of("data", "..", "exports")));
        }

        @Test
        void withTheAdaptersOfTheClassPathAndTheSystemsClock() throws IOException {
            Path file = configuration("""
                    { "storage": { "adapter": "memory" },
                      "stores": [ { "catalog": "catalog.json", "roster": "roster.json" } ],
                      "channels": { "DATA_GROUP": { "adapter": "file", "directory": "outbox" } } }""");
            try (StoreOps ops = StoreOpsLoader.open(file)) {
                assertTrue(Files.isDirectory(directory.resolve("outbox")));
                assertEquals(List.of(), ops.deliverDue(StoreId.of("S1")));
            }
        }
    }

    @Nested
    class Refuses {
        @Test
        void anUnknownMemberAnywhere() {
            assertEquals(
                    "storeops.json $: the member 'stroage' is unknown; known: [channels, releases, renderer, storage, stores]",
                    refused(DocumentException.class, "{ \"stroage\": {}, \"stores\": [] }")
                            .getMessage());
            assertEquals(
                    "storeops.json $.stores[0]: the member 'market' is unknown; known: [catalog, marketplace, roster]",
                    refused(DocumentException.class, """
                                    { "storage": { "adapter": "kept" },
                                      "stores": [ { "catalog": "catalog.json", "roster": "roster.json", "market": {} } ] }""").getMessage());
        }

        @Test
        void everyWrongAdapterAtOnceWithItsPath() {
            assertEquals("""
                    5 problems with the configuration:
                    - storeops.json $.storage: No storage adapter named 'mongo'. Found: [kept]. Is its jar on the class path?
                    - storeops.json $.stores[0].marketplace: Adapter 'shop' does not know the key 'dir'. Known keys: []
                    - storeops.json $.channels.A: Adapter 'postbox' does not know the key 'to'. Known keys: []
                    - storeops.json $.channels.B: No channel adapter named 'weixin'. Found: [moody, postbox]. Is its jar on the class path?
                    - storeops.json $.renderer: No renderer adapter named 'pdf'. Found: [press]. Is its jar on the class path?""", refused(ConfigurationException.class, """
                                    { "storage": { "adapter": "mongo" },
                                      "stores": [ { "catalog": "catalog.json", "roster": "roster.json",
                                                    "marketplace": { "adapter": "shop", "dir": "x" } } ],
                                      "channels": { "A": { "adapter": "postbox", "to": "x" },
                                                    "B": { "adapter": "weixin" } },
                                      "renderer": { "adapter": "pdf" } }""").getMessage());
        }

        private String several(String settings) {
            return """
                    { "storage": { "adapter": "kept" },
                      "stores": [ { "catalog": "catalog.json", "roster": "roster.json",
                                    "marketplace": { "adapter": "several", %s } } ] }""".formatted(settings);
        }

        @Test
        void everyWrongPartOfAMarketplaceWithItsPathBeforeAnythingIsMade() {
            assertEquals(
                    """
                    3 problems with the configuration:
                    - storeops.json $.stores[0].marketplace.parts.a: Adapter 'shop' does not know the key 'url'. Known keys: []
                    - storeops.json $.stores[0].marketplace.parts.b: No marketplace adapter named 'bazaar'. Found: [several, shop].\
                     Is its jar on the class path?
                    - storeops.json $.stores[0].marketplace.parts.c.parts.d: Adapter 'shop' does not know the key 'x'. Known\
                     keys: []""", refused(ConfigurationException.class, several("""
                    "parts": { "a": { "adapter": "shop", "url": "y" }, "b": { "adapter": "bazaar" },
                               "c": { "adapter": "several", "parts": { "d": { "adapter": "shop", "x": 1 } } } }""")).getMessage());
            assertEquals(List.of(), contexts);
        }

        @Test
        void partsThatAreNoneWithoutShowingWhatStandsThere() {
            for (String parts : List.of("{}", "[]", "{ \"a\": {} }", "{ \"a\": \"pw-1\" }", "\"pw-1\"")) {
                assertEquals(
                        "storeops.json $.stores[0].marketplace: Adapter 'several' key 'parts': *** is not an object of one"
                                + " marketplace or more, each an object with its adapter",
                        refused(ConfigurationException.class, several("\"parts\": " + parts))
                                .getMessage());
            }
        }

        @Test
        void partsThatDoNotGoTogetherAndClosesThem() {
            assertEquals(
                    "storeops.json $.stores[0].marketplace: Adapter 'several' cannot be made: 'from' says that stock is of part"
                            + " 'b', which has none. The parts have: a [], b []",
                    refused(
                                    ConfigurationException.class,
                                    several(
                                            "\"from\": { \"stock\": \"b\" }, \"parts\": { \"a\": { \"adapter\": \"shop\" }, \"b\": {"
                                                    + " \"adapter\": \"shop\" } }"))
                            .getMessage());
            assertEquals(List.of("shop", "shop", "storage"), closed);
            assertEquals(
                    "storeops.json $.stores[0].marketplace: Adapter 'several' cannot be made: The key 'aliases' names 'c', which"
                            + " is no part; the parts are [a]",
                    refused(
                                    ConfigurationException.class,
                                    several(
                                            "\"aliases\": { \"c\": \"ids.csv\" }, \"parts\": { \"a\": { \"adapter\": \"shop\" } }"))
                            .getMessage());
            AdapterException missing = refused(
                    AdapterException.class,
                    several("\"aliases\": { \"a\": \"ids.csv\" }, \"parts\": { \"a\": { \"adapter\": \"shop\" } }"));
            assertEquals(FaultKind.NOT_FOUND, missing.kind());
        }

        @Test
        void aChannelOfReleasesBesideTheRosters() {
            assertEquals(
                    "storeops.json $.releases: the member 'channel' is unknown; known: [anchor]",
                    refused(DocumentException.class, """
                                    { "storage": { "adapter": "kept" }, "stores": [],
                                      "channels": { "A": { "adapter": "postbox" } },
                                      "releases": { "channel": "NEWS" } }""").getMessage());
        }

        @Test
        void aPolicyThatDoesNotExist() {
            assertEquals(
                    "storeops.json $.channels.A.unknown: \"IGNORE\" is not a policy (expected HOLD or REPEAT)",
                    refused(DocumentException.class, """
                                    { "storage": { "adapter": "kept" }, "stores": [],
                                      "channels": { "A": { "adapter": "postbox", "unknown": "IGNORE" } } }""").getMessage());
        }

        @Test
        void aStoreThatStandsThereTwice() {
            assertEquals(
                    "storeops.json $.stores[1].catalog: \"catalog.json\" is of store S1, which stands here already",
                    refused(DocumentException.class, """
                                    { "storage": { "adapter": "kept" },
                                      "stores": [ { "catalog": "catalog.json", "roster": "roster.json" },
                                                  { "catalog": "catalog.json", "roster": "roster.json" } ] }""").getMessage());
        }

        @Test
        void aDocumentThatIsNotThereOrNotJson() throws IOException {
            AdapterException missing = refused(AdapterException.class, """
                    { "storage": { "adapter": "kept" },
                      "stores": [ { "catalog": "gone.json", "roster": "roster.json" } ] }""");
            assertEquals(FaultKind.NOT_FOUND, missing.kind());
            assertEquals(
                    "There is no file " + directory.resolve("gone.json") + ". Check the path, or create the file",
                    missing.getMessage());
            Files.writeString(directory.resolve("roster.json"), "{\n  \"position\": }");
            assertTrue(refused(DocumentException.class, """
                            { "storage": { "adapter": "kept" },
                              "stores": [ { "catalog": "catalog.json", "roster": "roster.json" } ] }""")
                    .getMessage()
                    .startsWith("roster.json:2:15 $.position: the text is not JSON: "));
        }

        @Test
        void aSecretsValueInAnyMessage() {
            ConfigurationException refusal = refused(
                    ConfigurationException.class,
                    "{ \"storage\": { \"adapter\": \"kept\", \"password\": \"canary\", \"x\": 1 }, \"stores\": [] }");
            assertFalse(refusal.toString().contains("canary"), refusal.toString());
        }
    }

    @Nested
    class ClosesWhatItMade {
        @Test
        void whenALaterAdapterCannotBeMade() {
            ConfigurationException refusal = refused(ConfigurationException.class, """
                    { "storage": { "adapter": "kept" }, "stores": [],
                      "channels": { "A": { "adapter": "postbox" }, "B": { "adapter": "moody" } } }""");
            assertEquals(
                    "storeops.json $.channels.B: Adapter 'moody' cannot be made: the moon is full. Wait a day",
                    refusal.getMessage());
            assertEquals(List.of("postbox", "storage"), closed);
        }

        @Test
        void whenAStoreCannotBeEnrolled() {
            storage = (Storage) Proxy.newProxyInstance(
                    Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                        throw new AdapterException(FaultKind.TRANSIENT, "the disk is full");
                    });
            AdapterException failure = refused(AdapterException.class, """
                    { "storage": { "adapter": "kept" },
                      "stores": [ { "catalog": "catalog.json", "roster": "roster.json" } ],
                      "channels": { "A": { "adapter": "postbox" } } }""");
            assertEquals("the disk is full", failure.getMessage());
            assertEquals(List.of("postbox", "storage"), closed);
        }
    }

    /** A storage that the test looks into, also after it was closed. */
    private final class Kept implements StorageProvider {
        @Override
        public String name() {
            return "kept";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of(
                    ConfigKey.text("note", "nothing").optional(),
                    ConfigKey.secret("password", "opens nothing").optional());
        }

        @Override
        public Storage create(AdapterConfig config, AdapterContext context) {
            contexts.add(context);
            return (Storage) Proxy.newProxyInstance(
                    Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            closed.add("storage");
                            return null;
                        }
                        try {
                            return method.invoke(storage, arguments);
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    private final class Shop implements MarketplaceProvider {
        @Override
        public String name() {
            return "shop";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of();
        }

        @Override
        public Marketplace create(AdapterConfig config, AdapterContext context) {
            return new Marketplace() {
                @Override
                public void close() {
                    closed.add("shop");
                }
            };
        }
    }

    private final class Postbox implements ChannelProvider {
        @Override
        public String name() {
            return "postbox";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of();
        }

        @Override
        public Channel create(AdapterConfig config, AdapterContext context) {
            return new Channel() {
                @Override
                public SendResult send(OutgoingMessage message) {
                    return new SendResult.Unknown("nobody empties the box");
                }

                @Override
                public void close() {
                    closed.add("postbox");
                }
            };
        }
    }

    private final class Press implements RendererProvider {
        @Override
        public String name() {
            return "press";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of();
        }

        @Override
        public DocumentRenderer create(AdapterConfig config, AdapterContext context) {
            return new DocumentRenderer() {
                @Override
                public Attachment render(
                        Document document, Locale language, Function<Sha256, Optional<byte[]>> pictures) {
                    return Attachment.of("application/x-press", new byte[0]);
                }

                @Override
                public void close() {
                    closed.add("press");
                }
            };
        }
    }

    private static final class Moody implements ChannelProvider {
        @Override
        public String name() {
            return "moody";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of();
        }

        @Override
        public Channel create(AdapterConfig config, AdapterContext context) {
            throw new IllegalArgumentException("the moon is full. Wait a day");
        }
    }
}
