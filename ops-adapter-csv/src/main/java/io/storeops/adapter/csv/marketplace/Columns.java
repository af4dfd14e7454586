package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.marketplace.Cells.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the roles of a layout stand in one file.
 *
 * @param <R> the roles
 */
final class Columns<R> {
    private final Map<R, String> names;
    private final Map<String, Integer> places;

    Columns(Map<R, String> names, Map<String, Integer> places) {
        this.names = names;
        this.places = places;
    }

    /** The column of a role, null if the layout does not have it, or the file has none of an optional one. */
    @Nullable
    Column find(R role) {
        String name = names.get(role);
        return name == null ? null : findNamed(name);
    }

    /** The column of a name, null if the file does not have an optional one. */
    @Nullable
    Column findNamed(String name) {
        Integer place = places.get(name);
        return place == null ? null : new Column(place, name);
    }

    /** The column of a role that every layout has. */
    Column get(R role) {
        Column column = find(role);
        if (column == null) {
            throw new IllegalStateException("The layout has no " + role + ", only " + names.keySet());
        }
        return column;
    }

    /** Those of some columns that the file has. */
    List<Column> present(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.ofNullable(findNamed(name)))
                .toList();
    }

    /** The column of a name that the header must have. */
    Column of(String name) {
        Column column = findNamed(name);
        if (column == null) {
            throw new IllegalStateException("The header was accepted without " + name);
        }
        return column;
    }
}
