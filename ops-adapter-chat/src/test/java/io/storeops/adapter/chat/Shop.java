package io.storeops.adapter.chat;

import io.storeops.calendar.SlotId;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store in Shanghai with fourteen hourly boundaries, so as many releases a day, and a channel of its own.
 *
 * @param id the store
 * @param channel the channel of its releases
 * @param titles the titles of its items, whose ids are I1, I2, ...
 */
record Shop(String id, String channel, List<String> titles) {
    /** The slots that a boundary of the day closes; one more ends with the day. */
    static final int SLOTS = 14;

    static final ActorId OPERATOR = ActorId.of("op-1");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_HOUR = 9;

    StoreId store() {
        return StoreId.of(id);
    }

    String catalog() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            items.add("{ \"id\": \"I" + (i + 1) + "\", \"title\": "
                    + Json.of(titles.get(i)).canonical() + ", \"active_from\": \"2024-01-01\" }");
        }
        return """
                { "store": { "id": "%s", "zone": "Asia/Shanghai", "currency": "CNY" }, "items": [ %s ],
                  "people": [ { "id": "op-1", "assignments":
                    [ { "role": "OPERATOR", "store": "%s", "from": "2024-01-01" } ] } ] }""".formatted(id, String.join(",", items), id);
    }

    String roster(int releaseItems) {
        return """
                { "position": { "version": "1", "effectiveFrom": "2024-01-01" }, "releaseItems": %d,
                  "slotPlan": { "boundaries": [ "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00",
                                                "17:00", "18:00", "19:00", "20:00", "21:00", "22:00" ],
                                "collectBy": "PT10M", "releaseBy": "PT15M", "missedAt": "NEXT_DAY 09:00" },
                  "duties": [ { "id": "1.2", "module": 1, "name": "发布", "en": "Release",
                                "cadence": { "kind": "EACH_BOUNDARY" }, "urgency": "PROMPT",
                                "evidence": [ "CHANNEL_RECEIPT:%s" ], "permission": "EXECUTE:X1" } ],
                  "confidentiality": { "SALES": { "channels": [ "%s" ], "roles": [ "OPERATOR" ] },
                                       "COMPETITOR": { "channels": [ "%s" ], "roles": [ "OPERATOR" ] } },
                  "roles": { "OPERATOR": [ "EXECUTE:X1" ] } }""".formatted(releaseItems, channel, channel, channel);
    }

    Enrolment enrolment(int releaseItems) {
        return EnrolmentDocument.read(
                "catalog.json",
                JsonCodec.parse("catalog.json", catalog()),
                "roster.json",
                JsonCodec.parse("roster.json", roster(releaseItems)));
    }

    static Instant boundary(LocalDate day, int slot) {
        return day.atTime(FIRST_HOUR - 1, 0)
                .plusHours(slot > SLOTS ? 24 - FIRST_HOUR + 1 : slot)
                .atZone(ZONE)
                .toInstant();
    }

    /** The readings of a slot: the store and each item, the first item with the highest amount. */
    List<Reading> readings(LocalDate day, int slot) {
        List<Reading> readings = new ArrayList<>(List.of(reading(Subject.ofStore(store()), day, slot, 1_000_000L)));
        for (int i = 0; i < titles.size(); i++) {
            readings.add(reading(Subject.ofItem("I" + (i + 1)), day, slot, 1_000L * (titles.size() - i)));
        }
        return readings;
    }

    private static Reading reading(Subject subject, LocalDate day, int slot, long amount) {
        return new Reading(
                subject,
                SlotId.of(day, slot),
                boundary(day, slot),
                Figures.of(amount * slot, 100L * slot, 10L * slot),
                Semantics.CUMULATIVE_DAY,
                Quality.ACTUAL,
                "hand",
                Optional.empty());
    }
}
