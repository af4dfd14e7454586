package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.kpi.Ratio;
import io.storeops.reporting.Release;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the scenario's files write values down: instants with the store's offset, a missing value as an empty cell.
 *
 * @param zone the store's zone
 */
record Notation(ZoneId zone) {
    private static final DateTimeFormatter BOUNDARY = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    Notation {
        requireNonNull(zone, "zone");
    }

    String instant(Instant instant) {
        return INSTANT.format(instant.atZone(zone));
    }

    static String boundary(LocalDateTime boundary) {
        return BOUNDARY.format(boundary);
    }

    static String name(Release release) {
        return String.format(Locale.ROOT, "P%02d", release.slot().number());
    }

    static String number(Optional<Long> value) {
        return value.map(known -> Long.toString(known)).orElse("");
    }

    static String conversion(Optional<Ratio> ratio) {
        return ratio.map(known -> known.text("-")).orElse("");
    }

    /** Amount, visitors, buyers and conversion. */
    static List<String> line(Figures figures) {
        List<String> cells = new ArrayList<>();
        for (Metric metric : Metric.keyMetrics()) {
            cells.add(figures.has(metric) ? Long.toString(figures.get(metric)) : "");
        }
        cells.add(conversion(figures.conversion()));
        return cells;
    }
}
