package io.storeops.adapter.csv.marketplace;

import java.util.List;
import java.util.Optional;

/**
 * How a profile's files write numbers. The decimal mark is always the point.
 *
 * @param thousands the character between groups of three digits, if there may be one
 * @param prefixes what may stand before a number, as in ¥
 * @param suffixes what may stand after a number, as in 元
 */
record NumberStyle(Optional<Character> thousands, List<String> prefixes, List<String> suffixes) {
    NumberStyle {
        prefixes = List.copyOf(prefixes);
        suffixes = List.copyOf(suffixes);
    }
}
