package io.storeops.adapter.csv.storage;

import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Table;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of a table that only grows: one, or one a month. Files are added by one thread at a time; any thread may ask for
 * them.
 */
final class GrowingFiles {
    private final TableFile shape;
    private volatile NavigableMap<String, GrowingFile> byName = new TreeMap<>();
    private final Map<YearMonth, GrowingFile> byMonth = new ConcurrentHashMap<>();
    private volatile NavigableSet<YearMonth> months = Collections.emptyNavigableSet();

    GrowingFiles(TableFile shape) {
        this.shape = shape;
    }

    Table<?> table() {
        return shape.table();
    }

    TableFile shape() {
        return shape;
    }

    /** The files in the order of their names. */
    Collection<GrowingFile> all() {
        return byName.values();
    }

    /** The months that have a file. */
    NavigableSet<YearMonth> months() {
        return months;
    }

    /** Whether a name is that of a file of this table. */
    boolean owns(String name) {
        return shape.named(name).isPresent();
    }

    /** The file with a name, made if it is missing. */
    GrowingFile named(String name) {
        GrowingFile known = byName.get(name);
        if (known != null) {
            return known;
        }
        TableFile file = shape.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is not a file of " + shape.table()));
        GrowingFile made = new GrowingFile(file);
        NavigableMap<String, GrowingFile> more = new TreeMap<>(byName);
        more.put(name, made);
        byName = more;
        shape.monthOf(name).ifPresent(month -> {
            byMonth.put(month, made);
            NavigableSet<YearMonth> longer = new TreeSet<>(months);
            longer.add(month);
            months = Collections.unmodifiableNavigableSet(longer);
        });
        return made;
    }

    /** The file of a month. */
    Optional<GrowingFile> of(YearMonth month) {
        return Optional.ofNullable(byMonth.get(month));
    }

    /** Adds what a frame of the journal has for the table, unless the file has it. */
    void apply(long frame, Written written) {
        fileOf(written).apply(frame, written);
    }

    private GrowingFile fileOf(Written written) {
        if (!table().byMonth()) {
            return named(shape.name());
        }
        YearMonth month = table().monthOf(written.row());
        GrowingFile known = byMonth.get(month);
        return known == null ? named(shape.in(month).name()) : known;
    }
}
