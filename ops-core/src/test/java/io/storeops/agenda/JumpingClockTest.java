package io.storeops.agenda;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.calendar.IsoWeek;
import io.storeops.calendar.SlotId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A year of looks by a clock that jumps, now and then, by minutes to a year, ahead and back. */
@DisplayName("What becomes overdue while the clock jumps")
class JumpingClockTest {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(40);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration THREE_HOURS = Duration.ofHours(3);
    private static final int YEAR = 365;

    private final StoreFixture shop =
            new StoreFixture.Setup().boundaries("09:00", "21:00").duties().open();
    private final long seed = Long.getLong("storeops.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** What was raised, by looks in step or behind, and by looks further ahead. */
    private final Map<String, Integer> raised = new HashMap<>();

    private final Map<String, Integer> raisedAhead = new HashMap<>();
    private final List<Instant> shownAhead = new ArrayList<>();

    /** Nobody works: each of two collections, two releases, the sweep and the summary of a day is overdue at its own due instant. */
    private static Map<String, Instant> dueIn(StoreFixture shop, LocalDate first, LocalDate end) {
        Map<String, Instant> due = new HashMap<>();
        first.datesUntil(end).forEach(date -> {
            due.put("1.1/" + date + "#01", shop.at(date, "09:10:00"));
            due.put("1.2/" + date + "#01", shop.at(date, "09:15:00"));
            due.put("1.1/" + date + "#02", shop.at(date, "21:10:00"));
            due.put("1.2/" + date + "#02", shop.at(date, "21:15:00"));
            due.put("2.2/" + date, shop.at(date, "21:30:00"));
            due.put("5.2/" + date, shop.at(date, "21:30:00"));
        });
        return due;
    }

    /** Looks at the store by a clock that is wrong by so much; how long until it asks to be woken. */
    private Duration look(Instant truth, Duration wrong) {
        shop.clock.set(truth.plus(wrong));
        Tick tick = shop.ops.tick(STORE);
        boolean ahead = wrong.compareTo(HOUR) > 0;
        tick.raised()
                .forEach(item -> (ahead ? raisedAhead : raised)
                        .merge(item.occurrence().id().toString(), 1, Integer::sum));
        if (ahead) {
            shownAhead.add(tick.at());
        }
        Duration until = Duration.between(tick.at(), tick.nextWakeUp());
        return until.compareTo(LONGEST_PAUSE) < 0 ? until : LONGEST_PAUSE;
    }

    /** From two minutes to a year, as often by minutes as by hours, days, weeks and months. */
    private Duration jump() {
        double minutes = Math.exp(Math.log(2) + random.nextDouble() * Math.log(YEAR * 24 * 60 / 2.0));
        Duration jump = Duration.ofSeconds((long) (60 * minutes));
        return random.nextBoolean() ? jump : jump.negated();
    }

    @Test
    void isRaisedOnce() {
        look(shop.at(DAY, "00:00:00"), Duration.ZERO);
        LocalDate first = DAY.plusDays(YEAR + 1);
        LocalDate end = first.plusDays(YEAR);
        Instant truth = shop.at(first, "00:00:00");
        look(truth, Duration.ZERO);
        int jumps = 0;
        Instant nextJump = truth;
        while (truth.isBefore(shop.at(end, "00:00:00"))) {
            Duration pause = look(truth, Duration.ZERO);
            if (!truth.isBefore(nextJump)) {
                Duration wrong = jump();
                for (int looks = 1 + random.nextInt(2); looks > 0; looks--) {
                    pause = look(truth, wrong);
                    truth = truth.plus(pause).plusSeconds(random.nextInt(60));
                }
                jumps++;
                nextJump = truth.plus(Duration.ofHours(12 + random.nextInt(48)));
            } else {
                truth = truth.plus(pause).plusSeconds(random.nextInt(60));
            }
        }
        look(truth, Duration.ZERO);
        assertTrue(jumps > 150, jumps + " jumps");
        dueIn(shop, first, end).forEach(this::assertRaisedOnce);
        // Of what was due before the year only clocks that were wrong could tell, and of two of those none is right.
        raised.forEach((id, times) -> {
            if (!dateOf(OccurrenceId.parse(id)).isBefore(first)) {
                assertEquals(1, times, id + when());
            }
        });
    }

    private static LocalDate dateOf(OccurrenceId id) {
        return id.slot()
                .map(SlotId::date)
                .or(id::date)
                .or(() -> id.week().map(IsoWeek::sunday))
                .orElseThrow();
    }

    private String when() {
        return ", -Dstoreops.seed=" + seed;
    }

    private void assertRaisedOnce(String id, Instant due) {
        int times = raised.getOrDefault(id, 0);
        if (times != 1) {
            // The one exception: a clock ahead had raised it, less than three hours ahead of the first look by the
            // right
            // one that could have raised it, at most two wrong looks after the due instant.
            Instant look = due.plus(LONGEST_PAUSE.multipliedBy(3));
            boolean early = shownAhead.stream()
                    .anyMatch(shown -> !shown.isBefore(due) && !shown.isAfter(look.plus(THREE_HOURS)));
            assertTrue(times == 0 && early && raisedAhead.containsKey(id), times + " times " + id + when());
        }
    }
}
