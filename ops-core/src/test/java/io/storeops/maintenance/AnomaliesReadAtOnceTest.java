package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.AskedStorage;
import io.storeops.Scored;
import io.storeops.kpi.Kpi;
import io.storeops.storage.MemoryStorage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the storage is asked for anomalies, their episodes and their evidence: not once for each of them. */
class AnomaliesReadAtOnceTest {
    private final AskedStorage asked = new AskedStorage();
    private final AnomalyShop shop =
            AnomalyShop.inspecting(setup -> setup.storage(clock -> asked.over(MemoryStorage.empty(clock))));

    /** Each of a subject of its own; to be escalated within ten minutes, which nobody does. */
    private void found(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> shop.duty(KEEPER)
                        .report(
                                STORE,
                                Report.of(
                                        "E" + i,
                                        AnomalyShop.REFUNDS,
                                        "P" + i,
                                        "0.1",
                                        "0.08",
                                        shop.shop.clock.instant())));
    }

    private void decided(String id) {
        shop.escalate(id);
        shop.duty(MANAGER).giveFeedback(STORE, id, Feedback.Decision.of("HOLD", "wait"));
        shop.duty(KEEPER).close(STORE, id, AnomalyResult.HOLD);
    }

    private List<String> scores(LocalDate date) {
        return asked.during(
                () -> Scored.of(shop.shop, date, date, Kpi.K2_1, Kpi.K2_2).raw());
    }

    private void assertScanned(int evidence) {
        assertEquals(1, asked.times("scan anomaly"), asked.calls()::toString);
        assertEquals(1, asked.times("scan anomaly_episode"), asked.calls()::toString);
        assertEquals(evidence, asked.times("scan evidence"), asked.calls()::toString);
    }

    /** E0 is decided in time and with a screenshot, the others never. */
    @ParameterizedTest
    @ValueSource(ints = {2, 40})
    void manyAreReadAtOnce(int many) {
        found(0, many);
        decided("E0");
        shop.pass(Duration.ofHours(1));
        assertEquals(
                List.of(
                        "K2.1 1/" + many + (many == 2 ? " 50.00%" : " 2.50%"),
                        "K2.2 1/" + many + (many == 2 ? " 50.00%" : " 2.50%")),
                scores(DAY));
        assertScanned(1);
    }

    /** Of 42 anomalies the 2 of the second day: fewer than one in sixteen. */
    @Test
    void ofFewOfManyTheEvidenceOfTheOthersIsNotRead() {
        found(0, 40);
        shop.pass(Duration.ofDays(1));
        found(40, 42);
        decided("E41");
        shop.pass(Duration.ofHours(1));
        assertEquals(List.of("K2.1 1/2 50.00%", "K2.2 1/2 50.00%"), scores(NEXT));
        assertScanned(2);
    }
}
