package io.storeops.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OccurrenceIdLawsTest {
    @Property
    void idsAreReadAsTheyArePrinted(@ForAll @IntRange(min = 1, max = 5) int module, @ForAll("things") String thing) {
        OccurrenceId id = OccurrenceId.ofThing(module + ".2", thing);
        assertEquals(id, OccurrenceId.parse(id.toString()));
    }

    @Provide
    Arbitrary<String> things() {
        return Arbitraries.strings()
                .withChars("aZ09:#,;|'%/\u5e97")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Example
    void idsSayWhatTheyAreAbout() {
        LocalDate date = LocalDate.of(2024, 6, 16);
        assertEquals(
                "1.1/2024-06-16#01",
                OccurrenceId.ofSlot("1.1", SlotId.of(date, 1)).toString());
        assertEquals("2.1/2024-06-16", OccurrenceId.ofDate("2.1", date).toString());
        assertEquals(
                "5.1/2024-W24", OccurrenceId.ofWeek("5.1", IsoWeek.of(date)).toString());
        assertEquals("5.2/T-1", OccurrenceId.ofThing("5.2", "T-1").toString());
    }

    @Example
    void refusesWhatIsNoOccurrence() {
        for (String text : List.of("", "1.1", "/x", "1.1/", "6.1/x", "1.1/ x", "collect/2024-06-16")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> OccurrenceId.parse(text), text);
            assertEquals("'" + text + "' is no occurrence (expected as in 1.1/2024-06-16#01)", refused.getMessage());
        }
    }
}
