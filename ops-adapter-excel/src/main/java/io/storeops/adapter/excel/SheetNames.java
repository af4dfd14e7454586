package io.storeops.adapter.excel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names of the sheets of one workbook, as Excel takes them: 1 to 31 characters, none of {@code : \ / ? * [ ]}, no apostrophe at
 * either end, not the reserved word History, and no two that differ in upper and lower case only. Used once.
 */
final class SheetNames {
    private static final int LONGEST = 31;
    private static final String FORBIDDEN = ":\\/?*[]";
    private static final String RESERVED = "history";

    private final Words words;
    private final Set<String> taken = new HashSet<>(Set.of(RESERVED));

    SheetNames(Words words) {
        this.words = words;
    }

    /** A name like the one that is wished for, which no earlier sheet has. */
    String next(String wished) {
        String bare = bare(wished);
        String base = bare.isEmpty() ? words.sheet() : bare;
        String name = cut(base, LONGEST);
        for (int number = 2; !taken.add(key(name)); number++) {
            String suffix = " (" + number + ")";
            name = cut(base, LONGEST - suffix.length()) + suffix;
        }
        return name;
    }

    private static String bare(String wished) {
        StringBuilder name = new StringBuilder();
        wished.codePoints()
                .filter(c -> XmlText.allows(c))
                .forEach(c -> name.appendCodePoint(FORBIDDEN.indexOf(c) >= 0 ? '-' : c));
        return trimmed(name.toString());
    }

    private static String cut(String name, int longest) {
        if (name.length() <= longest) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(longest - 1)) ? longest - 1 : longest;
        return trimmed(name.substring(0, end));
    }

    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && outside(name.charAt(from))) {
            from++;
        }
        while (to > from && outside(name.charAt(to - 1))) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean outside(char c) {
        return c == '\'' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Upper case first: some letters, as ß and İ, only then meet those that they are equal to. */
    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
