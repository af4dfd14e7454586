package io.storeops.position;

import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a roster document: strict about what it uses, silent about the duties it does not know yet, which it keeps. */
public final class RosterDocument {
    private static final Set<String> MEMBERS =
            Set.of("position", "slotPlan", "baselines", "sla", "channels", "duties", "roles", "departments");

    private static final Set<String> SLOT_PLAN_MEMBERS =
            Set.of("boundaries", "collectFrom", "collectBy", "releaseBy", "missedAt");

    private static final String NEXT_DAY = "NEXT_DAY ";

    private RosterDocument() {}

    /**
     * Reads a roster.
     *
     * @param name what is read, for messages, for instance the file's name
     * @param document the document
     * @param store the store that it is for
     * @return the roster
     * @throws DocumentException if the document breaks a rule, with JSON path, value and rule
     */
    public static Roster read(String name, Json document, StoreId store) {
        JsonReader root = JsonReader.root(name, document).onlyMembers(MEMBERS);
        JsonReader position = root.member("position");
        return new Roster(
                store,
                position.member("effectiveFrom").as("is not a date (expected yyyy-MM-dd)", LocalDate::parse),
                position.text("version"),
                slotPlan(root.member("slotPlan")),
                roles(root.member("roles")),
                document);
    }

    private static SlotPlan slotPlan(JsonReader plan) {
        plan.onlyMembers(SLOT_PLAN_MEMBERS);
        try {
            return new SlotPlan(
                    plan.elements("boundaries").stream()
                            .map(boundary -> boundary.as("is not a local time (expected HH:mm)", LocalTime::parse))
                            .toList(),
                    plan.findMember("collectFrom").map(RosterDocument::duration).orElse(SlotPlan.DEFAULT_COLLECT_FROM),
                    duration(plan.member("collectBy")),
                    duration(plan.member("releaseBy")),
                    plan.member("missedAt").as("is not a time of the next day (expected NEXT_DAY HH:mm)", text -> {
                        if (!text.startsWith(NEXT_DAY)) {
                            throw new IllegalArgumentException(text);
                        }
                        return LocalTime.parse(text.substring(NEXT_DAY.length()));
                    }));
        } catch (IllegalArgumentException e) {
            DocumentException refusal = plan.refusal("is no slot plan: " + e.getMessage());
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static Duration duration(JsonReader place) {
        return place.as("is not a duration (expected ISO 8601, as in PT10M)", Duration::parse);
    }

    private static SortedMap<Role, Set<Right>> roles(JsonReader roles) {
        SortedMap<Role, Set<Right>> found = new TreeMap<>();
        for (String name : roles.names()) {
            Set<Right> rights = new TreeSet<>();
            for (JsonReader right : roles.elements(name)) {
                rights.add(right.as("is no right (expected as in EXECUTE:X1 or INSTRUCT)", Right::parse));
            }
            found.put(Role.of(name), rights);
        }
        if (found.isEmpty()) {
            throw roles.refusal("names no role, so nobody could do anything");
        }
        return found;
    }
}
