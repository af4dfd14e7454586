package io.storeops.maintenance;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.document.PlainText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people are told about an anomaly, word by word. */
class AnomalyMessagesTest {
    private final AnomalyShop shop = new AnomalyShop();

    private void assertTold(String what, String... lines) {
        shop.shop.ops.deliverDue(STORE);
        String id = "anomaly/E1/1/" + what;
        assertEquals(
                List.of(lines),
                shop.shop.channel.attempts().stream()
                        .filter(message -> message.id().equals(id))
                        .map(message -> PlainText.of(message.document()))
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    @Test
    void thatARuleFoundItAndThatItIsGoodAgain() {
        shop.look(9_000);
        assertTold(
                "found",
                "发现异常 E1",
                "事项：PRICE A 搪瓷杯",
                "开始：2024-06-16 09:00，处理时限：2024-06-16 09:10",
                "现为 CNY 90.00，应为 CNY 100.00");
        shop.minute();
        shop.look(10_000);
        shop.minute();
        shop.look(10_000);
        assertTold("recovered", "异常已自行恢复 E1", "事项：PRICE A 搪瓷杯", "开始：2024-06-16 09:00，处理时限：2024-06-16 09:10");
    }

    @Test
    void thatSomebodyAsksForADecisionAndThatNobodyAnswers() {
        shop.report("E1");
        shop.escalate("E1");
        assertTold(
                "escalation-1",
                "异常上报 E1",
                "事项：PRICE A 搪瓷杯",
                "开始：2024-06-16 09:00，处理时限：2024-06-16 09:10",
                "现为 9000，应为 10000",
                "请反馈：mgr-1",
                "建议：match it");
        shop.pass(Duration.ofMinutes(30));
        shop.shop.ops.tick(STORE);
        assertTold("reminder", "催办异常 E1", "事项：PRICE A 搪瓷杯", "开始：2024-06-16 09:00，处理时限：2024-06-16 09:10", "请反馈：mgr-1");
        shop.pass(Duration.ofMinutes(30));
        shop.shop.ops.tick(STORE);
        assertTold("level-2", "异常升级上报 E1", "事项：PRICE A 搪瓷杯", "开始：2024-06-16 09:00，处理时限：2024-06-16 09:10", "请反馈：sup-1");
    }

    @Test
    void thatItIsPutRight() {
        shop.report("E1");
        shop.putRight("E1");
        assertTold("notice-3", "异常已处理 E1", "事项：PRICE A 搪瓷杯", "开始：2024-06-16 09:00，处理时限：2024-06-16 09:10");
    }

    /** Who reports an anomaly knows of it; only what a rule finds is told. */
    @Test
    void nothingOfWhatSomebodyReports() {
        shop.report("E1");
        assertTold("found");
        assertEquals(List.of(), shop.shop.deliveries());
        assertEquals(
                AnomalyState.CORRECTING, shop.duty(KEEPER).claim(STORE, "E1", 1).state());
    }
}
