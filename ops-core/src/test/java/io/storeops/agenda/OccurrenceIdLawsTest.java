package io.storeops.agenda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    @Property
    void idsOfSlotsDatesAndWeeksKeepTheirKind(
            @ForAll @IntRange(min = -800_000_000, max = 800_000_000) int day,
            @ForAll @IntRange(min = 1, max = 999) int slot) {
        LocalDate date = LocalDate.of(2024, 6, 16).plusDays(day % 4_000_000);
        OccurrenceId ofSlot = OccurrenceId.ofSlot("1.1", SlotId.of(date, slot));
        assertEquals(ofSlot, OccurrenceId.parse(ofSlot.toString()));
        assertEquals(Optional.of(SlotId.of(date, slot)), ofSlot.slot());
        OccurrenceId ofDate = OccurrenceId.ofDate("2.1", date);
        assertEquals(ofDate, OccurrenceId.parse(ofDate.toString()));
        assertEquals(Optional.of(date), ofDate.date());
        IsoWeek week = IsoWeek.of(LocalDate.of(2024, 6, 16).plusDays(day % 700_000));
        OccurrenceId ofWeek = OccurrenceId.ofWeek("5.1", week);
        assertEquals(ofWeek, OccurrenceId.parse(ofWeek.toString()));
        assertEquals(Optional.of(week), ofWeek.week());
    }

    @Provide
    Arbitrary<String> things() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("aZ09:#,;|'%/-W\u5e97")
                        .ofMinLength(1)
                        .ofMaxLength(20),
                Arbitraries.of(
                        "2024-06-16",
                        "2024-02-30",
                        "2024-06-16#09",
                        "2024-06-16#9",
                        "2024-06-16#00",
                        "2024-W24",
                        "2024-W60",
                        "2024-W1"));
    }

    @Example
    void aThingThatIsNamedLikeASlotADateOrAWeekIsThat() {
        LocalDate date = LocalDate.of(2024, 6, 16);
        OccurrenceId slot = OccurrenceId.ofThing("5.2", "2024-06-16#09");
        assertEquals(OccurrenceId.ofSlot("5.2", SlotId.of(date, 9)), slot);
        assertEquals(
                List.of(Optional.of(SlotId.of(date, 9)), Optional.empty(), Optional.empty()),
                List.of(slot.slot(), slot.date(), slot.week()));
        OccurrenceId day = OccurrenceId.ofThing("5.2", "2024-06-16");
        assertEquals(OccurrenceId.ofDate("5.2", date), day);
        assertEquals(
                List.of(Optional.empty(), Optional.of(date), Optional.empty()),
                List.of(day.slot(), day.date(), day.week()));
        OccurrenceId week = OccurrenceId.ofThing("5.2", "2024-W24");
        assertEquals(OccurrenceId.ofWeek("5.2", IsoWeek.of(date)), week);
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of(IsoWeek.of(date))),
                List.of(week.slot(), week.date(), week.week()));
        for (String thing : List.of("2024-02-30", "2024-06-16#9", "2024-06-16#00", "2024-W60", "2024-W1", "W24")) {
            OccurrenceId found = OccurrenceId.ofThing("5.2", thing);
            assertEquals(
                    List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                    List.of(found.slot(), found.date(), found.week()),
                    thing);
        }
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
            assertEquals(
                    "'" + text + "' is not an occurrence (expected something like 1.1/2024-06-16#01)",
                    refused.getMessage());
        }
    }
}
