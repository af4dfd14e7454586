package io.storeops.ticket;

import io.storeops.DayDuties;
import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A store between departments: two operators who liaise, three people who stand for departments, a party outside, a channel that needs a
 * hand. Weekdays from 09:00 to 18:00 but for lunch from 12:00 to 13:00; the store's first day is a Sunday. A ticket is to be acknowledged
 * within 15 minutes and solved within two hours, a HIGH one within 5 minutes and one hour.
 */
public final class LiaisonShop {
    public static final ActorId FIRST = ActorId.of("liaison-1");
    public static final ActorId SECOND = ActorId.of("liaison-2");
    public static final ActorId QC = ActorId.of("qc-1");
    public static final ActorId WAREHOUSE = ActorId.of("wh-1");
    public static final ActorId DESIGN = ActorId.of("de-1");
    public static final LocalDate MONDAY = StoreFixture.DAY.plusDays(1);

    private LiaisonShop() {}

    public static StoreFixture open() {
        return in(new StoreFixture.Setup()).open();
    }

    public static StoreFixture.Setup in(StoreFixture.Setup setup) {
        return setup.with("duties", DayDuties.liaison())
                .with("departments", RosterDraft.texts("QC", "WAREHOUSE", "DESIGN"))
                .with("externalParties", RosterDraft.texts("X-PLAT"))
                .with("sla", sla("PT2H"))
                .with("calendar", calendar())
                .with(
                        "channels",
                        Json.object(Map.of(
                                "DATA_GROUP", type("wechat"),
                                "WORK_GROUP", type("manual"),
                                "OA", type("jinmubiao"))))
                .secondChannel()
                .role("LIAISON", "EXECUTE:X1", "EXECUTE:X4", "READ")
                .role("DEPARTMENT", "RAISE:TICKET", "ANSWER:COORDINATION_OWN", "READ")
                .works(FIRST, "LIAISON")
                .works(SECOND, "LIAISON")
                .speaks(QC, "QC")
                .speaks(WAREHOUSE, "WAREHOUSE")
                .speaks(DESIGN, "DESIGN");
    }

    private static Json type(String type) {
        return Json.object(Map.of("type", Json.of(type)));
    }

    /** The time limits, that of the solution as given. */
    public static Json sla(String solve) {
        return Json.object(Map.of(
                "TICKET_ACK", Json.of("PT15M"),
                "TICKET_SOLVE", Json.of(solve),
                "TICKET_ACK.HIGH", Json.of("PT5M"),
                "TICKET_SOLVE.HIGH", Json.of("PT1H")));
    }

    private static Json calendar() {
        Map<String, Json> days = new TreeMap<>();
        for (String day : List.of("MON", "TUE", "WED", "THU", "FRI")) {
            days.put(
                    day, Json.array(List.of(RosterDraft.texts("09:00", "12:00"), RosterDraft.texts("13:00", "18:00"))));
        }
        return Json.object(Map.of("spans", Json.object(days)));
    }

    /** Sets the clock to a local time of Monday. */
    public static void at(StoreFixture shop, String time) {
        at(shop, MONDAY, time);
    }

    public static void at(StoreFixture shop, LocalDate date, String time) {
        shop.clock.set(shop.at(date, time));
    }
}
