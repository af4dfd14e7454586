package io.storeops.adapter.html;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;

import io.storeops.StoreFixture;
import io.storeops.catalog.Language;
import io.storeops.document.Document;
import io.storeops.id.ActorId;
import io.storeops.inspection.RuleKey;
import io.storeops.maintenance.Inspections;
import io.storeops.maintenance.LineAnswer;
import io.storeops.maintenance.Maintenance;
import io.storeops.maintenance.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An inspection that found something, and the notice of the sweep that names what is left, as the library composes them. */
record ShopInspection(Document checklist, Document anomalies) {
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final String TITLE = "羊毛混纺长款大衣 女 2024 秋冬新款 加厚 双面呢 Double-faced wool coat, winter 2024";

    static ShopInspection in(Language language) {
        StoreFixture shop = new StoreFixture.Setup()
                .name(language == Language.CHINESE ? "示例旗舰店" : "Example flagship store")
                .language(language)
                .inspections()
                .itemAndRival()
                .titled(TITLE)
                .role("KEEPER", "EXECUTE:X2")
                .works(KEEPER, "KEEPER")
                .open();
        shop.clock.set(shop.at("09:04:00"));
        Inspections inspections = shop.ops.deskOf(KEEPER).inspections();
        inspections.start(STORE, DAY);
        report(shop, "E-PRICE-1", RuleKey.of("PRICE"), "A", "CNY 90.00", "CNY 100.00");
        report(shop, "E-STOCK-" + "W".repeat(40), RuleKey.of("STOCK"), "A", "0", "35");
        report(shop, "E-RIVAL-1", RuleKey.of("COMPETITOR", "PRICE"), "X", "CNY 79.00", "CNY 99.00");
        report(shop, "E-INFO-1", RuleKey.of("INFORMATION"), "certificate", "expires 2024-07-01", "");
        inspections.answer(STORE, DAY, "PRICE", LineAnswer.anomaly(List.of("E-PRICE-1")));
        inspections.answer(STORE, DAY, "STOCK", LineAnswer.anomaly(List.of("E-STOCK-" + "W".repeat(40))));
        inspections.answer(
                STORE,
                DAY,
                "REFUND_RATE",
                LineAnswer.couldNotCheck(
                        language == Language.CHINESE
                                ? "退款文件是昨天的，平台今天早上没有给出新的文件"
                                : "The refund file is yesterday's; the platform has given no other one this morning",
                        Optional.of(shop.at("06:30:00"))));
        inspections.answer(STORE, DAY, "COMPETITOR", LineAnswer.anomaly(List.of("E-RIVAL-1")));
        inspections.answer(
                STORE,
                DAY,
                "ACTIVITY_EXPIRY",
                LineAnswer.notApplicable(language == Language.CHINESE ? "今天没有活动" : "Nothing runs today"));
        inspections.answer(STORE, DAY, "INFORMATION", LineAnswer.anomaly(List.of("E-INFO-1")));
        shop.clock.advance(Duration.ofMinutes(20));
        inspections.complete(STORE, DAY);
        Document checklist = inspections.document(STORE, DAY).orElseThrow();
        inspections.sweep(STORE, DAY);
        return new ShopInspection(checklist, shop.channel.last().document());
    }

    private static void report(
            StoreFixture shop, String id, RuleKey rule, String subject, String measured, String base) {
        Maintenance duty = shop.ops.deskOf(KEEPER).maintenance();
        duty.report(STORE, Report.of(id, rule, subject, measured, base, shop.clock.instant()));
    }
}
