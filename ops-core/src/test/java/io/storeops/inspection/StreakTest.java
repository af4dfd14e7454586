package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** D7, D87. */
class StreakTest {
    private static Instant at(int minute) {
        return Said.AS_OF.plusSeconds(60L * minute);
    }

    private static Judgement seen(int minute, Standing standing) {
        return new Judgement(
                PriceRule.KEY,
                InspectionVerdict.LEARNING,
                standing,
                Phrase.SAME,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(at(minute)));
    }

    private static Streak after(Judgement... judgements) {
        Streak streak = Streak.NONE;
        for (Judgement judgement : judgements) {
            streak = streak.after(judgement);
        }
        return streak;
    }

    @Test
    void isBadSinceTheFirstBadObservationOfTheUnbrokenRun() {
        Streak streak = after(
                seen(1, Standing.CLEARED),
                seen(2, Standing.BROKEN),
                seen(3, Standing.UNKNOWN),
                seen(4, Standing.BROKEN));
        assertEquals(new Streak(Optional.of(at(2)), Optional.of(at(1)), 0, Optional.of(at(4))), streak);
        Streak again = streak.after(seen(5, Standing.KEPT)).after(seen(6, Standing.BROKEN));
        assertEquals(new Streak(Optional.of(at(6)), Optional.of(at(5)), 0, Optional.of(at(6))), again);
    }

    @Test
    void knowsNoGoodObservationWhereThereWasNone() {
        assertEquals(Optional.empty(), after(seen(1, Standing.BROKEN)).lastGoodAt());
    }

    @Test
    void recoversAfterLooksInARowBeyondTheClearingValue() {
        Streak bad = after(seen(1, Standing.BROKEN));
        Streak once = bad.after(seen(2, Standing.CLEARED));
        assertFalse(once.recovered(2));
        assertTrue(once.after(seen(3, Standing.CLEARED)).recovered(2));
        assertTrue(once.after(seen(3, Standing.UNKNOWN))
                .after(seen(4, Standing.CLEARED))
                .recovered(2));
        assertFalse(once.after(seen(3, Standing.KEPT))
                .after(seen(4, Standing.CLEARED))
                .recovered(2));
        assertFalse(once.after(seen(3, Standing.BROKEN))
                .after(seen(4, Standing.CLEARED))
                .recovered(2));
    }

    /** A source that was read twice without having changed is one observation. */
    @Test
    void countsAnInstantOnce() {
        Streak once = after(seen(1, Standing.BROKEN), seen(2, Standing.CLEARED));
        assertEquals(once, once.after(seen(2, Standing.CLEARED)));
        assertEquals(once, once.after(seen(1, Standing.BROKEN)));
    }

    @Test
    void refusesLooksBelowNothing() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Streak(Optional.empty(), Optional.empty(), -1, Optional.empty()));
        assertEquals("Looks are 0 or more, not -1", refusal.getMessage());
    }
}
