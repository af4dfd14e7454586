package io.storeops.examples.replay;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.json.Json;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How the scenario's files write values down: instants with the store's offset, a missing value as an empty cell.
 *
 * @param zone the store's zone
 */
record Notation(ZoneId zone) {
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    /** A value as the tables have it. */
    String text(Object value) {
        if (value instanceof Optional<?> found) {
            return found.map(this::text).orElse("");
        }
        if (value instanceof OptionalLong found) {
            return found.isPresent() ? Long.toString(found.getAsLong()) : "";
        }
        if (value instanceof Instant instant) {
            return INSTANT.format(instant.atZone(zone));
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof Ratio ratio ? ratio.text("-") : value.toString();
    }

    /** A value as {@code events.jsonl} has it; what is absent is null. */
    static Json json(Object value) {
        if (value instanceof Optional<?> found) {
            return found.map(Notation::json).orElseGet(Json::ofNull);
        }
        if (value instanceof List<?> elements) {
            return Json.array(elements.stream().map(Notation::json).toList());
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, Json> object = new TreeMap<>();
            members.forEach((name, member) -> object.put(name.toString(), json(member)));
            return Json.object(object);
        }
        if (value instanceof Number number) {
            return Json.of(number.longValue());
        }
        return value instanceof Boolean flag ? Json.of(flag) : Json.of(value.toString());
    }

    /** The name of the release of a boundary, as in P09. */
    static String name(SlotId slot) {
        return String.format(Locale.ROOT, "P%02d", slot.number());
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
