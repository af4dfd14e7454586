package io.storeops.activity;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.activity.ActivityShop.DESIGNER;
import static io.storeops.activity.ActivityShop.code;
import static io.storeops.activity.ActivityShop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.catalog.Language;
import io.storeops.document.PlainText;
import io.storeops.evidence.EvidenceKind;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import io.storeops.listing.ListingFacts;
import io.storeops.step.StepAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps an approved activity from starting, who learns of it, and what can be done about it (D35). F sells 50 of A at 69.00 from 20:00. */
class StartBlockedTest {
    private final ActivityShop shop = new ActivityShop();

    private ActivityPlan flash() {
        return shop.flash("20:00", "22:00");
    }

    private void tell(ListingFacts.Builder facts) {
        shop.shop.ops.tellListings(STORE, facts.build());
    }

    private ListingFacts.Builder facts() {
        return ListingFacts.since(shop.shop.clock.instant());
    }

    private Need need(boolean required) {
        return new Need("R1", "DESIGN", "images", shop.at("18:00"), Optional.empty(), required);
    }

    private void accept() {
        shop.desk(OPERATOR).requirements().send(STORE, "R1");
        shop.desk(DESIGNER).requirements().confirm(STORE, "R1");
        shop.desk(DESIGNER).requirements().deliver(STORE, "R1");
        shop.desk(OPERATOR).requirements().accept(STORE, "R1");
    }

    /** Everything before the start is done; stock, floor and what others owe are as told. */
    @ParameterizedTest
    @CsvSource({
        "50, , , ''",
        "49, , , STOCK",
        "50, 6900, , ''",
        "50, 6901, , FLOOR",
        "49, 6901, , STOCK FLOOR",
        "50, , owed, REQUIREMENT",
        "50, , accepted, ''",
        "50, , wished, ''",
        "49, 6901, owed, REQUIREMENT STOCK FLOOR"
    })
    void whatKeepsAReadyOneFromStarting(long stock, Long floor, String requirement, String causes) {
        shop.ready(
                "F", requirement == null ? flash() : flash().preparing(List.of(need(!requirement.equals("wished")))));
        if ("accepted".equals(requirement)) {
            accept();
        }
        ListingFacts.Builder facts = facts().stock("A", stock);
        if (floor != null) {
            facts.floor("A", floor);
        }
        tell(facts);
        List<StartCause> expected = Stream.of(causes.split(" "))
                .filter(cause -> !cause.isEmpty())
                .map(StartCause::valueOf)
                .toList();
        assertEquals(expected, shop.by(OPERATOR).startCauses(STORE, "F"));
        shop.tick("20:00");
        assertEquals(expected.isEmpty() ? ActivityState.RUNNING : ActivityState.READY, shop.state("F"));
        assertEquals(!expected.isEmpty(), shop.get("F").startBlocked());
    }

    @Test
    void itIsAskedOfWhatIsComingAlone() {
        shop.running("F", flash());
        assertEquals(List.of(), shop.by(OPERATOR).startCauses(STORE, "F"));
        assertEquals(List.of(), shop.by(OPERATOR).startCauses(STORE, "X"));
        shop.by(ActivityShop.SECOND)
                .submit(STORE, "G", shop.flash("22:00", "23:00").checking(List.of()));
        assertEquals(List.of(), shop.by(OPERATOR).startCauses(STORE, "G"));
    }

    @Test
    void onceTheCauseIsGoneItStartsLate() {
        shop.ready("F", flash());
        tell(facts().stock("A", 49));
        shop.tick("20:00");
        shop.clock("20:10");
        Refusal refusal = refused(() -> shop.by(OPERATOR).start(STORE, "F"));
        assertEquals("START_BLOCKED", refusal.code());
        assertEquals(
                "activity F, which is READY, cannot start: [STOCK]; once the cause is gone it can, or before if the manager"
                        + " overrides it",
                refusal.detail());
        tell(facts().stock("A", 50));
        shop.tick("20:20");
        assertEquals(ActivityState.READY, shop.state("F"), "what is blocked does not start by itself");
        assertEquals(
                Optional.of(shop.at("20:20")),
                shop.by(OPERATOR).start(STORE, "F").course().startedAt());
    }

    /** The manager overrides whatever it is, but for the floor; that there is too little stock as well does not hide it (D10, D35). */
    @ParameterizedTest
    @CsvSource({"49, , ", "50, 6901, BELOW_FLOOR", "49, 6901, BELOW_FLOOR"})
    void nobodyOverridesAFloor(long stock, Long floor, String refusal) {
        shop.ready("F", flash());
        ListingFacts.Builder facts = facts().stock("A", stock);
        if (floor != null) {
            facts.floor("A", floor);
        }
        tell(facts);
        shop.tick("20:00");
        shop.clock("20:10");
        if (refusal == null) {
            assertEquals(
                    ActivityState.RUNNING,
                    shop.by(MANAGER).override(STORE, "F", "contract").state());
        } else {
            assertEquals(refusal, code(() -> shop.by(MANAGER).override(STORE, "F", "contract")));
            assertEquals(ActivityState.READY, shop.state("F"));
        }
    }

    /** What the first channel of notices is sent that may have it: OA may not. */
    private static List<String> told(Language language) {
        ActivityShop shop = new ActivityShop(setup -> noticing(setup).language(language));
        shop.approved("F", shop.flash("20:00", "22:00"));
        shop.shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.shop.clock.instant())
                        .stock("A", 49)
                        .floor("A", 6_901)
                        .build());
        shop.tick("20:00");
        shop.tick("20:10");
        shop.shop.ops.deliverDue(STORE);
        assertEquals(List.of(), shop.shop.oa.ids());
        return shop.shop.channel.attempts().stream()
                .map(message -> message.channel() + " " + message.id() + "\n" + PlainText.of(message.document()))
                .toList();
    }

    private static StoreFixture.Setup noticing(StoreFixture.Setup setup) {
        Json rule = RosterDraft.rule(List.of("WORK_GROUP", "DATA_GROUP"), List.of("OPERATOR", "STORE_MANAGER"));
        return setup.secondChannel()
                .with(
                        "channels",
                        Json.object(Map.of(
                                "DATA_GROUP", Json.object(Map.of("type", Json.of("wechat"))),
                                "WORK_GROUP", Json.object(Map.of("type", Json.of("wechat"))),
                                "OA", Json.object(Map.of("type", Json.of("jinmubiao"))))))
                .with(
                        "noticeChannels",
                        Json.object(Map.of(
                                "channels",
                                RosterDraft.texts("OA", "WORK_GROUP", "DATA_GROUP"),
                                "mode",
                                Json.of("ANY"))))
                .with("confidentiality", Json.object(Map.of("SALES", rule, "COMPETITOR", rule, "OPERATIONS", rule)));
    }

    @Test
    void whoeverMayInstructLearnsOfItOnce() {
        assertEquals(List.of("WORK_GROUP activity/F/start-blocked\n" + """
                        Activity could not start flash

                        Start: 2024-06-16 20:00

                        Cause: not everything before the start is done, less can be sold than is offered, a price would fall below the floor

                        To be dealt with by: mgr-1

                        To be dealt with by: mgr-2
                        """), told(Language.ENGLISH));
        assertEquals(List.of("WORK_GROUP activity/F/start-blocked\n" + """
                        活动未能开始 flash

                        开始时间：2024-06-16 20:00

                        原因：准备未完成, 库存不足, 低于底价

                        请处理：mgr-1

                        请处理：mgr-2
                        """), told(Language.CHINESE));
    }

    @Test
    void whoeverIsToPutItRightLearnsWhatACheckFound() {
        ActivityShop noticing = new ActivityShop(StartBlockedTest::noticing);
        noticing.preparing("D", noticing.daily("12:00", "18:00"));
        noticing.desk(OPERATOR).steps().answer(STORE, "D-BEFORE", "PAGE_PRICE", StepAnswer.fail());
        noticing.by(OPERATOR)
                .sendFeedback(
                        STORE,
                        "X",
                        "D",
                        new Finding(
                                "D-BEFORE",
                                "PAGE_PRICE",
                                "page shows 99.00",
                                "item page",
                                noticing.at("08:30"),
                                "shot/1",
                                List.of(MANAGER, DESIGNER)));
        noticing.shop.ops.deliverDue(STORE);
        assertEquals(List.of("activity_feedback/X"), noticing.shop.channel.ids());
        assertEquals("WORK_GROUP", noticing.shop.channel.last().channel());
        assertEquals("""
                        Found in a check of an activity daily

                        Check: D-BEFORE:PAGE_PRICE

                        What: page shows 99.00

                        Where: item page

                        Since: 2024-06-16 08:30

                        Screenshot: shot/1

                        To be dealt with by: mgr-1

                        To be dealt with by: de-1
                        """, PlainText.of(noticing.shop.channel.last().document()));
        ActivityFeedback sent = noticing.by(OPERATOR).findFeedback(STORE, "X").orElseThrow();
        assertEquals(List.of(MANAGER, DESIGNER), sent.to());
        assertEquals(List.of(sent), noticing.by(OPERATOR).feedbacks(STORE));
        assertEquals(Optional.empty(), noticing.by(OPERATOR).findFeedback(STORE, "Y"));
        assertEquals(List.of(noticing.get("D")), noticing.by(OPERATOR).all(STORE));
    }

    /** Evidence counts that was attached since it could not start. */
    @Test
    void whatIsTakenBackByHandIsProvedByWhatIsAttachedSince() {
        shop.platform.leaveToPeople();
        shop.approved("F", flash());
        shop.clock("19:59");
        assertEquals(
                "the platform's own start of activity F is not for anybody to take back by hand: nothing kept it from"
                        + " starting",
                refused(() -> shop.by(OPERATOR).withdrawStart(STORE, "F")).detail());
        attach("shot/1");
        shop.tick("20:00");
        assertEquals("EVIDENCE_MISSING", code(() -> shop.by(OPERATOR).withdrawStart(STORE, "F")));
        attach("shot/2");
        shop.by(OPERATOR).withdrawStart(STORE, "F");
        assertEquals(
                "the platform's own start of activity F is not for anybody to take back by hand: it is BY_HAND",
                refused(() -> shop.by(OPERATOR).withdrawStart(STORE, "F")).detail());
    }

    private void attach(String reference) {
        shop.desk(OPERATOR)
                .archive()
                .attach(
                        STORE,
                        Activity.target("F"),
                        EvidenceKind.parse("SCREENSHOT"),
                        shop.shop.clock.instant(),
                        reference);
    }
}
