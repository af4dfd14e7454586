package io.storeops.adapter.csv.file;

import java.util.List;
import java.util.Optional;

/**
 * How a profile's files write numbers.
 *
 * @param decimal the character before the decimals
 * @param thousands the character between groups of three digits, if there may be one
 * @param prefixes what may stand before a number, as in ¥
 * @param suffixes what may stand after a number, as in 元
 */
public record NumberStyle(char decimal, Optional<Character> thousands, List<String> prefixes, List<String> suffixes) {
    /** As in 1234.56. */
    public static final NumberStyle PLAIN = new NumberStyle('.', Optional.empty(), List.of(), List.of());

    public NumberStyle {
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
    }
}
