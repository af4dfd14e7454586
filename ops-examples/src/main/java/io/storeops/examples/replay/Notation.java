package io.storeops.examples.replay;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

    /** The name of the release of a boundary, as in P09. */
    static String name(SlotId slot) {
        return String.format(Locale.ROOT, "P%02d", slot.number());
    }

    static String number(Optional<Long> value) {
        return value.map(known -> Long.toString(known)).orElse("");
    }

    static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    static String conversion(Optional<Ratio> ratio) {
        return ratio.map(known -> known.text("-")).orElse("");
    }

    /** Who lacks what: the id where every key metric is missing, else the id with the metric, as in {@code C:visitors}. */
    static List<String> missing(List<MissingValue> values) {
        Map<String, List<Metric>> bySubject = new LinkedHashMap<>();
        values.forEach(value -> bySubject
                .computeIfAbsent(value.subject().id(), id -> new ArrayList<>())
                .add(value.metric()));
        List<String> missing = new ArrayList<>();
        bySubject.forEach((id, metrics) -> {
            if (metrics.containsAll(Metric.keyMetrics())) {
                missing.add(id);
            } else {
                metrics.forEach(metric -> missing.add(id + ":" + metric.column()));
            }
        });
        return missing;
    }
}
