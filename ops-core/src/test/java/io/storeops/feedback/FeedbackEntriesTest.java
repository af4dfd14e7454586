package io.storeops.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedbackEntriesTest {
    private static String line(EntryPoint entry) {
        return entry.kind() + " " + entry.name() + " " + entry.anyOf();
    }

    @Test
    void areTheDoorsOfDutyFiveWithTheirRights() {
        String authors = "[SUGGEST:S1, SUGGEST:S2, SUGGEST:S3, SUGGEST:S4";
        assertEquals(
                List.of(
                        "ACT DRAFT_SUGGESTION " + authors + "]",
                        "ACT SUBMIT_SUGGESTION " + authors + "]",
                        "ACT AMEND_SUGGESTION " + authors + "]",
                        "ACT WITHDRAW_SUGGESTION " + authors + "]",
                        "ACT ACCEPT_SUGGESTION [DECIDE:SUGGESTION]",
                        "ACT REJECT_SUGGESTION [DECIDE:SUGGESTION]",
                        "ACT DEFER_SUGGESTION [DECIDE:SUGGESTION]",
                        "LOOK READ_SUGGESTIONS " + authors + ", DECIDE:SUGGESTION, INSTRUCT, EXECUTE:X5, READ]"),
                FeedbackModule.MODULE.entryPoints().stream()
                        .map(FeedbackEntriesTest::line)
                        .toList());
    }

    @Test
    void askForTheRightToSeeWhereverOthersWordsComeBack() {
        for (EntryPoint entry : FeedbackModule.MODULE.entryPoints()) {
            boolean own = entry.anyOf().equals(SuggestionScope.rights());
            assertEquals(own ? Set.of() : Set.of(DataClass.OPERATIONS), entry.shows(), entry.name());
        }
    }

    @Test
    void areAmongTheLibrarysWhichHaveDifferentNames() {
        List<String> names =
                StoreFixture.entryPoints().stream().map(EntryPoint::name).toList();
        assertEquals(names.stream().distinct().toList(), names);
        assertTrue(StoreFixture.entryPoints().containsAll(FeedbackModule.MODULE.entryPoints()));
        assertTrue(StoreOps.tables().containsAll(FeedbackModule.MODULE.tables()));
    }
}
