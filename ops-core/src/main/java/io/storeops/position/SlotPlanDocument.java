package io.storeops.position;

import static io.storeops.position.DocumentFields.member;

import io.storeops.calendar.SlotPlan;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.LocalTime;
import java.util.Set;

/** How the slot plan stands in a roster's document. */
final class SlotPlanDocument {
    private static final Set<String> MEMBERS =
            Set.of("boundaries", "collectFrom", "collectBy", "releaseBy", "missedAt");

    private static final String NEXT_DAY = "NEXT_DAY ";

    private SlotPlanDocument() {}

    static SlotPlan read(JsonReader plan) {
        plan.onlyMembers(MEMBERS);
        return plan.whole(
                "is not a slot plan",
                () -> new SlotPlan(
                        plan.elements("boundaries").stream()
                                .map(DocumentFields::time)
                                .toList(),
                        member(plan, "collectFrom", DocumentFields::duration, SlotPlan.DEFAULT_COLLECT_FROM),
                        DocumentFields.duration(plan.member("collectBy")),
                        DocumentFields.duration(plan.member("releaseBy")),
                        plan.member("missedAt").as("is not a time of the next day (expected NEXT_DAY HH:mm)", text -> {
                            if (!text.startsWith(NEXT_DAY)) {
                                throw new IllegalArgumentException(text);
                            }
                            return LocalTime.parse(text.substring(NEXT_DAY.length()));
                        })));
    }

    static Json write(SlotPlan plan) {
        return new DocumentMembers()
                .put("boundaries", DocumentMembers.texts(plan.boundaries()))
                .text("collectFrom", plan.collectFrom())
                .text("collectBy", plan.collectBy())
                .text("releaseBy", plan.releaseBy())
                .text("missedAt", NEXT_DAY + plan.missedAt())
                .build();
    }
}
