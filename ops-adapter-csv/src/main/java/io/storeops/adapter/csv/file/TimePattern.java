package io.storeops.adapter.csv.file;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;

/**
 * A pattern of dates and times, with the letters of java.time: yyyy, M or MM, d or dd, H or HH, or h or hh of a clock of twelve hours with a (AM, PM, 上午,
 * 下午 in any letter case), m or mm, s or ss, S to SSSSSSSSS, XX (+0800) and XXX (+08:00), which both take Z; anything else stands for itself, letters
 * in single quotes. A single letter takes one or two digits, two letters exactly two. A date that does not exist does not match. Immutable.
 */
public final class TimePattern implements TimeText {
    public static final int YEAR = 0;
    public static final int MONTH = 1;
    public static final int DAY = 2;
    public static final int HOUR = 3;
    public static final int MINUTE = 4;
    public static final int SECOND = 5;
    public static final int NANO = 6;
    public static final int OFFSET = 7;
    /** How many fields a match fills. */
    public static final int FIELDS = 8;
    /** The value of OFFSET where a pattern has none. */
    public static final int NO_OFFSET = Integer.MIN_VALUE;

    /** The half of the day, which is no field of a match: the hour has it. */
    private static final int HALF = 8;

    private static final String LETTERS = "yMdHmsSXa";
    private static final String TWELVE = "h";
    private static final String[][] HALVES = {{"AM", "上午"}, {"PM", "下午"}};
    private static final int[] DAYS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int[] NANOS = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    private final String text;
    /** One element each: a field in the upper half and its width in the lower, or -1 and a literal character. */
    private final int[] elements;

    /** Whether the hours are those of a clock of twelve. */
    private final boolean twelve;

    private TimePattern(String text, int[] elements, boolean twelve) {
        this.text = text;
        this.elements = elements;
        this.twelve = twelve;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a letter, a width or the order is none of the above, or the date is not whole
     */
    public static TimePattern parse(String text) {
        int[] elements = new int[text.length()];
        int count = 0;
        int seen = 0;
        boolean twelve = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c == '\'') {
                int close = text.indexOf('\'', i + 1);
                require(close > i + 1, text, "has a quote that is empty or not closed");
                for (int at = i + 1; at < close; at++) {
                    elements[count++] = literal(text.charAt(at));
                }
                i = close + 1;
            } else if (Character.isLetter(c) && c < 0x80) {
                int end = i;
                while (end < text.length() && text.charAt(end) == c) {
                    end++;
                }
                int field = field(text, c, end - i);
                require((seen & 1 << field) == 0, text, "has the letter '" + c + "' twice");
                require(
                        end - i > 1 || field > SECOND || end == text.length() || !digits(text.charAt(end)),
                        text,
                        "has '" + c + "' of one or two digits directly before another number");
                seen |= 1 << field;
                twelve |= c == TWELVE.charAt(0);
                elements[count++] = field << 16 | (end - i);
                i = end;
            } else {
                elements[count++] = literal(c);
                i++;
            }
        }
        require((seen & 7) == 7, text, "has no whole date (yyyy, M, d)");
        require(
                twelve == ((seen & 1 << HALF) != 0),
                text,
                "has one of h and a; a clock of twelve hours has both, as in h:mm a");
        return new TimePattern(text, Arrays.copyOf(elements, count), twelve);
    }

    private static int field(String text, char letter, int width) {
        int field = TWELVE.indexOf(letter) >= 0 ? HOUR : LETTERS.indexOf(letter);
        require(field >= 0, text, "has the letter '" + letter + "' (known: " + LETTERS + TWELVE + ")");
        boolean fits = switch (field) {
            case YEAR -> width == 4;
            case NANO -> width <= 9;
            case OFFSET -> width == 2 || width == 3;
            case HALF -> width == 1;
            default -> width <= 2;
        };
        require(fits, text, "has " + width + " letters '" + letter + "'");
        return field;
    }

    private static boolean digits(char letter) {
        return letter != 'X' && letter != 'a' && (LETTERS + TWELVE).indexOf(letter) >= 0;
    }

    private static int literal(char c) {
        return -1 << 16 | c;
    }

    private static void require(boolean holds, String text, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("The pattern '" + text + "' " + fault);
        }
    }

    @Override
    public boolean timed() {
        return Arrays.stream(elements).anyMatch(element -> element >> 16 == HOUR);
    }

    @Override
    public boolean matches(char[] chars, int from, int to, int[] fields) {
        Arrays.fill(fields, 0);
        fields[OFFSET] = NO_OFFSET;
        int at = from;
        int half = 0;
        for (int element : elements) {
            int field = element >> 16;
            if (field < 0) {
                if (at == to || chars[at++] != (char) element) {
                    return false;
                }
            } else if (field == OFFSET) {
                at = offset(chars, at, to, (element & 0xFFFF) == 3 ? 1 : 0, fields);
            } else if (field == HALF) {
                half = half(chars, at, to);
                at = half < 0 ? -1 : at + 2;
            } else {
                at = number(chars, at, to, field, element & 0xFFFF, fields);
            }
            if (at < 0) {
                return false;
            }
        }
        return at == to && (!twelve || ofTwentyFour(half, fields)) && exists(fields);
    }

    /** 0 for the half before noon, 1 for the one after, -1 for neither. */
    private static int half(char[] chars, int from, int to) {
        for (int half = 0; half < HALVES.length && from + 2 <= to; half++) {
            for (String word : HALVES[half]) {
                if (word.equalsIgnoreCase(new String(chars, from, 2))) {
                    return half;
                }
            }
        }
        return -1;
    }

    /** 12 AM is 0, 12 PM is 12. */
    private static boolean ofTwentyFour(int half, int[] fields) {
        int hour = fields[HOUR];
        fields[HOUR] = hour % 12 + 12 * half;
        return hour >= 1 && hour <= 12;
    }

    private static int number(char[] chars, int from, int to, int field, int width, int[] fields) {
        int least = width;
        int most = width == 1 && field != NANO ? 2 : width;
        int value = 0;
        int at = from;
        while (at < to && at - from < most && chars[at] >= '0' && chars[at] <= '9') {
            value = value * 10 + chars[at++] - '0';
        }
        fields[field] = field == NANO ? value * NANOS[width] : value;
        return at - from < least ? -1 : at;
    }

    /** With a colon of one character between hours and minutes, or of none. */
    private static int offset(char[] chars, int from, int to, int colon, int[] fields) {
        if (from < to && chars[from] == 'Z') {
            fields[OFFSET] = 0;
            return from + 1;
        }
        int end = from + 5 + colon;
        if (to < end || (chars[from] != '+' && chars[from] != '-') || (colon == 1 && chars[from + 3] != ':')) {
            return -1;
        }
        int hours = pair(chars, from + 1);
        int minutes = pair(chars, from + 3 + colon);
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return -1;
        }
        fields[OFFSET] = (chars[from] == '-' ? -60 : 60) * (hours * 60 + minutes);
        return end;
    }

    private static int pair(char[] chars, int at) {
        int tens = chars[at] - '0';
        int ones = chars[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static boolean exists(int[] fields) {
        int year = fields[YEAR];
        int month = fields[MONTH];
        int day = fields[DAY];
        if (year == 0 || month < 1 || month > 12 || day < 1 || day > DAYS[month]) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return (month != 2 || day < 29 || leap) && fields[HOUR] < 24 && fields[MINUTE] < 60 && fields[SECOND] < 60;
    }

    /**
     * Fills the fields with a date and time.
     *
     * @param offset its offset in seconds, or {@link #NO_OFFSET}
     */
    static void fill(int[] fields, LocalDateTime time, int offset) {
        fields[YEAR] = time.getYear();
        fields[MONTH] = time.getMonthValue();
        fields[DAY] = time.getDayOfMonth();
        fields[HOUR] = time.getHour();
        fields[MINUTE] = time.getMinute();
        fields[SECOND] = time.getSecond();
        fields[NANO] = time.getNano();
        fields[OFFSET] = offset;
    }

    /** The seconds from 1970-01-01T00:00 to the matched date and time, as if it were in UTC. */
    public static long localSecond(int[] fields) {
        // Years begin in March here, so that the leap day is the last of its year.
        long year = fields[MONTH] <= 2 ? fields[YEAR] - 1L : fields[YEAR];
        long dayOfYear = (153L * (fields[MONTH] + (fields[MONTH] > 2 ? -3 : 9)) + 2) / 5 + fields[DAY] - 1;
        long day = year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468;
        return day * 86_400 + fields[HOUR] * 3_600L + fields[MINUTE] * 60L + fields[SECOND];
    }

    @Override
    public String sample(Random random, boolean ofToday) {
        StringBuilder made = new StringBuilder();
        for (int element : elements) {
            int field = element >> 16;
            int width = element & 0xFFFF;
            if (field < 0) {
                made.append((char) element);
            } else if (field == OFFSET) {
                made.append(random.nextBoolean() ? "Z" : width == 3 ? "+01:00" : "+0100");
            } else if (field == HALF) {
                made.append(HALVES[random.nextInt(2)][0]);
            } else if (field == YEAR) {
                made.append(ofToday ? "20" : two(1 + random.nextInt(20))).append(two(1 + random.nextInt(12)));
            } else if (field == NANO) {
                random.ints(width, 0, 10).forEach(made::append);
            } else {
                String number = two(1 + random.nextInt(12));
                made.append(width == 1 && random.nextBoolean() ? number.replaceFirst("^0", "") : number);
            }
        }
        return made.toString();
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    @Override
    public String toString() {
        return text;
    }
}
