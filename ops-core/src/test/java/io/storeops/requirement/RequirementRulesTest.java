package io.storeops.requirement;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.ticket.LiaisonShop.DESIGN;
import static io.storeops.ticket.LiaisonShop.FIRST;
import static io.storeops.ticket.LiaisonShop.MONDAY;
import static io.storeops.ticket.LiaisonShop.QC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.DayDuties;
import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.catalog.Language;
import io.storeops.delivery.HandDelivery;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Redaction;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.Refusal;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.ticket.LiaisonShop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who is told of requirements and in which words, what the agenda finds of them, and what a party's word does once it is given. */
class RequirementRulesTest {
    private static final String ID = "RQ1";
    private static final ActorId LEADER = ActorId.of("leader-1");

    private StoreFixture shop = shop(DayDuties.liaison(), Language.ENGLISH);

    /** A store in which another role than the manager's may instruct too. */
    private static StoreFixture shop(Json duties, Language language) {
        StoreFixture shop = LiaisonShop.in(new StoreFixture.Setup())
                .with("duties", duties)
                .language(language)
                .role("LEADER", "INSTRUCT")
                .works(LEADER, "LEADER")
                .open();
        LiaisonShop.at(shop, "10:00");
        return shop;
    }

    private void at(String time) {
        LiaisonShop.at(shop, time);
    }

    private Requirements by(ActorId actor) {
        return shop.ops.deskOf(actor).requirements();
    }

    private Requirement known() {
        return by(FIRST).find(STORE, ID).orElseThrow();
    }

    private OpenedRequirements.Ask ask(String id, String party, Instant due, boolean required) {
        return new OpenedRequirements.Ask(id, party, "a banner", due, Optional.empty(), required);
    }

    private Requirement open(String party) {
        return by(FIRST).open(STORE, ask(ID, party, shop.at(MONDAY, "16:00"), true), Optional.empty());
    }

    private static Refusal refusal(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal();
    }

    private List<String> said() {
        return shop.oa.lastLines();
    }

    /** Those of the role that the duty names, and of them who may instruct; all who may where it names none (R75, D57). */
    @Test
    void theRoleOfTheDutyIsTold() {
        open("DESIGN");
        by(FIRST).send(STORE, ID);
        assertEquals(
                List.of(MANAGER),
                by(DESIGN).reject(STORE, ID, "no").rejection().orElseThrow().people());
        assertEquals(
                List.of(
                        "Requirement was rejected RQ1",
                        "a banner",
                        "From: DESIGN",
                        "Due: 2024-06-17 16:00",
                        "Reason: no",
                        "To be decided by: mgr-1"),
                said());
        shop = shop(withoutRole(), Language.CHINESE);
        open("DESIGN");
        at("16:00");
        shop.ops.tick(STORE);
        assertEquals(List.of(LEADER, MANAGER), known().lateness().orElseThrow().people());
        assertEquals(
                List.of("对接要求逾期 RQ1", "a banner", "对接方：DESIGN", "完成时限：2024-06-17 16:00", "请处理：leader-1", "请处理：mgr-1"),
                said());
    }

    private static Json withoutRole() {
        return Json.array(((Json.Arr) DayDuties.liaison())
                .elements().stream()
                        .map(duty -> {
                            Map<String, Json> members = new TreeMap<>(((Json.Obj) duty).members());
                            members.remove("escalateTo");
                            return Json.object(members);
                        })
                        .<Json>map(duty -> duty)
                        .toList());
    }

    @Test
    void whatIsLateAndToldLeavesTheTrailInPeace() {
        open("DESIGN");
        at("16:00");
        shop.ops.tick(STORE);
        int lines = shop.records().size();
        at("17:00");
        shop.ops.tick(STORE);
        shop.ops.tick(STORE);
        assertEquals(lines, shop.records().size());
    }

    @Test
    void oneThatIsNotRequiredSaysSo() {
        assertTrue(open("DESIGN").required());
        Requirement other = by(FIRST).open(STORE, ask("RQ2", "QC", shop.at(MONDAY, "16:00"), false), Optional.empty());
        assertFalse(other.required());
        assertEquals(Optional.empty(), other.blocks());
    }

    @Test
    void aDueThatHasPassedIsNamedWithTheInstantOfNow() {
        Refusal refused = refusal(() ->
                by(FIRST).open(STORE, ask(ID, "DESIGN", shop.at(MONDAY, "10:00"), true), Optional.empty()));
        assertEquals("DUE_PASSED", refused.code());
        assertTrue(refused.detail().contains(shop.at(MONDAY, "10:00").toString()), refused.detail());
    }

    /** An old text that a person sends after all moves nothing: the party was told otherwise, and has answered. */
    @Test
    void aTextThatNothingWaitsForMovesNothing() {
        open("X-PLAT");
        by(FIRST).send(STORE, ID, "WORK_GROUP");
        HandDelivery old = shop.ops.deskOf(FIRST).deliveries().byHand(STORE).get(0);
        by(FIRST).send(STORE, ID);
        at("10:10");
        shop.ops
                .deskOf(FIRST)
                .archive()
                .attach(STORE, old.target(), EvidenceKind.parse("SCREENSHOT"), shop.clock.instant(), "shot");
        Requirement before = by(FIRST).reject(STORE, ID, "not this week");
        shop.ops.deskOf(FIRST).deliveries().confirm(STORE, old.messageId(), shop.at(MONDAY, "10:05"));
        shop.ops.tick(STORE);
        assertEquals(before, known());
    }

    @Test
    void whatNobodyKnowsAnyMoreIsSentByWordOfMouthAlone() {
        open("DESIGN");
        shop.ops.redact(STORE, Redaction.of(Requirement.TABLE.name(), ID), "asked for");
        assertEquals("REDACTED", refusal(() -> by(FIRST).send(STORE, ID, "OA")).code());
        by(FIRST).send(STORE, ID);
        by(DESIGN).reject(STORE, ID, "no");
        assertEquals(
                "REDACTED",
                refusal(() -> by(FIRST).resend(STORE, ID, shop.at(MONDAY, "17:00"), Optional.of("OA")))
                        .code());
        assertEquals(
                RequirementState.SENT,
                by(FIRST).resend(STORE, ID, shop.at(MONDAY, "17:00")).state());
    }

    @Test
    void theAgendaFindsItByItsName() {
        open("DESIGN");
        AgendaItem item = item(ID);
        assertEquals(shop.at(MONDAY, "10:00"), item.occurrence().opensAt());
        assertEquals(shop.at(MONDAY, "16:00"), item.occurrence().dueAt());
        assertEquals(AgendaItem.State.DUE, item.stateAt(shop.clock.instant()));
        at("16:00");
        assertEquals(AgendaItem.State.OVERDUE, item(ID).stateAt(shop.clock.instant()));
        by(FIRST).send(STORE, ID);
        by(DESIGN).confirm(STORE, ID);
        by(DESIGN).deliver(STORE, ID);
        shop.clock.set(shop.at(MONDAY, "16:00").plusNanos(1000));
        by(FIRST).accept(STORE, ID);
        assertEquals(AgendaItem.State.LATE, item(ID).stateAt(shop.clock.instant()));
        assertThrows(IllegalArgumentException.class, () -> item("RQ9"));
        // It was not there on the day before.
        assertTrue(shop.ops.deskOf(FIRST).agenda().on(STORE, DAY).items().stream()
                .noneMatch(shown -> shown.occurrence().duty().equals("4.3")));
        assertTrue(shop.ops.deskOf(FIRST).agenda().on(STORE, MONDAY).items().stream()
                .anyMatch(shown -> shown.occurrence().duty().equals("4.3")));
    }

    private AgendaItem item(String id) {
        return shop.ops.deskOf(FIRST).agenda().getItem(STORE, OccurrenceId.ofThing("4.3", "requirement/" + id));
    }

    @Test
    void aCommandIdStandsForOneRequirement() {
        Requirements same = shop.ops.deskOf(FIRST).under(CommandId.of("c-1")).requirements();
        Instant due = shop.at(MONDAY, "16:00");
        Requirement first = same.open(STORE, ask(ID, "DESIGN", due, true), Optional.empty());
        assertEquals(first, same.open(STORE, ask(ID, "DESIGN", due, true), Optional.empty()));
        assertThrows(CommandReusedException.class, () -> same.open(STORE, ask(ID, "QC", due, true), Optional.empty()));
        assertEquals(List.of(first), by(QC).open(STORE));
    }
}
