package io.storeops.adapter.csv.file;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Dates and times that are written as one number. The number of its digits tells each of them from the others. */
public enum TimeNumber implements TimeText {
    /** Seconds since 1970-01-01T00:00Z, of ten digits: from 2001 to 2286. */
    EPOCH_SECONDS(10, 0) {
        @Override
        LocalDateTime time(long number, long decimals, int places) {
            return LocalDateTime.ofEpochSecond(number, 0, ZoneOffset.UTC);
        }
    },
    /** Milliseconds since 1970-01-01T00:00Z, of thirteen digits. */
    EPOCH_MILLIS(13, 0) {
        @Override
        LocalDateTime time(long number, long decimals, int places) {
            return LocalDateTime.ofEpochSecond(
                    number / 1_000, Math.toIntExact(number % 1_000 * 1_000_000), ZoneOffset.UTC);
        }
    },
    /**
     * Days since 1899-12-30 in a workbook that counts from 1900, of five digits: from 1927 to 2173. The time of day stands behind a point, rounded
     * to seconds. It is only read where it is exact enough: with five decimals or more, or as a whole minute, since a cell that
     * was shown with two decimals has lost its time.
     */
    EXCEL_SERIAL(5, 15) {
        @Override
        LocalDateTime time(long number, long decimals, int places) {
            long seconds = Math.round((double) decimals / power(places) * SECONDS_OF_A_DAY);
            return LocalDateTime.ofEpochSecond((number - EXCEL_EPOCH) * SECONDS_OF_A_DAY + seconds, 0, ZoneOffset.UTC);
        }
    };

    private static final long SECONDS_OF_A_DAY = 86_400;
    private static final long MINUTES_OF_A_DAY = 1_440;
    private static final int EXACT_DECIMALS = 5;
    /** 1970-01-01 as a serial number. */
    private static final long EXCEL_EPOCH = 25_569;

    private final int digits;
    private final int mostDecimals;

    TimeNumber(int digits, int mostDecimals) {
        this.digits = digits;
        this.mostDecimals = mostDecimals;
    }

    abstract LocalDateTime time(long number, long decimals, int places);

    /** The way of a name, as in EPOCH_SECONDS. */
    public static Optional<TimeNumber> find(String name) {
        return Arrays.stream(values()).filter(way -> way.name().equals(name)).findFirst();
    }

    @Override
    public boolean matches(char[] chars, int from, int to, int[] fields) {
        int point = from + digits;
        int places = Math.max(0, to - point - 1);
        if (to < point
                || chars[from] == '0'
                || (to > point && (chars[point] != '.' || places == 0 || places > mostDecimals))) {
            return false;
        }
        long number = number(chars, from, point);
        long decimals = to == point ? 0 : number(chars, point + 1, to);
        if (number < 0 || decimals < 0 || !exact(decimals, places)) {
            return false;
        }
        TimePattern.fill(fields, time(number, decimals, places), this == EXCEL_SERIAL ? TimePattern.NO_OFFSET : 0);
        return true;
    }

    private static long number(char[] chars, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            if (chars[at] < '0' || chars[at] > '9') {
                return -1;
            }
            number = number * 10 + chars[at] - '0';
        }
        return number;
    }

    /** Fewer than five decimals are exact only where spreadsheets dropped zeros, as in .5 and .375. */
    private static boolean exact(long decimals, int places) {
        return places >= EXACT_DECIMALS || decimals * MINUTES_OF_A_DAY % power(places) == 0;
    }

    private static long power(int places) {
        long power = 1;
        for (int i = 0; i < places; i++) {
            power *= 10;
        }
        return power;
    }

    @Override
    public boolean timed() {
        return true;
    }

    @Override
    public String sample(Random random, boolean ofToday) {
        StringBuilder sample = new StringBuilder();
        sample.append(1 + random.nextInt(9));
        while (sample.length() < digits) {
            sample.append(random.nextInt(10));
        }
        return sample.toString();
    }
}
