package io.storeops.scorecard;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.document.PlainText;
import io.storeops.evidence.Target;
import io.storeops.failure.DeniedException;
import io.storeops.figures.Figures;
import io.storeops.figures.Restatement;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.kpi.Ratio;
import io.storeops.kpi.Score;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A day of two operators, one of whom releases, scored as of its evening. */
class ScorecardTest {
    private static final ActorId OTHER = ActorId.of("op-2");

    private final StoreFixture shop = new StoreFixture.Setup()
            .weekly("TASK_KPI_SUGGESTION")
            .role("STORE_MANAGER", "INSTRUCT", "ACCEPT:REPORT")
            .target(DAY, DAY, 1000)
            .works(OTHER, "OPERATOR")
            .open();

    private Scorecards by(ActorId actor) {
        return shop.ops.deskOf(actor).scorecards();
    }

    /** All thirteen slots of the day are due by then, and the fourteenth is not. */
    private Instant evening() {
        shop.clock.set(shop.at("22:00:00"));
        return shop.clock.instant();
    }

    private Ratio raw(Optional<ActorId> person, Kpi kpi, Instant asOf) {
        Scorecard scorecard = person.map(who -> by(MANAGER).of(STORE, who, DAY, DAY, asOf))
                .orElseGet(() -> by(MANAGER).of(STORE, DAY, DAY, asOf));
        return scorecard.find(kpi).orElseThrow().raw();
    }

    @Test
    void addsUpToTheRecordsThatItNames() {
        shop.work(DAY, 13);
        Instant evening = evening();
        for (ScoreLine line : by(MANAGER).of(STORE, DAY, DAY, evening).lines()) {
            List<CountedRecord> records = by(MANAGER).records(STORE, line.kpi(), DAY, DAY, evening);
            assertEquals(
                    line.raw(),
                    records.stream().map(CountedRecord::counted).reduce(Ratio.of(0, 0), Ratio::and),
                    line.kpi().id());
            assertEquals(
                    line.raw().d() - line.excused().d(),
                    records.stream().mapToLong(CountedRecord::excused).sum(),
                    line.kpi().id());
        }
        // 13 slots of the store, three figures each
        assertEquals(Ratio.of(39, 39), raw(Optional.empty(), Kpi.K1_1, evening));
        assertEquals(Ratio.of(13, 13), raw(Optional.empty(), Kpi.K1_4, evening));
        assertEquals(Ratio.of(1300, 1000), raw(Optional.empty(), Kpi.TARGET, evening));
    }

    @Test
    void chargesAPersonWithWhatTheyDidAndWhatNobodyDid() {
        shop.work(DAY, 12);
        Instant evening = evening();
        assertEquals(Ratio.of(12, 13), raw(Optional.empty(), Kpi.K1_4, evening));
        assertEquals(Ratio.of(12, 13), raw(Optional.of(OPERATOR), Kpi.K1_4, evening));
        assertEquals(Ratio.of(0, 1), raw(Optional.of(OTHER), Kpi.K1_4, evening));
        assertEquals(Ratio.of(36, 36), raw(Optional.of(OPERATOR), Kpi.K1_1, evening));
        assertEquals(Ratio.of(0, 0), raw(Optional.of(OTHER), Kpi.K1_1, evening));
        assertEquals(
                Optional.empty(),
                by(MANAGER).of(STORE, OTHER, DAY, DAY, evening).find(Kpi.TARGET));
    }

    /** The thirteenth release is made by nobody, so it is charged to both; one of the two was away when it was due, at 21:15. */
    @Test
    void namesWhatAPersonIsChargedWithAndWhatOfThatIsExcused() {
        shop.work(DAY, 12);
        shop.ops.deskOf(MANAGER).absences().record(STORE, OTHER, shop.at("21:00:00"), shop.at("22:00:00"), "ill");
        Instant evening = evening();
        List<CountedRecord> others = by(MANAGER).records(STORE, OTHER, Kpi.K1_4, DAY, DAY, evening);
        CountedRecord missed = new CountedRecord(
                Target.of("delivery", "release/2024-06-16#13/v1"), Ratio.of(0, 1), 1, shop.at("21:15:00"));
        assertEquals(List.of(missed), others);
        List<CountedRecord> own = by(OPERATOR).records(STORE, OPERATOR, Kpi.K1_4, DAY, DAY, evening);
        assertEquals(Ratio.of(12, 13), own.stream().map(CountedRecord::counted).reduce(Ratio.of(0, 0), Ratio::and));
        assertEquals(0, own.stream().mapToLong(CountedRecord::excused).sum());
        assertEquals(12, own.stream().filter(CountedRecord::in).count());
    }

    @Test
    void moreThanAllIsCountedIn() {
        shop.work(DAY, 13);
        CountedRecord target =
                by(MANAGER).records(STORE, Kpi.TARGET, DAY, DAY, evening()).get(0);
        assertEquals(Ratio.of(1300, 1000), target.counted());
        assertTrue(target.in());
    }

    @Test
    void tellsSomeOfItsFiguresInTheOrderInWhichTheyAreNamed() {
        shop.work(DAY, 12);
        shop.ops.deskOf(MANAGER).absences().record(STORE, OTHER, shop.at("21:00:00"), shop.at("22:00:00"), "ill");
        Scorecard others = by(MANAGER).of(STORE, OTHER, DAY, DAY, evening());
        assertEquals(
                List.of(new Score(Kpi.K1_4, Ratio.of(0, 1)), new Score(Kpi.K1_1, Ratio.of(0, 0))),
                others.scores(Kpi.K1_4, Kpi.K1_1));
        assertEquals(List.of(new Score(Kpi.K1_4, Ratio.of(0, 0))), others.excusedScores(Kpi.K1_4));
        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> others.scores(Kpi.TARGET));
        assertTrue(
                unknown.getMessage()
                        .startsWith("There is no T on this scorecard; it has [K1.1, K1.2, K1.3, K1.4, K2.1"),
                unknown.getMessage());
    }

    @Test
    void namesNoRecordThatCountsNothing() {
        shop.work(DAY, 12);
        List<Ratio> counted = by(MANAGER).records(STORE, Kpi.K1_2, DAY, DAY, evening()).stream()
                .map(CountedRecord::counted)
                .toList();
        assertEquals(13, counted.size());
        assertEquals(Ratio.of(0, 3), counted.get(12));
    }

    @Test
    void knowsWhatWasKnownThen() {
        shop.work(DAY, 13);
        Instant before = shop.clock.instant();
        shop.clock.set(shop.at("21:30:00"));
        shop.accept(shop.restated(StoreFixture.slot(13), Restatement.OPERATOR_ERROR, Figures.of(1300, 131, 13)));
        assertEquals(Ratio.of(39, 39), raw(Optional.empty(), Kpi.K1_1, before));
        assertEquals(Ratio.of(38, 39), raw(Optional.empty(), Kpi.K1_1, shop.clock.instant()));
    }

    @Test
    void isOnesOwnOrForThoseWhoLead() {
        Instant now = shop.clock.instant();
        assertTrue(
                by(OPERATOR).of(STORE, OPERATOR, DAY, DAY, now).find(Kpi.K1_4).isPresent());
        assertThrows(DeniedException.class, () -> by(OPERATOR).of(STORE, OTHER, DAY, DAY, now));
        assertThrows(DeniedException.class, () -> by(OPERATOR).records(STORE, OTHER, Kpi.K1_4, DAY, DAY, now));
        assertTrue(by(MANAGER).of(STORE, OTHER, DAY, DAY, now).find(Kpi.K1_4).isPresent());
    }

    @Test
    void isShownWithWholeNumbersAndPercent() {
        shop.work(DAY, 13);
        Scorecards desk = by(MANAGER);
        String text = PlainText.of(desk.document(desk.of(STORE, DAY, DAY, shop.at("22:00:00"))));
        assertTrue(text.contains("Release timeliness"), text);
        assertTrue(text.contains("100.00%"), text);
        assertTrue(text.contains("N/A"), text);
        assertTrue(text.startsWith("Scorecard Shop 2024-06-16 - 2024-06-16"), text);
        String own = PlainText.of(desk.document(desk.of(STORE, OTHER, DAY, DAY, shop.at("22:00:00"))));
        assertTrue(own.startsWith("Scorecard Shop op-2 2024-06-16 - 2024-06-16"), own);
    }
}
