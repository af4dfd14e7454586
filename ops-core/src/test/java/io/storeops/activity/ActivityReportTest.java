package io.storeops.activity;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.catalog.Language;
import io.storeops.document.PlainText;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.OrderLine;
import io.storeops.figures.OrdersRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The whole report of small activities, computed by hand. */
class ActivityReportTest {
    private static String report(ActivityShop shop, String id) {
        return PlainText.of(shop.by(OPERATOR).report(STORE, id).orElseThrow());
    }

    /**
     * A flash sale of 50 units at 69.00 from 20:00 to 21:00 that no node started before 20:05. Its slot is 20:00-21:00. On the four days
     * before that brought 1.00, 4.00, 2.00 and 3.00, of which the median is 2.50; it brought 10.00, which is 300 % more, from 5 buyers of 50
     * visitors, 10 %. Before it 0.70 from 2 of 20. Nobody knows yet of the slot after it. At 20:30 20 of 50 were sold, 40 %, to 18 of 400
     * visitors, 4.5 %, and at 20:40 30, 60 %. The tracking was answered five minutes late.
     */
    private static String flash(Language language) {
        ActivityShop shop = new ActivityShop(setup -> setup.language(language));
        long[] ordinary = {100, 400, 200, 300};
        for (int back = 4; back >= 1; back--) {
            shop.brought("A", DAY.minusDays(back), 13, ordinary[back - 1], 10, 1);
        }
        shop.clock("09:00");
        shop.ready("F", shop.flash("20:00", "21:00"));
        shop.brought("A", DAY, 12, 70, 20, 2);
        shop.tick("20:05");
        shop.clock("20:30");
        shop.by(OPERATOR).track(STORE, "F", new Effect(20, Optional.empty(), Optional.of(18L), Optional.of(400L)));
        shop.clock("20:40");
        shop.by(OPERATOR).track(STORE, "F", Effect.of(30, 50));
        shop.tick("21:00");
        shop.brought("A", DAY, 13, 1_000, 50, 5);
        shop.clock("21:05");
        shop.ok("F", "EFFECT_TRACKING");
        return report(shop, "F");
    }

    @Test
    void aFlashSaleInEnglish() {
        assertEquals("""
                        Shop Activity report flash

                        Kind           THIRD_PARTY
                        State          ENDING
                        Window         2024-06-16 20:00 - 2024-06-16 21:00
                        Started        2024-06-16 20:05 late
                        Ended          2024-06-16 21:00
                        Sold of quota  30/50
                        Sell-through   60.00%

                        Checks and steps

                        Run  Step             State    Due               Done
                        F    IMAGE_PREP       OK       2024-06-16 20:00  2024-06-16 09:00
                        F    STOCK_VERIFY     OK       2024-06-16 20:00  2024-06-16 09:00
                        F    WARM_UP          OK       2024-06-16 20:00  2024-06-16 09:00
                        F    FLASH_SETUP      OK       2024-06-16 20:00  2024-06-16 09:00
                        F    EFFECT_TRACKING  OK       2024-06-16 21:00  2024-06-16 21:05 late
                        F    CLOSE_OUT        PENDING  2024-06-16 21:30  missing
                        F    FOLLOW_UP        PENDING  2024-06-16 21:30  missing

                        Effect as it was read

                        At                Sold of quota  Sell-through   Buyers  Visitors  Conversion
                        2024-06-16 20:30  20/50                40.00%       18       400       4.50%
                        2024-06-16 20:40  30/50                60.00%  missing   missing     missing

                        Before, during and after

                        Span                                        Item   Amount  Visitors   Buyers  Conversion
                        before 2024-06-16 19:00 - 2024-06-16 20:00  A        0.70        20        2      10.00%
                        during 2024-06-16 20:00 - 2024-06-16 21:00  A       10.00        50        5      10.00%
                        after 2024-06-16 21:00 - 2024-06-17 00:00   A     missing   missing  missing     missing

                        Figures during the activity are those of the whole slots that cover it.

                        Uplift on ordinary days

                        Item  Amount  Median of ordinary days  Days   Uplift
                        A      10.00                     2.50     4  300.00%
                        """, flash(Language.ENGLISH));
    }

    @Test
    void aFlashSaleInChinese() {
        assertEquals("""
                        Shop 活动报告 flash

                        类型       THIRD_PARTY
                        状态       ENDING
                        活动时间   2024-06-16 20:00 - 2024-06-16 21:00
                        实际开始   2024-06-16 20:05 迟
                        实际结束   2024-06-16 21:00
                        销量/限量  30/50
                        售罄率     60.00%

                        检查与步骤

                        批次  步骤             状态     应完成            完成
                        F     IMAGE_PREP       OK       2024-06-16 20:00  2024-06-16 09:00
                        F     STOCK_VERIFY     OK       2024-06-16 20:00  2024-06-16 09:00
                        F     WARM_UP          OK       2024-06-16 20:00  2024-06-16 09:00
                        F     FLASH_SETUP      OK       2024-06-16 20:00  2024-06-16 09:00
                        F     EFFECT_TRACKING  OK       2024-06-16 21:00  2024-06-16 21:05 迟
                        F     CLOSE_OUT        PENDING  2024-06-16 21:30  缺失
                        F     FOLLOW_UP        PENDING  2024-06-16 21:30  缺失

                        效果跟进

                        时间              销量/限量  售罄率  支付买家  访客  转化率
                        2024-06-16 20:30  20/50      40.00%        18   400   4.50%
                        2024-06-16 20:40  30/50      60.00%      缺失  缺失    缺失

                        活动前、中、后

                        时段                                        单品  支付金额  访客  支付买家  转化率
                        活动前 2024-06-16 19:00 - 2024-06-16 20:00  A         0.70    20         2  10.00%
                        活动中 2024-06-16 20:00 - 2024-06-16 21:00  A        10.00    50         5  10.00%
                        活动后 2024-06-16 21:00 - 2024-06-17 00:00  A         缺失  缺失      缺失    缺失

                        活动中数据为覆盖活动的整时段

                        相对平日的提升

                        单品  支付金额  平日中位数  天数     提升
                        A        10.00        2.50     4  300.00%
                        """, flash(Language.CHINESE));
    }

    /** Of what has not begun there is nothing but its plan. */
    @Test
    void aDraft() {
        ActivityShop shop = new ActivityShop();
        shop.by(SECOND).submit(STORE, "D", shop.daily("12:00", "18:00"));
        assertEquals("""
                        Shop Activity report daily

                        Kind    DAILY
                        State   SUBMITTED
                        Window  2024-06-16 12:00 - 2024-06-16 18:00
                        """, report(shop, "D"));
        assertEquals(Optional.empty(), shop.by(OPERATOR).report(STORE, "X"));
    }

    /** It ran from 12:00 until it was cancelled at 12:30, of which orders tell: 44.00 of one buyer. */
    @Test
    void oneThatWasCancelled() {
        ActivityShop shop = new ActivityShop(new OrderFeed() {
            @Override
            public Grain grain() {
                return Grain.ORDER;
            }

            @Override
            public FeedPage<OrderLine> read(OrdersRequest request, Optional<FeedCursor> after) {
                OrderLine order = new OrderLine(
                                "1", Optional.of("A"), Optional.of(request.from()), 4_400, 0, OptionalLong.of(1), false)
                        .boughtBy("somebody");
                return new FeedPage<>(List.of(order), List.of(), Optional.empty(), Optional.empty(), Coverage.COMPLETE);
            }
        });
        shop.running("D", shop.daily("12:00", "18:00"));
        shop.clock("12:10");
        shop.by(OPERATOR).track(STORE, "D", new Effect(1, Optional.empty(), Optional.empty(), Optional.empty()));
        shop.clock("12:30");
        shop.by(MANAGER).cancel(STORE, "D", "wrong price");
        assertEquals("""
                        Shop Activity report daily

                        Kind        DAILY
                        State       CANCELLED
                        Window      2024-06-16 12:00 - 2024-06-16 18:00
                        Started     2024-06-16 12:00
                        Ended       2024-06-16 12:30
                        Broken off  CANCELLED

                        Checks and steps

                        Run       Step           State    Due               Done
                        D-BEFORE  PAGE_PRICE     OK       2024-06-16 12:00  2024-06-16 09:00
                        D-AFTER   RESTORE_PRICE  PENDING  2024-06-16 18:30  missing

                        Effect as it was read

                        At                Sold of quota  Sell-through   Buyers  Visitors  Conversion
                        2024-06-16 12:10  1                   missing  missing   missing     missing

                        Before, during and after

                        Span                                        Item   Amount  Visitors   Buyers  Conversion
                        before 2024-06-16 11:00 - 2024-06-16 12:00  A     missing   missing  missing     missing
                        during 2024-06-16 12:00 - 2024-06-16 12:30  A       44.00   missing        1     missing
                        after 2024-06-16 13:00 - 2024-06-16 14:00   A     missing   missing  missing     missing

                        Figures during the activity come from orders.

                        Uplift on ordinary days

                        Item   Amount  Median of ordinary days  Days   Uplift
                        A     missing                 learning     0  missing
                        """, report(shop, "D"));
    }
}
