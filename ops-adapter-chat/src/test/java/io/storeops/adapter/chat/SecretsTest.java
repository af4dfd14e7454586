package io.storeops.adapter.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.adapter.chat.FakeServer.Behaviour;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.json.Json;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.AdapterProvider;
import io.storeops.spi.Adapters;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.Secret;
import io.storeops.spi.StorageProvider;
import io.storeops.spi.StoreOpsLoader;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Query;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A canary as key and as signing key of every robot, and platforms that repeat all that they are sent: it is heard nowhere. */
class SecretsTest {
    private static final String CANARY = String.join("-", "canary", "5d41402abc4b2a76b9719d91");
    private static final String SIGNING = String.join("-", "SEC", "7d793037a0760186574b0282");
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final Path LOG = Path.of("target", "all-levels.log");

    @TempDir
    private Path directory;

    private final SettableClock clock = SettableClock.at(Shop.boundary(DAY, 1));
    private final MemoryStorage kept = MemoryStorage.empty(clock);
    private final Shop shop = new Shop("S1", "DATA_GROUP", List.of("连衣裙"));
    private final List<String> heard = new ArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level usual = root.getLevel();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord line) {
            heard.add(line.getMessage() + textOf(line.getThrown()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        listening.setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(listening);
    }

    @AfterEach
    void itIsHeardNowhere() throws Exception {
        root.removeHandler(listening);
        root.setLevel(usual);
        heard.add(Files.exists(LOG) ? Files.readString(LOG) : "");
        for (String text : heard) {
            for (String secret : List.of(CANARY, SIGNING)) {
                for (int i = 0; i + 12 <= secret.length(); i++) {
                    String piece = secret.substring(i, i + 12);
                    assertFalse(text.contains(piece), () -> piece + " in " + text);
                }
            }
        }
    }

    private static String textOf(Throwable failure) {
        if (failure == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** The library's memory, which the test can look into. */
    private final class Kept implements StorageProvider {
        @Override
        public String name() {
            return "kept";
        }

        @Override
        public List<ConfigKey<?>> configKeys() {
            return List.of();
        }

        @Override
        public Storage create(AdapterConfig config, AdapterContext context) {
            return kept;
        }
    }

    private StoreOps open(Service service, String webhook) throws Exception {
        Files.writeString(directory.resolve("catalog.json"), shop.catalog());
        Files.writeString(directory.resolve("roster.json"), shop.roster(20));
        Map<String, Json> channel = new TreeMap<>(Map.of(
                "adapter", Json.of(service.provider.name()),
                "webhook", Json.of(webhook),
                "timeout", Json.of("PT1S"),
                "localhost", Json.of(true)));
        if (service == Service.DINGTALK || service == Service.FEISHU) {
            channel.put("signingKey", Json.of(SIGNING));
        }
        Path file = Files.writeString(directory.resolve("storeops.json"), """
                { "storage": { "adapter": "kept" },
                  "stores": [ { "catalog": "catalog.json", "roster": "roster.json" } ],
                  "channels": { "DATA_GROUP": %s } }""".formatted(
                        Json.object(channel).canonical()));
        List<AdapterProvider<?>> providers = List.of(new Kept(), service.provider);
        return StoreOpsLoader.open(file, Adapters.of(providers), clock);
    }

    /** An answer that repeats the request, as words of the platform. */
    private static Behaviour repeats(FakeServer.Request request, int number) {
        String all = request.target() + " " + request.headers() + " " + request.text() + " " + CANARY + " " + SIGNING;
        String words = Json.of(all).canonical();
        String body = "{\"errcode\":40001,\"errmsg\":" + words + ",\"code\":19001,\"msg\":" + words + "}";
        return switch (number % 6) {
            case 0 -> Behaviour.answers(200, "", body);
            case 1 -> Behaviour.answers(400, "", body);
            case 2 -> Behaviour.answers(500, "", body);
            case 3 -> Behaviour.answers(302, "Location: http://127.0.0.1:1" + request.target() + "\r\n", all);
            case 4 -> Behaviour.waits(1_200, Behaviour.answers(200, "", body));
            default -> Behaviour.resets();
        };
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void norInWhatIsKeptOfItsAnswers(Service service) throws Exception {
        List<String> targets = new ArrayList<>();
        try (FakeServer server = FakeServer.start(request -> {
            targets.add(request.target());
            return repeats(request, targets.size() - 1);
        })) {
            String webhook = "http://127.0.0.1:" + server.port() + service.path.replace("SECRET", CANARY);
            try (StoreOps ops = open(service, webhook)) {
                SlotReporting reporting = ops.deskOf(Shop.OPERATOR).reporting();
                for (int slot = 1; slot <= 6; slot++) {
                    clock.set(Shop.boundary(DAY, slot).plusSeconds(60));
                    reporting.record(shop.store(), shop.readings(DAY, slot));
                    heard.add(reporting
                            .release(shop.store(), SlotId.of(DAY, slot))
                            .toString());
                }
                for (Table<?> table : StoreOps.tables()) {
                    kept.select(Query.of(table, shop.store())).items().forEach(row -> heard.add(row.toString()));
                }
            }
        }
        assertEquals(6, targets.size());
        assertTrue(targets.get(0).contains(CANARY), "the platform itself is told");
        assertTrue(heard.toString().contains(service == Service.SLACK ? "HTTP 400" : "***"), heard.toString());
    }

    @Test
    void norInARefusalToBeMade() {
        for (String webhook : List.of(
                "https://evil.example/cgi-bin/webhook/send?key=" + CANARY,
                CANARY,
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=" + CANARY + "#\u0001",
                "https://" + CANARY + "@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x")) {
            heard.add(textOf(assertThrows(RuntimeException.class, () -> open(Service.WECOM, webhook))));
        }
    }

    @Test
    void norInWhatARobotSaysOfItself() {
        Webhook webhook = new Webhook(Secret.of("https://oapi.dingtalk.com/robot/send?access_token=" + CANARY));
        DingTalk platform = new DingTalk(webhook, DingTalk.Form.TEXT, Optional.of(Secret.of(SIGNING)));
        heard.add(platform.toString());
        heard.add(webhook.toString());
        heard.add(new Mask(platform.secrets()).toString());
        heard.add(platform.request(Json.object(Map.of()), clock.instant()).toString());
        assertTrue(platform.toString().contains("oapi.dingtalk.com/***"), platform.toString());
    }
}
