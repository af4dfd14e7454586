package io.storeops.figures;

import static java.util.Objects.requireNonNull;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.Map;

/**
 * A key metric that a required subject lacked at a release's own boundary (R31).
 *
 * @param subject of whom
 * @param metric which value
 */
public record MissingValue(Subject subject, Metric metric) {
    /** Checks for null. */
    public MissingValue {
        requireNonNull(subject, "subject");
        requireNonNull(metric, "metric");
    }

    /**
     * The value as a document.
     *
     * @return what {@link #fromJson} reads
     */
    public Json toJson() {
        return Json.object(Map.of("subject", Json.of(subject.toString()), "metric", Json.of(metric.name())));
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @param place where it stands
     * @return the value
     */
    public static MissingValue fromJson(JsonReader place) {
        return new MissingValue(Subject.parse(place.text("subject")), Metric.valueOf(place.text("metric")));
    }

    @Override
    public String toString() {
        return subject + " " + metric.column();
    }
}
