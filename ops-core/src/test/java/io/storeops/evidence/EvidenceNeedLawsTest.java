package io.storeops.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class EvidenceNeedLawsTest {
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("ABZ09_").ofMaxLength(40).map(rest -> "S" + rest);
    }

    @Property
    void aKindIsReadAsItIsPrinted(@ForAll("words") String name, @ForAll("words") String variant) {
        for (EvidenceKind kind : List.of(new EvidenceKind(name, ""), new EvidenceKind(name, variant))) {
            assertEquals(kind, EvidenceKind.parse(kind.toString()));
        }
    }

    @Property
    void aNeedIsReadAsItIsPrinted(
            @ForAll("words") String name, @ForAll @Size(max = 4) Set<@net.jqwik.api.From("words") String> variants) {
        EvidenceNeed need = new EvidenceNeed(name, variants);
        assertEquals(need, EvidenceNeed.parse(need.toString()));
    }

    @Property
    void aNeedIsMetByItsNameAndOneOfItsVariantsAndByNothingElse(
            @ForAll("words") String name,
            @ForAll @Size(max = 4) Set<@net.jqwik.api.From("words") String> variants,
            @ForAll("words") String other) {
        EvidenceNeed need = new EvidenceNeed(name, variants);
        assertEquals(variants.isEmpty(), need.metBy(new EvidenceKind(name, "")));
        assertEquals(variants.isEmpty() || variants.contains(other), need.metBy(new EvidenceKind(name, other)));
        assertEquals(name.equals(other) && variants.isEmpty(), need.metBy(new EvidenceKind(other, "")));
    }

    @Example
    void aScreenshotIsNotTheOneTakenBefore() {
        EvidenceNeed need = EvidenceNeed.parse("SCREENSHOT");
        assertTrue(need.metBy(EvidenceKind.parse("SCREENSHOT")));
        assertTrue(need.metBy(EvidenceKind.parse("SCREENSHOT:PHONE")));
        assertFalse(need.metBy(EvidenceKind.parse("SCREENSHOT_BEFORE")));
    }

    @Example
    void feedbackIsGivenInOneOfTheWaysNamed() {
        EvidenceNeed need = EvidenceNeed.parse("FEEDBACK:REPORT|ORAL|DOCUMENT|WECHAT");
        assertTrue(need.metBy(EvidenceKind.parse("FEEDBACK:ORAL")));
        assertFalse(need.metBy(EvidenceKind.parse("FEEDBACK")));
        assertFalse(need.metBy(EvidenceKind.parse("FEEDBACK:TELEPATHY")));
        assertEquals(need, EvidenceNeed.parse("FEEDBACK:WECHAT|DOCUMENT|ORAL|REPORT"));
        assertEquals("FEEDBACK:DOCUMENT|ORAL|REPORT|WECHAT", need.toString());
    }

    @Example
    void refusesWhatIsNoKind() {
        for (String text : List.of("", ":", "A:", ":A", "a", "A:b", "A:B:C", "A|B", "A B", "1A")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> EvidenceKind.parse(text), text);
            assertEquals(
                    "'" + text
                            + "' is not a kind of evidence (expected something like SCREENSHOT or CHANNEL_RECEIPT:DATA_GROUP)",
                    refused.getMessage());
        }
    }

    @Example
    void refusesWhatAsksForNothing() {
        for (String text : List.of("", ":", "A:", ":A", "a", "A:b", "A:B:C", "A|B", "A:B|", "A:B|B", "A:|B")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> EvidenceNeed.parse(text), text);
            assertEquals(
                    "'" + text + "' asks for no evidence (expected something like SCREENSHOT or FEEDBACK:ORAL|REPORT)",
                    refused.getMessage());
        }
    }
}
