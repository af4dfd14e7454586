package io.storeops.maintenance;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.catalog.Language;
import io.storeops.document.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read, whole, in both languages: ids, titles and values are the same in each. */
class AnomalyMessagesTest {
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\uFF00-\\uFFEF]");

    private static void assertSent(AnomalyShop shop, String anomaly, String what, String text) {
        String id = "anomaly/" + anomaly + "/1/" + what;
        assertEquals(
                text.replace("\\n", "\n"),
                shop.shop.deliveries().stream()
                        .filter(delivery -> delivery.messageId().equals(id))
                        .map(delivery ->
                                PlainText.of(delivery.message().document()).strip())
                        .findFirst()
                        .orElse("nothing sent as " + id));
    }

    private static void tick(AnomalyShop shop, int minutes) {
        shop.pass(Duration.ofMinutes(minutes));
        shop.shop.ops.tick(STORE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHINESE | 发现异常 E1         | 事项：PRICE A 搪瓷杯 | 开始：2024-06-16 09:00，处理时限：2024-06-16 09:10 | 现为 CNY 90.00，应为 CNY 100.00
            ENGLISH | Anomaly found E1 | About: PRICE A 搪瓷杯 | Since: 2024-06-16 09:00, to be handled by 2024-06-16 09:10 | It is CNY 90.00 and should be CNY 100.00
            """)
    void tellWhatARuleFound(Language language, String title, String about, String since, String values) {
        AnomalyShop shop = new AnomalyShop(language);
        shop.look(9_000);
        assertSent(shop, "E1", "found", String.join("\n\n", title, about, since, values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHINESE | 异常已自行恢复 E1                 | 异常已处理 E1           | 事项：PRICE A 搪瓷杯 | 开始：2024-06-16 09:00，处理时限：2024-06-16 09:10
            ENGLISH | Anomaly recovered by itself E1 | Anomaly put right E1 | About: PRICE A 搪瓷杯 | Since: 2024-06-16 09:00, to be handled by 2024-06-16 09:10
            """)
    void tellHowItEnded(Language language, String recovered, String corrected, String about, String since) {
        AnomalyShop shop = new AnomalyShop(language);
        shop.look(9_000);
        for (int good = 0; good < 3; good++) {
            shop.minute();
            shop.look(10_000);
        }
        assertSent(shop, "E1", "recovered", String.join("\n\n", recovered, about, since));
        AnomalyShop other = new AnomalyShop(language);
        other.look(9_000);
        other.putRight("E1");
        String notice = other.shop.deliveries().stream()
                .map(delivery -> delivery.messageId())
                .filter(id -> id.startsWith("anomaly/E1/1/notice-"))
                .findFirst()
                .orElseThrow();
        assertSent(
                other, "E1", notice.substring("anomaly/E1/1/".length()), String.join("\n\n", corrected, about, since));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHINESE | 异常上报 R-A            | 催办异常 R-A                 | 异常升级上报 R-A                   | 事项：REFUND_RATE A 搪瓷杯 | 开始：2024-06-16 09:00，处理时限：2024-06-16 09:10            | 现为 100/1000，应为 0.08           | 请反馈：        | 建议：match it
            ENGLISH | Anomaly escalated R-A | Reminder of an anomaly R-A | Anomaly goes to the next level R-A | About: REFUND_RATE A 搪瓷杯 | Since: 2024-06-16 09:00, to be handled by 2024-06-16 09:10 | It is 100/1000 and should be 0.08 | Please answer: | Suggestion: match it
            """)
    void askWhoeverDecides(
            Language language,
            String escalated,
            String reminder,
            String next,
            String about,
            String since,
            String values,
            String answer,
            String suggestion) {
        AnomalyShop shop = new AnomalyShop(language);
        String gap = language == Language.ENGLISH ? " " : "";
        shop.refunds(Map.of("A", 100));
        shop.escalate("R-A");
        assertSent(
                shop,
                "R-A",
                "escalation-1",
                String.join("\n\n", escalated, about, since, values, answer + gap + "mgr-1", suggestion));
        tick(shop, 30);
        assertSent(shop, "R-A", "reminder", String.join("\n\n", reminder, about, since, answer + gap + "mgr-1"));
        tick(shop, 60);
        assertSent(shop, "R-A", "level-2", String.join("\n\n", next, about, since, answer + gap + "sup-1"));
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void haveAllWordsInBothLanguages(Words words) {
        assertTrue(HAN.matcher(words.in(Language.CHINESE)).find());
        assertFalse(HAN.matcher(words.in(Language.ENGLISH)).find());
    }

    /** Who reports an anomaly knows of it; only what a rule finds is told. */
    @Test
    void tellNothingOfWhatSomebodyReports() {
        AnomalyShop shop = new AnomalyShop();
        shop.report("E1");
        assertEquals(List.of(), shop.shop.deliveries());
    }
}
