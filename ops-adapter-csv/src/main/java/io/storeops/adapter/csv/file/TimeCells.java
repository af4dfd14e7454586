package io.storeops.adapter.csv.file;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;

/**
 * Reads dates and times in the ways of a profile. A local time that the clocks skip is none; of one that they show twice
 * the first is meant (the earlier offset). The offset of a day is looked up once and kept. Not thread-safe.
 */
public final class TimeCells {
    private static final int KEPT_DAYS = 256;
    private static final int MIXED = Integer.MIN_VALUE;
    private static final long DAY = 86_400;
    private static final long WIDEST_OFFSET = 18 * 3_600;

    private final TimeText[] patterns;
    private final ZoneId zone;
    private final ZoneRules rules;
    private final int[] fields = new int[TimePattern.FIELDS];
    private final long[] days = new long[KEPT_DAYS];
    private final int[] offsets = new int[KEPT_DAYS];

    public TimeCells(List<? extends TimeText> patterns, ZoneId zone) {
        this.patterns = patterns.toArray(TimeText[]::new);
        this.zone = zone;
        this.rules = zone.getRules();
        Arrays.fill(days, Long.MIN_VALUE);
    }

    /** Reads a text; what was read is there until the next call. */
    public boolean read(char[] chars, int from, int to) {
        for (TimeText pattern : patterns) {
            if (pattern.matches(chars, from, to, fields)) {
                return true;
            }
        }
        return false;
    }

    /** Takes a date and time of a sheet, which has no offset. */
    public void take(LocalDateTime time) {
        TimePattern.fill(fields, time, TimePattern.NO_OFFSET);
    }

    /** Whether the text that was read says its own offset. */
    public boolean hasOffset() {
        return fields[TimePattern.OFFSET] != TimePattern.NO_OFFSET;
    }

    /** The date and time that was read, without zone. */
    public LocalDateTime local() {
        return LocalDateTime.ofEpochSecond(TimePattern.localSecond(fields), fields[TimePattern.NANO], ZoneOffset.UTC);
    }

    /** Whether the clocks of the zone skip the date and time that was read. */
    public boolean skipped() {
        return !hasOffset()
                && offsetOf(TimePattern.localSecond(fields)) == MIXED
                && rules.getValidOffsets(local()).isEmpty();
    }

    /** The instant at which the clocks skip the date and time that was read. */
    public Instant skippedAt() {
        ZoneOffsetTransition skip = rules.getTransition(local());
        return skip == null ? instant() : skip.getInstant();
    }

    /** The instant that was read, of a date and time that is not skipped. */
    public Instant instant() {
        long local = TimePattern.localSecond(fields);
        int offset = hasOffset() ? fields[TimePattern.OFFSET] : offsetOf(local);
        if (offset == MIXED) {
            offset = rules.getValidOffsets(local()).get(0).getTotalSeconds();
        }
        return Instant.ofEpochSecond(local - offset, fields[TimePattern.NANO]);
    }

    /** The offset of a whole local day, MIXED if it may change near that day. */
    private int offsetOf(long local) {
        long day = Math.floorDiv(local, DAY);
        int place = (int) (day & (KEPT_DAYS - 1));
        if (days[place] != day) {
            Instant before = Instant.ofEpochSecond(day * DAY - WIDEST_OFFSET);
            ZoneOffsetTransition next = rules.nextTransition(before.minusSeconds(1));
            offsets[place] = next == null || next.toEpochSecond() > (day + 1) * DAY + WIDEST_OFFSET
                    ? rules.getOffset(before).getTotalSeconds()
                    : MIXED;
            days[place] = day;
        }
        return offsets[place];
    }

    /** The zone of what says no offset. */
    public ZoneId zone() {
        return zone;
    }

    /** What is expected, as in "yyyy/M/d H:mm or yyyy-MM-dd". */
    public String expected() {
        return String.join(
                " or ", Arrays.stream(patterns).map(TimeText::toString).toList());
    }
}
