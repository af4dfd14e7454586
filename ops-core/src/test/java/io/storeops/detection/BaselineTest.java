package io.storeops.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.calendar.SlotId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Each Tuesday's third slot of twelve weeks, of other slots and weekdays 1000. */
class BaselineTest {
    private static final LocalDate TUESDAY = LocalDate.of(2024, 6, 18);
    private static final SlotId AT = SlotId.of(TUESDAY, 3);
    private static final List<Double> VALUES = List.of(9.0, 8.0, 7.0, 6.0, 5.0, 90.0, 4.0, 3.0, 2.0, 1.0, 12.0, 11.0);

    private final List<Baseline.Past> past = new ArrayList<>();

    BaselineTest() {
        for (int week = VALUES.size(); week > 0; week--) {
            LocalDate date = TUESDAY.minusWeeks(week);
            past.add(new Baseline.Past(SlotId.of(date, 3), DayKind.ORDINARY, VALUES.get(VALUES.size() - week)));
            past.add(new Baseline.Past(SlotId.of(date, 4), DayKind.ORDINARY, 1000));
            past.add(new Baseline.Past(SlotId.of(date.plusDays(1), 3), DayKind.ORDINARY, 1000));
        }
        past.add(new Baseline.Past(AT, DayKind.ORDINARY, 1000));
    }

    private Optional<Baseline.Base> base(Baseline baseline) {
        return baseline.of(AT, past, OptionalDouble.empty());
    }

    /** Of 5, 90, 4, 3, 2, 1, 12, 11 the median is 4.5; apart from it are 0.5, 85.5, 0.5, 1.5, 2.5, 3.5, 7.5, 6.5, in the middle 3. */
    @Test
    void ofThePastIsTheMedianOfTheSameSlotAndWeekday() {
        assertEquals(Optional.of(new Baseline.Base(4.5, 1.4826 * 3)), base(new Baseline.Trailing(4, 8)));
    }

    @Test
    void ofThePastLeavesAnnouncedDaysOut() {
        past.replaceAll(each -> each.value() == 90 || each.value() == 12
                ? new Baseline.Past(each.at(), DayKind.PROMOTION, each.value())
                : each);
        assertEquals(Optional.of(4.5), base(new Baseline.Trailing(4, 8)).map(Baseline.Base::value));
        past.replaceAll(each -> new Baseline.Past(each.at(), DayKind.HOLIDAY, each.value()));
        assertEquals(Optional.empty(), base(new Baseline.Trailing(4, 8)));
    }

    @Test
    void ofThePastNeedsItsSample() {
        assertEquals(Optional.empty(), base(new Baseline.Trailing(13, 13)));
        assertEquals(Optional.of(6.5), base(new Baseline.Trailing(12, 12)).map(Baseline.Base::value));
        past.clear();
        assertEquals(Optional.empty(), base(new Baseline.Trailing(1, 8)));
        assertEquals(
                "A trailing baseline takes 1 value or more and no fewer than it needs, not 3 of which it needs 4",
                assertThrows(IllegalArgumentException.class, () -> new Baseline.Trailing(4, 3))
                        .getMessage());
    }

    @Test
    void isFixedOrStated() {
        past.addAll(Collections.nCopies(3, past.get(0)));
        assertEquals(Optional.of(new Baseline.Base(4.8, 0)), base(new Baseline.Fixed(4.8)));
        assertEquals(Optional.empty(), base(new Baseline.Stated()));
        assertEquals(
                Optional.of(new Baseline.Base(0.02, 0)), new Baseline.Stated().of(AT, past, OptionalDouble.of(0.02)));
    }
}
