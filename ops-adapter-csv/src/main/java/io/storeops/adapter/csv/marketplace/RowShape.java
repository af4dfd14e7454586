package io.storeops.adapter.csv.marketplace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which records of a file are rows, and what they are put together of.
 *
 * @param passedOver what the first cell of a record begins with that is no row; the empty text stands for a blank record
 * @param literalQuotes whether cells that nobody reads may have quotes inside
 * @param joined the columns that are made of others of the file, by the names that roles call them
 * @param conditions which rows are taken, by column
 */
record RowShape(
        List<String> passedOver,
        boolean literalQuotes,
        Map<String, List<String>> joined,
        Map<String, Words> conditions) {
    /**
     * The words of a column.
     *
     * @param take those with which a row is taken; if there are none, all others
     * @param leave those with which a row is none of this store's
     */
    record Words(Set<String> take, Set<String> leave) {
        Words {
            take = Set.copyOf(take);
            leave = Set.copyOf(leave);
        }
    }

    RowShape {
        passedOver = List.copyOf(passedOver);
        joined = Map.copyOf(joined);
        conditions = Map.copyOf(conditions);
    }

    /** The names of joined columns, in order. */
    List<String> joinedNames() {
        return new ArrayList<>(new TreeMap<>(joined).keySet());
    }

    /** The parts of a joined column. */
    List<String> parts(String name) {
        return joined.getOrDefault(name, List.of());
    }
}
