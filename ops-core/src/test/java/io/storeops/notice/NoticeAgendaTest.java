package io.storeops.notice;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.notice.NoticeShop.CUSTOMER_SERVICE;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.QC;
import static io.storeops.notice.NoticeShop.TWO_LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.DayDuties;
import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.act.Caller;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.Occurrence;
import io.storeops.agenda.OccurrenceId;
import io.storeops.authority.Assignment;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Redaction;
import io.storeops.failure.CommandReusedException;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.storage.Query;
import io.storeops.task.Instruction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the agenda shows of drafts and receipts, found by date and by name, and what becomes of drafts that a change left (D22, R68). */
class NoticeAgendaTest {
    private StoreFixture shop = NoticeShop.in(new StoreFixture.Setup()).open();

    @BeforeEach
    void atTen() {
        shop.clock.set(shop.at("10:00"));
    }

    private Notices desk(ActorId actor) {
        return shop.ops.deskOf(actor).notices();
    }

    private List<String> on(LocalDate date) {
        return shop.ops.deskOf(LIAISON).agenda().on(STORE, date).items().stream()
                .filter(item -> item.occurrence().duty().equals("4.1"))
                .map(item -> item.occurrence().id().about() + " " + item.stateAt(shop.clock.instant()))
                .sorted()
                .toList();
    }

    private Occurrence item(String about) {
        return item(about, "4.1").occurrence();
    }

    private AgendaItem item(String about, String duty) {
        return shop.ops.deskOf(LIAISON).agenda().getItem(STORE, OccurrenceId.ofThing(duty, about));
    }

    private AgendaItem.State stateOf(String about) {
        return item(about, "4.1").stateAt(shop.clock.instant());
    }

    private static String codeOf(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal().code();
    }

    @Test
    void aReceiptStaysOnTheAgendaOfTheDateOnWhichItWasGiven() {
        desk(LIAISON).send(STORE, TWO_LEFT);
        desk(QC).acknowledge(STORE, "NT1", "QC");
        assertEquals(List.of("receipt/NT1/CUSTOMER_SERVICE DUE", "receipt/NT1/QC DONE"), on(DAY));
        shop.clock.set(shop.at("10:31"));
        desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
        assertEquals(List.of("receipt/NT1/CUSTOMER_SERVICE LATE", "receipt/NT1/QC DONE"), on(DAY));
        assertEquals(List.of(), on(DAY.minusDays(1)));
        assertEquals(List.of(), on(DAY.plusDays(1)));
    }

    /** By whom it is owed shows its right; a receipt is its own proof, a draft takes what the duty takes. */
    @Test
    void whatIsOwedIsFoundByItsName() {
        desk(LIAISON).send(STORE, TWO_LEFT);
        Occurrence owed = item("receipt/NT1/QC");
        assertEquals(shop.at("10:00"), owed.opensAt());
        assertEquals(shop.at("10:30"), owed.dueAt());
        assertEquals(Right.ACKNOWLEDGE_NOTICE, owed.permission());
        assertEquals(List.of(), owed.evidence());
        shop.clock.set(shop.at("10:20"));
        desk(QC).acknowledge(STORE, "NT1", "QC");
        assertEquals(owed, item("receipt/NT1/QC"));
        assertEquals(AgendaItem.State.DONE, stateOf("receipt/NT1/QC"));
        for (String none :
                List.of("receipt/NT1/CRM", "receipt/NT9/QC", "receipt/NT1", "draft/NT1", "draft/NT9", "NT1")) {
            assertThrows(IllegalArgumentException.class, () -> item(none), none);
        }
        assertThrows(IllegalArgumentException.class, () -> item("receipt/NT1/QC", "4.2"));
    }

    private void correct(String id, String command) {
        shop.acts(Correction.ENTRY).perform(new Caller(LIAISON, CommandId.of(command)), STORE, new Correction(id));
    }

    @Test
    void aDraftIsFoundByItsNameWhateverBecomesOfIt() {
        correct("E4", "c-1");
        Occurrence draft = item("draft/DRAFT:E4");
        assertEquals(shop.at("10:00"), draft.opensAt());
        assertEquals(shop.at("10:30"), draft.dueAt());
        assertEquals(Right.LIAISE, draft.permission());
        assertEquals(
                List.of("CHANNEL_RECEIPT:WORK_GROUP", "CHANNEL_RECEIPT:OA"),
                draft.evidence().stream().map(EvidenceNeed::toString).toList());
        assertEquals(AgendaItem.State.DUE, stateOf("draft/DRAFT:E4"));
        desk(LIAISON).send(STORE, "DRAFT:E4");
        assertEquals(AgendaItem.State.DONE, stateOf("draft/DRAFT:E4"));
        desk(QC).acknowledge(STORE, "DRAFT:E4", "QC");
        desk(CUSTOMER_SERVICE).acknowledge(STORE, "DRAFT:E4", "CUSTOMER_SERVICE");
        assertEquals(
                List.of("draft/DRAFT:E4 DONE", "receipt/DRAFT:E4/CUSTOMER_SERVICE DONE", "receipt/DRAFT:E4/QC DONE"),
                on(DAY));
        assertEquals(AgendaItem.State.DONE, stateOf("draft/DRAFT:E4"));
    }

    @Test
    void aDraftWhosePlaceWasTakenIsOwedByNobody() {
        correct("E4", "c-1");
        desk(LIAISON).send(STORE, new Announcement("NT2", "A", "7 left", List.of("QC")).replacing("DRAFT:E4"));
        shop.clock.set(shop.at("11:00"));
        assertEquals(AgendaItem.State.ABANDONED, stateOf("draft/DRAFT:E4"));
    }

    /** Notices and departments may have slashes in their names. */
    @Test
    void draftsOfOneCauseAreToldApart() {
        for (int i = 1; i <= 3; i++) {
            correct("E4", "c-" + i);
        }
        correct("E".repeat(40), "c-4");
        correct("E".repeat(41), "c-5");
        List<String> ids =
                desk(LIAISON).all(STORE).stream().map(Notice::id).sorted().toList();
        assertEquals(
                List.of("DRAFT:E4", "DRAFT:E4/2", "DRAFT:E4/3", "DRAFT:" + "E".repeat(40)),
                ids.stream().filter(id -> id.startsWith("DRAFT:E")).toList());
        assertEquals(5, ids.size());
        desk(LIAISON).send(STORE, "DRAFT:E4/2");
        assertEquals(AgendaItem.State.DUE, stateOf("receipt/DRAFT:E4/2/QC"));
        assertEquals(AgendaItem.State.DONE, stateOf("draft/DRAFT:E4/2"));
        assertEquals(AgendaItem.State.DUE, stateOf("draft/DRAFT:E4"));
    }

    private static Json dutiesWithoutDepartments() {
        return Json.array(((Json.Arr) DayDuties.releaseAndNotices())
                .elements().stream()
                        .map(duty -> {
                            Map<String, Json> members = new TreeMap<>(((Json.Obj) duty).members());
                            members.remove("to");
                            return Json.object(members);
                        })
                        .<Json>map(duty -> duty)
                        .toList());
    }

    @Test
    void aDutyThatNamesNoDepartmentMeansAllOfThem() {
        shop = NoticeShop.in(new StoreFixture.Setup())
                .with("duties", dutiesWithoutDepartments())
                .open();
        correct("E4", "c-1");
        assertEquals(
                List.of("CUSTOMER_SERVICE", "PRE_SALES", "QC"),
                desk(LIAISON).find(STORE, "DRAFT:E4").orElseThrow().to().stream()
                        .sorted()
                        .toList());
    }

    @Test
    void aDraftForNobodyIsNotSent() {
        shop = new StoreFixture.Setup()
                .with("duties", dutiesWithoutDepartments())
                .secondChannel()
                .role("LIAISON", "EXECUTE:X1", "EXECUTE:X4")
                .works(LIAISON, "LIAISON")
                .open();
        correct("E4", "c-1");
        assertEquals(
                List.of(), desk(LIAISON).find(STORE, "DRAFT:E4").orElseThrow().to());
        assertEquals("NO_DEPARTMENT", codeOf(() -> desk(LIAISON).send(STORE, "DRAFT:E4")));
        assertEquals(List.of(), shop.oa.ids());
    }

    @Test
    void aDraftWhoseTextNobodyKnowsIsNotSent() {
        desk(LIAISON).draft(STORE, TWO_LEFT);
        shop.ops.redact(STORE, Redaction.of("notice", "NT1"), "asked for");
        assertEquals("REDACTED", codeOf(() -> desk(LIAISON).send(STORE, "NT1")));
        assertEquals(
                Optional.empty(), desk(LIAISON).find(STORE, "NT1").orElseThrow().text());
    }

    @Test
    void whatIsKnownOfAllIsWhatIsKnownOfEach() {
        shop.oa.nextRefusesUntil(shop.at("10:10"));
        desk(LIAISON).send(STORE, TWO_LEFT);
        desk(QC).acknowledge(STORE, "NT1", "QC");
        desk(LIAISON).draft(STORE, new Announcement("NT0", "A", "none left", List.of("QC")));
        shop.clock.set(shop.at("10:10"));
        shop.ops.tick(STORE);
        List<Notice> all = desk(LIAISON).all(STORE);
        assertEquals(
                List.of("NT0", "NT1"), all.stream().map(Notice::id).sorted().toList());
        all.forEach(notice ->
                assertEquals(notice, desk(LIAISON).find(STORE, notice.id()).orElseThrow()));
        assertEquals(
                Map.of("WORK_GROUP", Optional.of(shop.at("10:00")), "OA", Optional.of(shop.at("10:10"))),
                desk(LIAISON).find(STORE, "NT1").orElseThrow().accepted());
    }

    /** A task may be called what a receipt or a draft is called on the agenda: the duty tells them apart. */
    @Test
    void aTaskOfThatNameIsAnotherThing() {
        List<Json> duties = Stream.of(DayDuties.releaseAndNotices(), DayDuties.reporting("DATA_GROUP", "ACTIVITY"))
                .flatMap(each -> ((Json.Arr) each).elements().stream())
                .distinct()
                .toList();
        shop = NoticeShop.in(new StoreFixture.Setup())
                .with("duties", Json.array(duties))
                .open();
        shop.clock.set(shop.at("10:00"));
        desk(LIAISON).send(STORE, TWO_LEFT);
        correct("E4", "c-1");
        for (String name : List.of("receipt/NT1/QC", "draft/DRAFT:E4")) {
            shop.tasks(MANAGER)
                    .assign(
                            STORE,
                            name,
                            new Instruction(
                                    "GENERAL",
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.of("ask for it"),
                                    shop.at("15:00")),
                            OPERATOR);
            assertEquals(shop.at("15:00"), item(name, "5.2").occurrence().dueAt());
            assertEquals(shop.at("10:30"), item(name, "4.1").occurrence().dueAt());
        }
    }

    /** Looking at what is owed does not read it any more, whichever comes last: the last word, or the last channel. */
    @Test
    void whatNobodyOwesAnythingOfIsNotOpen() {
        shop.oa.nextRefusesUntil(shop.at("10:10"));
        desk(LIAISON).send(STORE, TWO_LEFT);
        desk(QC).acknowledge(STORE, "NT1", "QC");
        assertEquals(List.of("NT1"), open());
        desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
        assertEquals(List.of("NT1"), open());
        shop.clock.set(shop.at("10:10"));
        shop.ops.tick(STORE);
        shop.ops.tick(STORE);
        assertEquals(List.of(), open());
        assertEquals(
                NoticeState.ACKNOWLEDGED,
                desk(LIAISON).find(STORE, "NT1").orElseThrow().state());
        desk(LIAISON).send(STORE, new Announcement("NT2", "A", "7 left", List.of("CUSTOMER_SERVICE", "QC")));
        desk(QC).acknowledge(STORE, "NT2", "QC");
        shop.ops.tick(STORE);
        assertEquals(List.of("NT2"), open());
        desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT2", "CUSTOMER_SERVICE");
        assertEquals(List.of(), open());
    }

    private List<String> open() {
        return shop
                .acts()
                .engineContext(STORE)
                .rows()
                .all(Query.of(NoticeEntry.TABLE, STORE, NoticeEntry.BY_OPEN).where(true))
                .stream()
                .map(NoticeEntry::id)
                .toList();
    }

    /** Whoever speaks for a department and for one that belongs to it gives the receipt of the department itself. */
    @Test
    void theWordOfTheDepartmentItselfComesFirst() {
        shop = NoticeShop.in(new StoreFixture.Setup())
                .with("departments", RosterDraft.texts("AFTER_SALES", "CUSTOMER_SERVICE", "PRE_SALES", "QC"))
                .with("departmentParents", Json.object(Map.of("AFTER_SALES", Json.of("CUSTOMER_SERVICE"))))
                .open();
        shop.clock.set(shop.at("10:00"));
        ActorId both = ActorId.of("all-1");
        speaks(both, "AFTER_SALES", 1);
        speaks(both, "CUSTOMER_SERVICE", 2);
        desk(LIAISON).send(STORE, TWO_LEFT);
        assertEquals(
                "CUSTOMER_SERVICE",
                desk(both).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE").by());
    }

    private void speaks(ActorId person, String department, int month) {
        shop.assign(new Assignment(
                STORE,
                person,
                Role.DEPARTMENT,
                LocalDate.of(2024, month, 1),
                Optional.empty(),
                Optional.of(department)));
    }

    @Test
    void aCommandIdStandsForOneNotice() {
        Notices drafts = shop.ops.deskOf(LIAISON).under(CommandId.of("c-1")).notices();
        drafts.draft(STORE, TWO_LEFT);
        Announcement other = new Announcement("NT1", "A", "13 left", List.of("CUSTOMER_SERVICE", "QC"));
        assertThrows(CommandReusedException.class, () -> drafts.draft(STORE, other));
        Notices sends = shop.ops.deskOf(LIAISON).under(CommandId.of("c-2")).notices();
        sends.send(STORE, "NT1");
        assertThrows(CommandReusedException.class, () -> sends.send(STORE, "NT2"));
        Notices receipts = shop.ops.deskOf(QC).under(CommandId.of("c-3")).notices();
        NoticeReceipt first = receipts.acknowledge(STORE, "NT1", "QC");
        assertEquals(first, receipts.acknowledge(STORE, "NT1", "QC"));
        assertThrows(CommandReusedException.class, () -> receipts.acknowledge(STORE, "NT2", "QC"));
    }

    @Test
    void anIdLeavesRoomForTheNamesOfItsMessages() {
        Announcement longest = new Announcement("N".repeat(72), "A", "12 left", List.of("QC"));
        desk(LIAISON).send(STORE, longest);
        assertEquals(
                NoticeState.DELIVERED,
                desk(LIAISON).find(STORE, longest.id()).orElseThrow().state());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Announcement("NT2", "A", "x", List.of("QC"), Optional.of("N".repeat(73))));
    }
}
