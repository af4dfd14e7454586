package io.storeops.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.catalog.Language;
import io.storeops.inspection.PenaltyRule.Penalties;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenaltyRuleTest {
    private static Optional<SortedSet<String>> ids(String text) {
        return Optional.of(text)
                .filter(some -> !some.equals("?"))
                .map(some -> new TreeSet<>(Arrays.asList(some.isEmpty() ? new String[0] : some.split(" ", -1))));
    }

    /** A question mark is what was not read. */
    @ParameterizedTest
    @CsvSource({
        "'', '', OK, CLEARED, NO_NEW_PENALTY",
        "'', 'P1', OK, CLEARED, NO_NEW_PENALTY",
        "'P1', 'P1', OK, CLEARED, NO_NEW_PENALTY",
        "'P1 P2', 'P1', ANOMALY, BROKEN, NEW_PENALTY",
        "'P2', '', ANOMALY, BROKEN, NEW_PENALTY",
        "'', ?, OK, CLEARED, NO_NEW_PENALTY",
        "'P1', ?, NO_REFERENCE, UNKNOWN, NO_BASE",
        "?, 'P1', COULD_NOT_CHECK, UNKNOWN, MISSING",
        "?, ?, COULD_NOT_CHECK, UNKNOWN, MISSING"
    })
    void judges(String inForce, String known, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(new PenaltyRule(), new Penalties(ids(inForce), ids(known)), verdict, standing, phrase);
    }

    @ParameterizedTest
    @CsvSource({"'P3 P1 P2', 'P2', 'New penalties: P1, P3'"})
    void namesTheNewOnes(String inForce, String known, String sentence) {
        Judgement judgement = new PenaltyRule().judge(Said.LOOK, new Penalties(ids(inForce), ids(known)));
        assertEquals(
                sentence, judgement.sentence(Language.ENGLISH, Said.SHANGHAI).text());
    }
}
