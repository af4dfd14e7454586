package io.storeops.adapter.csv.file;

import io.storeops.feed.Period;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file's name states the period of which the file has every order: {@code orders-{yyyyMMdd}.csv} states a day,
 * {@code {yyyy-MM}.csv} a month, {@code {yyyyMMdd}_{yyyyMMdd}.csv} the days from the first to the second, both included. An asterisk stands
 * for any text. Two times of day are an instant and the end, which is not included. Immutable.
 */
public final class NamedPeriod {
    private static final List<String> UNITS = List.of("yyyy", "MM", "dd", "HH", "mm", "ss");
    private static final List<ChronoUnit> STEPS = List.of(
            ChronoUnit.YEARS,
            ChronoUnit.MONTHS,
            ChronoUnit.DAYS,
            ChronoUnit.HOURS,
            ChronoUnit.MINUTES,
            ChronoUnit.SECONDS);
    private static final int DAY = 2;

    private final Pattern names;
    /** What each group of the pattern is, as a place in UNITS. */
    private final List<Integer> groups;

    private final int braces;

    private NamedPeriod(Pattern names, List<Integer> groups, int braces) {
        this.names = names;
        this.groups = groups;
        this.braces = braces;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    public static NamedPeriod parse(String text) {
        StringBuilder names = new StringBuilder();
        List<Integer> groups = new ArrayList<>();
        List<Integer> finest = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (c == '{') {
                int close = text.indexOf('}', at);
                require(close > at, "a brace is not closed");
                finest.add(instant(text.substring(at + 1, close), names, groups));
                at = close + 1;
            } else {
                names.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        require(
                finest.size() == 1 || finest.size() == 2,
                "it has " + finest.size() + " pairs of braces, not one or two");
        require(finest.stream().distinct().count() == 1, "the two instants are of different precision");
        return new NamedPeriod(Pattern.compile(names.toString()), List.copyOf(groups), finest.size());
    }

    /** Adds an instant; gives its finest unit. */
    private static int instant(String text, StringBuilder names, List<Integer> groups) {
        int next = 0;
        for (int at = 0; at < text.length(); ) {
            if (next < UNITS.size() && text.startsWith(UNITS.get(next), at)) {
                names.append("(\\d{").append(UNITS.get(next).length()).append("})");
                at += UNITS.get(next).length();
                groups.add(next++);
            } else {
                char c = text.charAt(at);
                require(
                        !Character.isLetter(c) || c > 0x7F,
                        "yyyy, MM, dd, HH, mm and ss come in this order, not '" + c + "'");
                names.append(Pattern.quote(String.valueOf(c)));
                at++;
            }
        }
        require(next > 0, "there is no yyyy between the braces");
        return next - 1;
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }

    /**
     * The period that a file's name states.
     *
     * @return empty if the name is not of this pattern
     */
    public Optional<Period> of(Path file, ZoneId zone) {
        Matcher name = names.matcher(SourceFiles.name(file));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            int each = groups.size() / braces;
            LocalDateTime first = read(name, 0, each);
            LocalDateTime second = read(name, groups.size() - each, groups.size());
            int finest = groups.get(groups.size() - 1);
            LocalDateTime end = braces == 2 && finest > DAY ? second : second.plus(1, STEPS.get(finest));
            return Optional.of(
                    new Period(first.atZone(zone).toInstant(), end.atZone(zone).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw FileFaults.invalid(
                    file, 1, "the file's name states a period that ends before it begins; name it anew");
        }
    }

    private LocalDateTime read(Matcher name, int from, int to) {
        int[] parts = {1, 1, 1, 0, 0, 0};
        for (int group = from; group < to; group++) {
            parts[groups.get(group)] = Integer.parseInt(name.group(group + 1));
        }
        return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
    }
}
