package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.kpi.Ratio;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A published value that is another one now (R28).
 *
 * @param subject of whom
 * @param slot of which slot; the first of them where the value is what adjoining slots have together (R30)
 * @param lastSlot the number of the last of those slots; the slot's own number for a value that stands alone
 * @param metric which value
 * @param before what was published; what was missing was not, and it changes nothing that it arrives later
 * @param now what is known now; empty if it is missing
 * @param beforeConversion the slot's conversion as it was published, if it was known
 * @param nowConversion the slot's conversion now, if it is known
 * @param reason why; empty where none is known
 */
public record SlotChange(
        Subject subject,
        SlotId slot,
        int lastSlot,
        Metric metric,
        long before,
        Optional<Long> now,
        Optional<Ratio> beforeConversion,
        Optional<Ratio> nowConversion,
        Optional<Restatement> reason) {
    /**
     * Checks the order of the slots.
     *
     * @throws IllegalArgumentException if the last slot is before the first
     */
    public SlotChange {
        requireNonNull(subject, "subject");
        if (lastSlot < slot.number()) {
            throw new IllegalArgumentException("A change of " + slot + " cannot end before it, at " + lastSlot);
        }
        requireNonNull(metric, "metric");
        requireNonNull(now, "now");
        requireNonNull(beforeConversion, "beforeConversion");
        requireNonNull(nowConversion, "nowConversion");
        requireNonNull(reason, "reason");
    }

    /**
     * The numbers of the slots as text.
     *
     * @return as in {@code 9}, or {@code 2–3} for what slots have together
     */
    public String slotNumbers() {
        return lastSlot == slot.number() ? Integer.toString(lastSlot) : slot.number() + "–" + lastSlot;
    }

    Json toJson() {
        Map<String, Json> members = new TreeMap<>();
        members.put("subject", Json.of(subject.toString()));
        members.put("slot", Json.of(slot.toString()));
        members.put("lastSlot", Json.of(lastSlot));
        members.put("metric", Json.of(metric.name()));
        members.put("before", Json.of(before));
        now.ifPresent(value -> members.put("now", Json.of(value)));
        beforeConversion.ifPresent(ratio -> members.put("beforeConversion", ratioJson(ratio)));
        nowConversion.ifPresent(ratio -> members.put("nowConversion", ratioJson(ratio)));
        reason.ifPresent(why -> members.put("reason", Json.of(why.name())));
        return Json.object(members);
    }

    static SlotChange fromJson(JsonReader place) {
        return new SlotChange(
                Subject.parse(place.text("subject")),
                SlotId.parse(place.text("slot")),
                Math.toIntExact(place.number("lastSlot")),
                Metric.valueOf(place.text("metric")),
                place.number("before"),
                place.findMember("now").map(JsonReader::number),
                place.findMember("beforeConversion").map(SlotChange::ratio),
                place.findMember("nowConversion").map(SlotChange::ratio),
                place.findMember("reason").map(reason -> Restatement.valueOf(reason.text())));
    }

    private static Json ratioJson(Ratio ratio) {
        return Json.object(Map.of("n", Json.of(ratio.n()), "d", Json.of(ratio.d())));
    }

    private static Ratio ratio(JsonReader place) {
        return Ratio.of(place.number("n"), place.number("d"));
    }
}
