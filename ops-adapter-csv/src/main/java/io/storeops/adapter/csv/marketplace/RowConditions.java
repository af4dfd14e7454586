package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.RowShape.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells which records of a file are rows of this store, by the words of its columns. Not thread-safe. */
final class RowConditions {
    private final Cells cells;
    private final Map<Column, Words> words = new LinkedHashMap<>();

    RowConditions(Cells cells, Profile profile, Map<String, Integer> places) {
        this.cells = cells;
        new TreeMap<>(profile.shape().conditions()).forEach((name, of) -> {
            Integer place = places.get(name);
            if (place == null) {
                throw new IllegalStateException("The header was accepted without " + name);
            }
            words.put(new Column(place, name), of);
        });
    }

    /**
     * Whether the record is left out.
     *
     * @throws RowRefused if its word is neither one to take nor one to leave
     */
    boolean leaves() throws RowRefused {
        if (words.isEmpty()) {
            return false;
        }
        for (Map.Entry<Column, Words> each : words.entrySet()) {
            if (each.getValue().leave().contains(cells.text(each.getKey()))) {
                return true;
            }
        }
        for (Map.Entry<Column, Words> each : words.entrySet()) {
            Words of = each.getValue();
            if (!of.take().isEmpty() && !of.take().contains(cells.word(each.getKey()))) {
                throw cells.refused(
                        each.getKey(),
                        "is none of " + new TreeSet<>(of.take()) + ", with which a row is taken, nor of "
                                + new TreeSet<>(of.leave()) + ", with which it is left out (rows)");
            }
        }
        return false;
    }
}
