package io.storeops.adapter.csv.file;

import io.storeops.failure.AdapterException;
import io.storeops.spi.ShownText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header that a profile declares. Names are compared after trimming.
 *
 * @param columns the declared names in order
 * @param optional the names of columns that are read where the file has them, with AT_LEAST only
 * @param match how the file's names must match them
 * @param within within how many records at the beginning of a file its header stands, from 1; above it may be titles
 * @param aliases other names that files have for declared ones
 */
public record Header(
        List<String> columns, List<String> optional, Match match, int within, Map<String, String> aliases) {
    /** How a header must match. */
    public enum Match {
        /** The declared columns in the declared order and no other. */
        EXACT,
        /** The declared columns in any order and no other. */
        ANY_ORDER,
        /** The declared columns in any order among others, which are not read. */
        AT_LEAST
    }

    public Header {
        columns = List.copyOf(columns);
        optional = List.copyOf(optional);
        aliases = Map.copyOf(aliases);
    }

    /** The names that a record has if it is a header, as the profile calls them. */
    private List<String> named(List<String> cells) {
        return cells.stream()
                .map(String::strip)
                .map(name -> aliases.getOrDefault(name, name))
                .toList();
    }

    /** Whether a record is such a header. */
    public boolean isOf(List<String> cells) {
        return matches(named(cells));
    }

    /** How many of the declared names a record has. */
    public long shares(List<String> cells) {
        return named(cells).stream().distinct().filter(this::has).count();
    }

    /** Whether a role may use a column. */
    public boolean has(String column) {
        return columns.contains(column) || optional.contains(column);
    }

    /**
     * Checks the names that a file has.
     *
     * @param shown whether a message may show them; a file without header has data there
     * @return the place of each name
     * @throws AdapterException naming the file and what is wrong with its header
     */
    public Map<String, Integer> places(Path file, long line, List<String> cells, boolean shown) {
        List<String> found = named(cells);
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int place = 0; place < found.size(); place++) {
            String name = found.get(place);
            if (places.putIfAbsent(name, place) != null && has(name)) {
                throw FileFaults.invalid(
                        file, line, "the header has the column '" + name + "' twice; remove or rename one");
            }
        }
        if (!matches(found)) {
            throw FileFaults.invalid(file, line, shown ? difference(found) : difference(found.size(), places.keySet()));
        }
        return places;
    }

    private boolean matches(List<String> found) {
        return switch (match) {
            case EXACT -> found.equals(columns);
            case ANY_ORDER -> found.size() == columns.size() && new HashSet<>(found).containsAll(columns);
            case AT_LEAST -> new HashSet<>(found).containsAll(columns);
        };
    }

    private String difference(List<String> found) {
        String joined = String.join(",", found);
        String wanted = String.join(",", columns);
        return switch (match) {
            case EXACT -> "the header is " + ShownText.of(joined) + ", expected '" + wanted + "'";
            case ANY_ORDER -> "the header is " + ShownText.of(joined) + ", expected '" + wanted + "' in any order";
            case AT_LEAST -> "the header is " + ShownText.of(joined) + ", which lacks " + lacking(new HashSet<>(found));
        };
    }

    private String difference(int width, Set<String> found) {
        List<String> lacking = lacking(found);
        String what = lacking.isEmpty()
                ? "has the declared columns but others beside them, or another order"
                : "lacks " + lacking;
        return "the header of " + width + " columns " + what + "; expected '" + String.join(",", columns)
                + "' (what stands there is not shown, because this kind of file has personal columns)";
    }

    private List<String> lacking(Set<String> found) {
        List<String> lacking = new ArrayList<>(columns);
        lacking.removeAll(found);
        return lacking;
    }
}
