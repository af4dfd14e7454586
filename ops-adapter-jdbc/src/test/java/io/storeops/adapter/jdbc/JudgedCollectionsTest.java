package io.storeops.adapter.jdbc;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.CollectingScenarios;
import io.storeops.CollectingShop;
import io.storeops.StoreFixture;
import io.storeops.maintenance.Anomaly;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is collected is judged once, whatever keeps it and however many processes look. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class JudgedCollectionsTest {
    private static final int DETECTIONS = Full.times(500, 100);

    @TempDir
    Path directory;

    private Storage file(Clock clock) {
        JdbcStorageProvider provider = new JdbcStorageProvider();
        return provider.create(
                AdapterConfig.of("jdbc", provider.configKeys(), Map.of("url", "jdbc:h2:./shop")),
                AdapterContext.of(clock, StoreFixture.tables(), directory));
    }

    @Test
    void tenAlternationsInTwoLivesOfAFileAreOneAnomalyOneNoticeAndOneRecovery() {
        CollectingScenarios.tenAlternations(this::file);
    }

    @Test
    void aShiftedPriceBookIsOneAnomalyOfItsSource() {
        CollectingScenarios.shiftedBook(this::file, CollectingScenarios.listings());
    }

    /** 1,000 times with {@code -Dstoreops.test.full}: two JVMs, each of which has half of them, and clocks that go a little apart. */
    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#processes")
    void twoProcessesThatSeeTheSameFindOneAnomalyAndSendOneNotice(TestServer server) throws Exception {
        String url = TestDatabase.urlOfNewPlace(server);
        CollectingShop shop =
                new CollectingShop(clock -> JdbcStorage.on(TestDatabase.plain(url), StoreFixture.tables()));
        try (ChildProcess one = ChildProcess.start(DetectWorker.class, url, shop.now() + "", "0");
                ChildProcess two = ChildProcess.start(DetectWorker.class, url, shop.now() + "", "1")) {
            List<ChildProcess> workers = List.of(one, two);
            for (ChildProcess worker : workers) {
                worker.tell(Integer.toString(DETECTIONS));
            }
            long[] found = new long[2];
            long[] sent = new long[2];
            for (int i = 0; i < 2; i++) {
                String[] said = workers.get(i).answersUntilDone().get(0).split(" ", 2);
                found[i] = Long.parseLong(said[0]);
                sent[i] = Long.parseLong(said[1]);
            }
            assertEquals(1, LongStream.of(found).sum());
            assertEquals(1, LongStream.of(sent).sum());
        }
        List<Anomaly> anomalies = shop.ops().deskOf(MANAGER).maintenance().anomalies(STORE);
        assertEquals(List.of("PRICE of A FOUND"), shop.known());
        assertEquals(2 * DETECTIONS, anomalies.get(0).counts().observations());
        assertEquals(List.of("found"), shop.messages());
        shop.ops().close();
    }
}
