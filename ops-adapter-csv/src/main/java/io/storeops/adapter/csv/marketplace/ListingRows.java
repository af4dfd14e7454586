package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.marketplace.Cells.Column;
import io.storeops.adapter.csv.marketplace.ListingLayout.Kind;
import io.storeops.adapter.csv.marketplace.ListingLayout.Role;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ShownListing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads records as listings. A record that only adds an image to its item, and one of what is shown to nobody, is none. Not
 * thread-safe.
 */
final class ListingRows implements RowReader<ShownListing> {
    /** What a number of a row that has no other id is written behind. */
    private static final String NUMBERED = "id:";

    private final Cells cells;
    private final ListingLayout layout;
    private final Optional<Instant> file;
    private final Columns<Role> columns;
    private final Column item;
    private final List<Column> options;
    private final @Nullable Column asOf;
    private final Map<Column, Set<String>> hidden;
    private final Map<Column, Set<String>> soldOut;
    private final ListingContent content;
    private final Set<String> hiddenItems = new HashSet<>();
    private @Nullable Instant earliest;

    ListingRows(Cells cells, ListingLayout layout, Map<String, Integer> places, Optional<Instant> file) {
        this.cells = cells;
        this.layout = layout;
        this.file = file;
        this.columns = new Columns<>(layout.sheet().columns(), places);
        this.item = columns.get(Role.ITEM);
        this.options = columns.present(layout.options().columns());
        this.asOf = layout.sheet().asOf().column().map(columns::of).orElse(null);
        this.hidden = present(layout.states().hidden());
        this.soldOut = present(layout.states().soldOut());
        this.content = new ListingContent(cells, layout, columns);
    }

    private Map<Column, Set<String>> present(Map<String, Set<String>> words) {
        Map<Column, Set<String>> present = new LinkedHashMap<>();
        columns.present(words.keySet().stream().sorted().toList())
                .forEach(column -> present.put(column, words.getOrDefault(column.name(), Set.of())));
        return present;
    }

    @Override
    public void read(List<ShownListing> rows) throws RowRefused {
        Kind kind = kind();
        String own = own();
        Column parent = kind == Kind.SKU ? columns.find(Role.PARENT) : null;
        String itemId = parent == null ? own : cells.checkedId(parent);
        if (hidden(itemId)) {
            return;
        }
        cells.requireCurrency(columns.find(Role.CURRENCY));
        Optional<Instant> at = asOf == null ? file : Optional.of(cells.moment(asOf));
        List<ListingValue> values = new ArrayList<>();
        boolean tracked = true;
        if (kind != Kind.ITEM) {
            price(at).ifPresent(values::add);
            tracked = addStock(values);
        }
        if (kind != Kind.SKU) {
            content.addTo(values);
        }
        if (kind == Kind.ITEM && values.isEmpty()) {
            return;
        }
        at.ifPresent(this::saw);
        rows.add(new ShownListing(
                itemId,
                kind == Kind.SKU ? Optional.of(own) : kind == Kind.ITEM ? Optional.empty() : sku(itemId),
                values,
                tracked));
    }

    /** What was hidden before hides the SKUs after it. */
    @Override
    public void pass() {
        try {
            read(new ArrayList<>());
        } catch (RowRefused e) {
            // It was told when it was read.
        }
    }

    /** Without a word for it, a row of a SKU has something that only SKUs have. */
    private Kind kind() throws RowRefused {
        Column column = columns.find(Role.KIND);
        if (column == null) {
            boolean ofSku = Stream.of(Role.SKU, Role.PRICE, Role.SALE_PRICE, Role.STOCK)
                            .flatMap(role -> Stream.ofNullable(columns.find(role)))
                            .anyMatch(cell -> !cells.missing(cell))
                    || options.stream().anyMatch(cell -> !cells.missing(cell));
            return ofSku ? Kind.ITEM_AND_SKU : Kind.ITEM;
        }
        String words = cells.word(column);
        int comma = words.indexOf(',');
        Kind kind =
                layout.kinds().get(comma < 0 ? words : words.substring(0, comma).strip());
        if (kind == null) {
            throw cells.refused(
                    column,
                    "begins with none of "
                            + layout.kinds().keySet().stream().sorted().toList() + " (listings.kinds)");
        }
        return kind;
    }

    private String own() throws RowRefused {
        Column number = columns.find(Role.NUMBER);
        if (number == null || !cells.missing(item)) {
            return cells.checkedId(item);
        }
        String own = NUMBERED + cells.id(number);
        cells.requireId(number, own);
        return own;
    }

    private Optional<String> sku(String itemId) throws RowRefused {
        Column column = columns.find(Role.SKU);
        if (column != null && !cells.missing(column)) {
            return Optional.of(cells.checkedId(column));
        }
        StringBuilder id = new StringBuilder(itemId);
        Column last = null;
        for (Column option : options) {
            if (!cells.missing(option) && !layout.options().none().contains(cells.text(option))) {
                id.append('/').append(cells.text(option));
                last = option;
            }
        }
        if (last == null) {
            return Optional.empty();
        }
        cells.requireId(last, id.toString());
        return Optional.of(id.toString());
    }

    private boolean hidden(String itemId) {
        boolean says = says(hidden);
        if (says) {
            hiddenItems.add(itemId);
        }
        return says || hiddenItems.contains(itemId);
    }

    private boolean says(Map<Column, Set<String>> words) {
        return words.entrySet().stream().anyMatch(word -> word.getValue().contains(cells.text(word.getKey())));
    }

    private Optional<ListingValue> price(Optional<Instant> at) throws RowRefused {
        Column column = onSale(at) ? columns.find(Role.SALE_PRICE) : columns.find(Role.PRICE);
        return column == null || cells.missing(column)
                ? Optional.empty()
                : Optional.of(ListingValue.price(cells.notBelow(
                        1, column, cells.amount(column, layout.sheet().unit()))));
    }

    private boolean onSale(Optional<Instant> at) throws RowRefused {
        Column sale = columns.find(Role.SALE_PRICE);
        if (sale == null || cells.missing(sale)) {
            return false;
        }
        Column from = filled(Role.SALE_FROM);
        Column to = filled(Role.SALE_TO);
        if (from == null && to == null) {
            return true;
        }
        if (at.isEmpty()) {
            throw cells.refused(
                    sale,
                    "is shown for a time only, and nobody knows of which instant the file speaks; say so under"
                            + " listings.asOf");
        }
        return (from == null || !at.get().isBefore(cells.moment(from)))
                && (to == null || at.get().isBefore(cells.end(to)));
    }

    private @Nullable Column filled(Role role) {
        Column column = columns.find(role);
        return column == null || cells.missing(column) ? null : column;
    }

    /** Adds the stock, and tells whether anybody counts it; of what nobody counts a number says nothing. */
    private boolean addStock(List<ListingValue> values) throws RowRefused {
        Column tracker = columns.find(Role.TRACKER);
        if (tracker != null && cells.missing(tracker)) {
            return false;
        }
        Column units = filled(Role.STOCK);
        if (units != null) {
            values.add(ListingValue.stock(cells.notBelow(0, units, cells.count(units))));
            return true;
        }
        if (says(soldOut)) {
            values.add(ListingValue.stock(0));
            return true;
        }
        return !layout.states().emptyStockUntracked();
    }

    private void saw(Instant at) {
        earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
    }

    @Override
    public Optional<Instant> asOf() {
        return Optional.ofNullable(earliest);
    }
}
