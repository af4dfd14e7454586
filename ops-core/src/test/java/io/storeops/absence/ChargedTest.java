package io.storeops.absence;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.authority.Charter;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A record of five things of which three are good, charged to two people (D65, D66). */
class ChargedTest {
    private static final ActorId SECOND = ActorId.of("op-2");
    private static final Target RECORD = Target.of("slot", "2024-06-16#1");
    private static final Instant DUE = DAY.atTime(9, 10).toInstant(ZoneOffset.UTC);

    private static Charged.Item item(long explained) {
        return Charged.Item.of(RECORD, Ratio.of(3, 5), explained, List.of(OPERATOR, SECOND), DUE);
    }

    /** With the absence of some at the due instant. */
    private static Charged charged(long explained, ActorId... away) {
        return new Charged(
                List.of(item(explained)),
                Charges.of(
                        Charter.of(0, ZoneOffset.UTC, List.of(), List.of(), List.of()),
                        List.of(away).stream()
                                .map(person -> new Absence(
                                        STORE,
                                        person,
                                        DUE,
                                        DUE.plusSeconds(1),
                                        Optional.of("ill"),
                                        new Stamp(MANAGER, DUE, "1")))
                                .toList()));
    }

    @Test
    void whatIsMissingIsExcusedWhenEverybodyWasAwayAndNothingElse() {
        assertEquals(Ratio.of(3, 5), charged(0, OPERATOR).excused());
        assertEquals(Ratio.of(3, 3), charged(0, OPERATOR, SECOND).excused());
        assertEquals(2, charged(0, OPERATOR, SECOND).excusedOf(item(0)));
        assertEquals(Ratio.of(3, 5), charged(0, OPERATOR, SECOND).raw());
    }

    @Test
    void onlyThePersonWhoWasAwayIsExcused() {
        assertEquals(Ratio.of(3, 3), charged(0, OPERATOR).excusedOf(OPERATOR));
        assertEquals(Ratio.of(3, 5), charged(0, OPERATOR).excusedOf(SECOND));
        assertEquals(Ratio.of(0, 0), charged(0, OPERATOR).excusedOf(MANAGER));
    }

    @Test
    void whatIsExplainedIsLeftOutUpToAllThatIsMissing() {
        assertEquals(Ratio.of(3, 4), charged(1).excused());
        assertEquals(Ratio.of(3, 3), charged(2).excused());
        assertThrows(IllegalArgumentException.class, () -> item(3));
        assertThrows(IllegalArgumentException.class, () -> item(-1));
    }

    @Test
    void aPersonIsChargedOnce() {
        assertThrows(
                IllegalArgumentException.class, () -> Charged.Item.of(RECORD, true, List.of(OPERATOR, OPERATOR), DUE));
    }
}
