package io.storeops;

import io.storeops.authority.Bound;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A roster document with the thirteen hourly boundaries, to be filled with roles and whatever else a test is about. */
public final class RosterDraft {
    private final Map<String, Json> members = new TreeMap<>();
    private final Map<String, Json> roles = new TreeMap<>();

    private RosterDraft() {}

    public static RosterDraft of(LocalDate from) {
        return of(Bound.on(from));
    }

    public static RosterDraft of(Bound from) {
        return new RosterDraft()
                .with(
                        "position",
                        Json.object(
                                Map.of("version", Json.of("of " + from), "effectiveFrom", Json.of(from.toString()))))
                .with(
                        "slotPlan",
                        Json.object(Map.of(
                                "boundaries",
                                texts(
                                        "09:00", "10:00", "11:00", "12:00", "13:00", "14:00", "15:00", "16:00", "17:00",
                                        "18:00", "19:00", "20:00", "21:00"),
                                "collectBy",
                                Json.of("PT10M"),
                                "releaseBy",
                                Json.of("PT15M"),
                                "missedAt",
                                Json.of("NEXT_DAY 09:00"))));
    }

    /** The roles of {@link StoreFixture}: an operator who reports, a manager who reads. */
    public static RosterDraft usual(LocalDate from) {
        return of(from).with("duties", DayDuties.release("DATA_GROUP"))
                .role("OPERATOR", "EXECUTE:X1", "EXECUTE:X5")
                .role("STORE_MANAGER", "INSTRUCT", "DECIDE:ANOMALY");
    }

    public RosterDraft role(String name, String... rights) {
        roles.put(name, texts(rights));
        return this;
    }

    public RosterDraft with(String name, Json member) {
        members.put(name, member);
        return this;
    }

    public static Json texts(String... texts) {
        return Json.array(Arrays.stream(texts).map(Json::of).toList());
    }

    public static Json limit(String name, String act, long perDay, String... per) {
        return Json.object(
                Map.of("name", Json.of(name), "act", Json.of(act), "per", texts(per), "perDay", Json.of(perDay)));
    }

    /** Data of one class, with the channels and the roles that may have them. */
    public static Json rule(List<String> channels, List<String> roles) {
        return Json.object(Map.of(
                "channels", texts(channels.toArray(String[]::new)), "roles", texts(roles.toArray(String[]::new))));
    }

    public Roster read(StoreId store) {
        Map<String, Json> document = new TreeMap<>(members);
        document.put("roles", Json.object(roles));
        return RosterDocument.read("roster.json", Json.object(document), store);
    }
}
