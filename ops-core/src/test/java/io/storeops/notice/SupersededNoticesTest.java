package io.storeops.notice;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.notice.NoticeShop.CUSTOMER_SERVICE;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.PRE_SALES;
import static io.storeops.notice.NoticeShop.QC;
import static io.storeops.notice.NoticeShop.TWO_LEFT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.agenda.AgendaItem;
import io.storeops.agenda.OccurrenceId;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notice of 10:00 to customer service and QC, whose receipts are due at 10:30, and what takes its place (D55). */
class SupersededNoticesTest {
    private static final Announcement ONE_LEFT =
            new Announcement("NT2", "A", "11 left", List.of("CUSTOMER_SERVICE", "QC")).replacing("NT1");

    private final StoreFixture shop = NoticeShop.in(new StoreFixture.Setup()).open();

    @BeforeEach
    void sendTheFirst() {
        shop.clock.set(shop.at("10:00"));
        desk(LIAISON).send(STORE, TWO_LEFT);
    }

    private Notices desk(ActorId actor) {
        return shop.ops.deskOf(actor).notices();
    }

    private Notice notice(String id) {
        return desk(LIAISON).find(STORE, id).orElseThrow();
    }

    private Ratio inTime() {
        return desk(LIAISON).receiptsInTime(STORE, DAY, DAY);
    }

    private static String codeOf(Runnable act) {
        return assertThrows(RefusedException.class, act::run).refusal().code();
    }

    private List<String> raised() {
        return shop.ops.tick(STORE).raised().stream()
                .filter(item -> item.occurrence().duty().equals("4.1"))
                .map(item -> item.occurrence().id().about())
                .toList();
    }

    @Test
    void oneThatNamesAnotherTakesItsPlaceAndSaysSo() {
        Notice second = desk(LIAISON).send(STORE, ONE_LEFT);
        assertEquals(NoticeState.DELIVERED, second.state());
        assertEquals(Optional.of("NT1"), second.replaces());
        assertEquals(NoticeState.SUPERSEDED, notice("NT1").state());
        assertEquals(
                Optional.of(new Notice.Superseding("NT2", shop.at("10:00"))),
                notice("NT1").superseded());
        assertEquals(List.of(), notice("NT1").open());
        assertTrue(shop.oa.lastBody().contains("In the place of notice NT1"), shop.oa.lastBody());
        assertEquals(Optional.of("notice/NT1/OA"), shop.oa.last().document().replaces());
    }

    @Test
    void whatIsNotTrueAnyMoreIsOwedByNobody() {
        desk(QC).acknowledge(STORE, "NT1", "QC");
        desk(LIAISON).send(STORE, ONE_LEFT);
        shop.clock.set(shop.at("10:30"));
        assertEquals(List.of("receipt/NT2/CUSTOMER_SERVICE", "receipt/NT2/QC"), raised());
        assertEquals(
                List.of("NT2"),
                desk(LIAISON).unacknowledged(STORE).stream().map(Notice::id).toList());
        assertEquals("WRONG_STATE", codeOf(() -> desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE")));
        assertEquals(Ratio.of(1, 3), inTime());
    }

    @Test
    void aReceiptOfTheFirstIsNoneOfTheSecond() {
        desk(QC).acknowledge(STORE, "NT1", "QC");
        desk(CUSTOMER_SERVICE).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
        assertEquals(NoticeState.ACKNOWLEDGED, notice("NT1").state());
        desk(LIAISON).send(STORE, ONE_LEFT);
        assertEquals(NoticeState.SUPERSEDED, notice("NT1").state());
        assertEquals(List.of("CUSTOMER_SERVICE", "QC"), notice("NT2").open());
        assertEquals(2, notice("NT1").receipts().size());
    }

    @Test
    void aDraftTakesThePlaceOnceItIsSent() {
        desk(LIAISON).draft(STORE, ONE_LEFT);
        assertEquals(NoticeState.DELIVERED, notice("NT1").state());
        desk(LIAISON).send(STORE, "NT2");
        assertEquals(NoticeState.SUPERSEDED, notice("NT1").state());
    }

    @Test
    void aPlaceIsTakenOnceAndOfSomethingThatIsThere() {
        desk(LIAISON).draft(STORE, ONE_LEFT);
        Announcement other = new Announcement("NT3", "A", "10 left", List.of("QC")).replacing("NT1");
        desk(LIAISON).send(STORE, other);
        assertEquals("WRONG_STATE", codeOf(() -> desk(LIAISON).send(STORE, "NT2")));
        Announcement late = new Announcement("NT4", "A", "9 left", List.of("QC"));
        assertEquals("WRONG_STATE", codeOf(() -> desk(LIAISON).send(STORE, late.replacing("NT1"))));
        assertEquals("NO_SUCH_NOTICE", codeOf(() -> desk(LIAISON).draft(STORE, late.replacing("NT9"))));
        assertEquals(Optional.empty(), desk(LIAISON).find(STORE, "NT4"));
        assertThrows(IllegalArgumentException.class, () -> late.replacing("NT4"));
    }

    @Test
    void aDraftWhosePlaceWasTakenIsNotSent() {
        Announcement draft = new Announcement("NT5", "A", "8 left", List.of("QC"));
        desk(LIAISON).draft(STORE, draft);
        desk(LIAISON).send(STORE, new Announcement("NT6", "A", "7 left", List.of("QC")).replacing("NT5"));
        assertEquals(NoticeState.SUPERSEDED, notice("NT5").state());
        assertEquals("WRONG_STATE", codeOf(() -> desk(LIAISON).send(STORE, "NT5")));
    }

    @Test
    void theAgendaTellsWhatBecameOfAReceiptThatIsNotOwedAnyMore() {
        OccurrenceId owed = OccurrenceId.parse("4.1/receipt/NT1/QC");
        assertEquals(
                AgendaItem.State.DUE,
                shop.ops.deskOf(LIAISON).agenda().getItem(STORE, owed).stateAt(shop.clock.instant()));
        desk(LIAISON).send(STORE, ONE_LEFT);
        assertTrue(shop.ops.deskOf(LIAISON).agenda().on(STORE, DAY).items().stream()
                .noneMatch(item -> item.occurrence().id().equals(owed)));
        shop.clock.set(shop.at("11:00"));
        assertEquals(
                AgendaItem.State.ABANDONED,
                shop.ops.deskOf(LIAISON).agenda().getItem(STORE, owed).stateAt(shop.clock.instant()));
    }

    @ParameterizedTest
    @CsvSource({"10:29:59, false, 1, 1", "10:30:00, false, 1, 2", "10:30:00.000001, true, 0, 2"})
    void aReceiptIsInTimeUpToItsDueInstantAndAnOpenOneCountsFromThere(String at, boolean late, int n, int d) {
        shop.clock.set(shop.at(at));
        assertEquals(late, desk(QC).acknowledge(STORE, "NT1", "QC").late());
        assertEquals(Ratio.of(n, d), inTime());
    }

    @Test
    void aReceiptCountsOnTheDateOnWhichItWasDue() {
        shop.clock.set(shop.at("17:45"));
        desk(LIAISON).send(STORE, new Announcement("NT7", "A", "6 left", List.of("QC")));
        // Sunday is the only workday that counts before Monday morning: fifteen minutes are left at closing time.
        assertEquals(
                Optional.of(shop.at("09:15").plusSeconds(86400)), notice("NT7").ackDue());
        desk(QC).acknowledge(STORE, "NT7", "QC");
        assertEquals(Ratio.of(0, 2), inTime());
        assertEquals(Ratio.of(1, 1), desk(LIAISON).receiptsInTime(STORE, DAY.plusDays(1), DAY.plusDays(1)));
        assertThrows(IllegalArgumentException.class, () -> desk(LIAISON).receiptsInTime(STORE, DAY, DAY.minusDays(1)));
    }

    @Test
    void aReceiptKeepsWhatItWasJudgedBy() {
        NoticeReceipt receipt = desk(PRE_SALES).acknowledge(STORE, "NT1", "CUSTOMER_SERVICE");
        assertEquals(shop.at("10:00"), receipt.owedFrom());
        assertEquals(Optional.of(shop.at("10:30")), receipt.owedBy());
        assertEquals("PRE_SALES", receipt.by());
    }
}
