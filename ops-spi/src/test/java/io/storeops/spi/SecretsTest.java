package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.figures.Figures;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A canary in every secret of a configuration, and adapters that sing: it is heard nowhere (1.16). */
class SecretsTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final Path LOG = Path.of("target", "all-levels.log");

    @TempDir
    private Path directory;

    private final SettableClock clock = SettableClock.at(Instant.parse("2024-06-16T01:01:00Z"));
    private final MemoryStorage kept = MemoryStorage.empty(clock);
    private final TalkativeAdapters adapters = new TalkativeAdapters(kept);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void writeDocuments() throws IOException {
        Files.writeString(directory.resolve("catalog.json"), """
                { "store": { "id": "S1", "zone": "Asia/Shanghai", "currency": "CNY" },
                  "people": [ { "id": "op-1", "assignments":
                    [ { "role": "OPERATOR", "store": "S1", "from": "2024-01-01" } ] } ] }""");
        Files.writeString(directory.resolve("roster.json"), """
                { "position": { "version": "1", "effectiveFrom": "2024-01-01" },
                  "slotPlan": { "boundaries": [ "09:00", "10:00", "11:00", "12:00", "13:00", "14:00" ],
                                "collectBy": "PT10M", "releaseBy": "PT15M", "missedAt": "NEXT_DAY 09:00" },
                  "duties": [ { "id": "1.2", "module": 1, "name": "发布", "en": "Release",
                                "cadence": { "kind": "EACH_BOUNDARY" }, "urgency": "PROMPT",
                                "evidence": [ "CHANNEL_RECEIPT:DATA_GROUP" ], "permission": "EXECUTE:X1" } ],
                  "roles": { "OPERATOR": [ "EXECUTE:X1" ] } }""");
    }

    @AfterEach
    void theCanaryIsHeardNowhere() throws IOException {
        for (Table<?> table : StoreOps.tables()) {
            kept.select(Query.of(table, STORE)).items().forEach(row -> heard.add(String.valueOf(row)));
        }
        for (String text : heard) {
            assertFalse(text.contains(Canary.SECRET), text);
        }
        assertFalse(Files.readString(LOG).contains(Canary.SECRET), LOG + " has the canary");
    }

    private StoreOps open(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("storeops.json"), text.replace("CANARY", Canary.SECRET));
        return StoreOpsLoader.open(file, adapters.adapters(), clock);
    }

    private StoreOps open() throws IOException {
        return open("""
                { "storage": { "adapter": "vault", "password": "CANARY" },
                  "stores": [ { "catalog": "catalog.json", "roster": "roster.json",
                                "marketplace": { "adapter": "platform", "token": "CANARY" } } ],
                  "channels": { "DATA_GROUP": { "adapter": "robot", "webhookKey": "CANARY" } } }""");
    }

    private <X extends Throwable> X hear(Class<X> type, Work work) {
        X thrown = assertThrows(type, work::run);
        heard.add(Canary.textOf(thrown));
        heard.addAll(Canary.textsReachableFrom(thrown));
        return thrown;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void record(SlotReporting desk, int slot) {
        desk.record(
                STORE,
                List.of(new Reading(
                        Subject.ofStore(STORE),
                        SlotId.of(DAY, slot),
                        DAY.atTime(8 + slot, 0)
                                .atZone(ZoneId.of("Asia/Shanghai"))
                                .toInstant(),
                        Figures.of(100L * slot, 10L * slot, slot),
                        Semantics.CUMULATIVE_DAY,
                        Quality.ACTUAL,
                        "hand",
                        Optional.empty())));
    }

    @Nested
    class AtWork {
        private void releaseAnswered(SlotReporting desk, int slot, Function<String, SendResult> answer) {
            clock.set(Instant.parse("2024-06-16T00:01:00Z").plusSeconds(3600L * slot));
            adapters.answers.add(answer);
            record(desk, slot);
            heard.add(desk.release(STORE, SlotId.of(DAY, slot)).toString());
        }

        @Test
        void itIsInNoAnswerOfAChannel() throws IOException {
            StoreOps ops = open();
            SlotReporting desk = ops.deskOf(ActorId.of("op-1")).reporting();
            releaseAnswered(desk, 1, secret -> new SendResult.Accepted("receipt " + secret, clock.instant()));
            releaseAnswered(desk, 2, secret -> new SendResult.Refused("no robot " + secret, Optional.empty()));
            releaseAnswered(desk, 3, secret -> new SendResult.Unknown("POST /robot/" + secret + " timed out"));
            releaseAnswered(desk, 4, secret -> {
                throw new IllegalStateException("https://example.com/" + secret, new IOException(secret));
            });
            String deliveries =
                    kept.select(Query.of(Delivery.TABLE, STORE)).items().toString();
            assertTrue(deliveries.contains("receipt ***"), deliveries);
            assertTrue(deliveries.contains("no robot ***"), deliveries);
            assertTrue(deliveries.contains("POST /robot/*** timed out"), deliveries);
            assertTrue(Files.readString(LOG).contains("https://example.com/***"));
            heard.addAll(Canary.textsReachableFrom(ops));
        }

        @Test
        void itIsInNothingThatAMarketplaceSays() throws IOException {
            StoreOps ops = open();
            SlotReporting desk = ops.deskOf(ActorId.of("op-1")).reporting();
            AdapterException failed = hear(AdapterException.class, () -> desk.collect(STORE, SlotId.of(DAY, 1)));
            assertEquals("token *** expired", failed.getMessage());
            assertEquals(FaultKind.AUTH, failed.kind());
            OrderIntake intake = desk.collectOrders(STORE, DAY);
            assertEquals(
                    List.of("https://example.com/?token=***:1 column c ***: *** is not an order"),
                    intake.problems().stream().map(Object::toString).toList());
            assertEquals("orders-***.csv", intake.covered().get(0).source());
        }

        @Test
        void itIsInNothingThatAPartOfAMarketplaceSays() throws IOException {
            StoreOps ops = open("""
                    { "storage": { "adapter": "vault", "password": "CANARY" },
                      "stores": [ { "catalog": "catalog.json", "roster": "roster.json",
                                    "marketplace": { "adapter": "several", "parts": {
                                      "shop": { "adapter": "platform", "token": "CANARY" } } } } ] }""");
            SlotReporting desk = ops.deskOf(ActorId.of("op-1")).reporting();
            AdapterException failed = hear(AdapterException.class, () -> desk.collect(STORE, SlotId.of(DAY, 1)));
            assertEquals("Part 'shop': token *** expired", failed.getMessage());
            assertEquals(
                    List.of("https://example.com/?token=***:1 column c ***: *** is not an order"),
                    desk.collectOrders(STORE, DAY).problems().stream()
                            .map(Object::toString)
                            .toList());
        }

        @Test
        void itIsNotSaidWhenAnAdapterCannotBeClosed() throws IOException {
            StoreOps ops = open();
            IllegalStateException failed = hear(IllegalStateException.class, ops::close);
            assertTrue(Canary.textOf(failed).contains("cannot close what *** opened"));
        }
    }

    static List<Function<String, RuntimeException>> failures() {
        return TalkativeAdapters.failures();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itIsInNoFailureOfAStorage(Function<String, RuntimeException> failure) throws IOException {
        StoreOps ops = open();
        adapters.storageFailsWith(failure);
        SlotReporting desk = ops.deskOf(ActorId.of("op-1")).reporting();
        RuntimeException thrown = hear(RuntimeException.class, () -> record(desk, 1));
        assertEquals(failure.apply("") instanceof AdapterException, thrown instanceof AdapterException);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itIsInNoFailureToMakeAnAdapter(Function<String, RuntimeException> failure) {
        for (String adapter : List.of("vault", "platform", "robot")) {
            adapters.cannotBeMade(adapter, failure);
            hear(RuntimeException.class, SecretsTest.this::open);
        }
    }

    @Test
    void aCommitOfWhichNobodyCanKnowStaysOne() {
        StorageProvider vault = adapters.adapters().storage("vault");
        Redaction redaction =
                Redaction.of(Json.object(Map.of("password", Json.of(Canary.SECRET))), adapters.adapters());
        Storage storage = vault.create(
                AdapterConfig.of("vault", vault.configKeys(), Map.of("password", Canary.SECRET)),
                AdapterContext.of(clock, StoreOps.tables(), directory));
        Storage guarded = Guarded.by(redaction, Storage.class, storage);
        adapters.storageFailsWith(secret -> new CommitUnknownException(
                STORE, CommitId.of("c-7"), new AdapterException(FaultKind.TRANSIENT, "reset " + secret)));
        CommitUnknownException unknown =
                hear(CommitUnknownException.class, () -> guarded.commit(Changes.of(STORE, CommitId.of("c-7"))));
        assertEquals(
                "Nobody can know whether commit c-7 of store S1 happened. Ask committed(store, id) once the storage answers"
                        + " again; do not repeat it blindly",
                unknown.getMessage());
        heard.addAll(Canary.textsReachableFrom(redaction));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"storage\": { \"adapter\": \"vault\", \"password\": [\"CANARY\"] }, \"stores\": [] }",
                "{ \"storage\": { \"adapter\": \"vault\", \"password\": { \"a\": \"CANARY\" } }, \"stores\": [] }",
                "{ \"storage\": { \"adapter\": \"vault\", \"password\": CANARY }, \"stores\": [] }",
                "{ \"storage\": { \"adapter\": \"vault\", \"password\": \"CANARY }",
                "{ \"storage\": { \"adapter\": \"vault\", \"password\": \"CANARY\", \"x\": 1 }, \"stores\": [] }",
                "{ \"storage\": { \"adapter\": { \"password\": \"CANARY\" } }, \"stores\": [] }",
                "{ \"storage\": [ { \"password\": \"CANARY\" } ], \"stores\": [] }",
                "{ \"storage\": { \"adapter\": \"none\", \"password\": \"CANARY\" }, \"stores\": [] }",
                "{ \"storage\": { \"adapter\": \"vault\", \"password\": \"CANARY\" }, \"stores\": { \"token\": \"CANARY\" } }",
                "{ \"vault\": { \"password\": \"CANARY\" }, \"storage\": {}, \"stores\": [] }",
                "{ \"storage\": { \"adapter\": \"vault\", \"password\": \"CANARY\" }, \"stores\": [], \"channels\": { \"A\": { \"adapter\": \"robot\", \"webhookKey\": \"CANARY\", \"unknown\": { \"webhookKey\": \"CANARY\" } } } }",
            })
    void itIsInNoRefusalOfAConfiguration(String configuration) {
        hear(RuntimeException.class, () -> open(configuration));
    }
}
