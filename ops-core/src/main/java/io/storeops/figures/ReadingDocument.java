package io.storeops.figures;

import io.storeops.calendar.SlotId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A reading as a document: how a reading with a remark stands in the result of its act. */
final class ReadingDocument {
    private ReadingDocument() {}

    static Json write(Reading reading) {
        Map<String, Json> figures = new TreeMap<>();
        reading.figures()
                .metrics()
                .forEach(metric ->
                        figures.put(metric.name(), Json.of(reading.figures().get(metric))));
        Map<String, Json> members = new TreeMap<>();
        members.put("subject", Json.of(reading.subject().toString()));
        members.put("slot", Json.of(reading.slot().toString()));
        members.put("observedAt", Json.of(reading.observedAt().toString()));
        members.put("figures", Json.object(figures));
        members.put("semantics", Json.of(reading.semantics().name()));
        members.put("quality", Json.of(reading.quality().name()));
        members.put("source", Json.of(reading.source()));
        reading.reason().ifPresent(reason -> members.put("reason", Json.of(reason.name())));
        return Json.object(members);
    }

    static Reading read(JsonReader place) {
        JsonReader figures = place.member("figures");
        Figures.Builder values = Figures.builder();
        figures.names().forEach(metric -> values.set(Metric.valueOf(metric), figures.number(metric)));
        return new Reading(
                Subject.parse(place.text("subject")),
                SlotId.parse(place.text("slot")),
                Instant.parse(place.text("observedAt")),
                values.build(),
                Semantics.valueOf(place.text("semantics")),
                Quality.valueOf(place.text("quality")),
                place.text("source"),
                place.findMember("reason").map(reason -> Restatement.valueOf(reason.text())));
    }
}
