package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.ListingLayout.Role;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a record shows of an item beside prices and stock: words, pictures, attributes. Not thread-safe. */
final class ListingContent {
    private static final Map<Role, ListingField> CONTENT = Map.of(
            Role.TITLE, ListingField.TITLE,
            Role.PAGE, ListingField.PAGE,
            Role.PAGE_PC, ListingField.PAGE_PC,
            Role.PAGE_WIRELESS, ListingField.PAGE_WIRELESS,
            Role.IMAGES, ListingField.IMAGE);

    private final Cells cells;
    private final Map<Column, ListingField> content = new LinkedHashMap<>();
    private final List<Column> attributes;
    private final Map<Column, Column> pairs = new LinkedHashMap<>();

    ListingContent(Cells cells, ListingLayout layout, Columns<Role> columns) {
        this.cells = cells;
        for (Role role : Role.values()) {
            Column column = CONTENT.containsKey(role) ? columns.find(role) : null;
            if (column != null) {
                content.put(column, CONTENT.get(role));
            }
        }
        this.attributes = columns.present(layout.attributes().columns());
        layout.attributes().pairs().keySet().stream().sorted().forEach(name -> {
            Column named = columns.findNamed(name);
            Column valued = columns.findNamed(layout.attributes().pairs().getOrDefault(name, name));
            if (named != null && valued != null) {
                pairs.put(named, valued);
            }
        });
    }

    /** Adds what the current record shows of its item. */
    void addTo(List<ListingValue> values) throws RowRefused {
        for (Map.Entry<Column, ListingField> field : content.entrySet()) {
            Column column = field.getKey();
            if (!cells.missing(column)) {
                values.add(value(column, field.getValue()));
            }
        }
        Map<String, String> named = new TreeMap<>();
        for (Column column : attributes) {
            if (!cells.missing(column)) {
                named.put(column.name(), cells.text(column));
            }
        }
        for (Map.Entry<Column, Column> pair : pairs.entrySet()) {
            if (!cells.missing(pair.getKey()) && !cells.missing(pair.getValue())) {
                String before = named.put(cells.text(pair.getKey()), cells.text(pair.getValue()));
                if (before != null) {
                    throw cells.refused(pair.getKey(), "is the name of two attributes");
                }
            }
        }
        if (!named.isEmpty()) {
            values.add(ListingValue.attributes(named));
        }
    }

    private ListingValue value(Column column, ListingField field) throws RowRefused {
        try {
            return new ListingValue(field, cells.text(column));
        } catch (IllegalArgumentException e) {
            throw cells.refused(column, "is no " + field + " (expected " + expected(field) + ")");
        }
    }

    private static String expected(ListingField field) {
        return field == ListingField.IMAGE
                ? "the SHA-256 of each image, 64 hexadecimal digits, with a space between two"
                : "a text that is not blank";
    }
}
