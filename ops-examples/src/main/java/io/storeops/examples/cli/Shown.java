package io.storeops.examples.cli;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Money;
import io.storeops.catalog.Store;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Subject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a store's values are shown: amounts in major units, instants in the store's zone, a missing value as missing.
 *
 * @param store the store
 * @param titles the titles of items and rivals' items
 */
record Shown(Store store, Function<Subject, Optional<String>> titles) {
    static final String MISSING = "missing";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    Shown {
        requireNonNull(store, "store");
        requireNonNull(titles, "titles");
    }

    /** Where nobody but the store itself is shown. */
    Shown(Store store) {
        this(store, subject -> Optional.empty());
    }

    /** As in {@code ITEM:A 连衣裙}. */
    String subject(Subject subject) {
        return subject + titles.apply(subject).map(title -> " " + title).orElse("");
    }

    String amount(long minor) {
        return Money.ofMinor(minor, store.currency()).major().toPlainString();
    }

    String value(Figures figures, Metric metric) {
        if (!figures.has(metric)) {
            return MISSING;
        }
        boolean money = metric == Metric.AMOUNT || metric == Metric.REFUNDED;
        return money ? amount(figures.get(metric)) : Long.toString(figures.get(metric));
    }

    /** Without visitors conversion is undefined. */
    String conversion(Figures figures) {
        return figures.conversion().map(ratio -> ratio.text("-")).orElse(MISSING);
    }

    String time(Instant instant) {
        return TIME.format(instant.atZone(store.zone()));
    }

    List<String> keyFigures(Figures figures) {
        return List.of(
                value(figures, Metric.AMOUNT),
                value(figures, Metric.VISITORS),
                value(figures, Metric.BUYERS),
                conversion(figures));
    }
}
