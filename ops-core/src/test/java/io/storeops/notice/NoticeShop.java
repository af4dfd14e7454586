package io.storeops.notice;

import io.storeops.DayDuties;
import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.List;
import java.util.Map;

/** A store that tells its departments something: two channels, QC, and customer service with two teams of its own. */
public final class NoticeShop {
    public static final ActorId LIAISON = ActorId.of("liaison-1");
    public static final ActorId QC = ActorId.of("qc-1");
    public static final ActorId PRE_SALES = ActorId.of("ps-1");
    public static final ActorId CUSTOMER_SERVICE = ActorId.of("cs-1");
    public static final Announcement TWO_LEFT =
            new Announcement("NT1", "A", "12 left", List.of("CUSTOMER_SERVICE", "QC"));

    private NoticeShop() {}

    /** Weekdays from 09:00 to 18:00 but for lunch; Sunday, the store's first day, is a make-up workday. */
    public static StoreFixture.Setup in(StoreFixture.Setup setup) {
        return setup.with("duties", DayDuties.releaseAndNotices())
                .with("departments", RosterDraft.texts("CUSTOMER_SERVICE", "PRE_SALES", "QC"))
                .with("departmentParents", Json.object(Map.of("PRE_SALES", Json.of("CUSTOMER_SERVICE"))))
                .with("sla", Json.object(Map.of("NOTICE_ACK", Json.of("PT30M"))))
                .with(
                        "calendar",
                        Json.object(Map.of(
                                "spans",
                                Json.object(Map.of(
                                        "MON",
                                        Json.array(List.of(
                                                RosterDraft.texts("09:00", "12:00"),
                                                RosterDraft.texts("13:00", "18:00"))))),
                                "makeUpWorkdays",
                                Json.object(Map.of("2024-06-16", Json.of("MON"))))))
                .secondChannel()
                .role("LIAISON", "EXECUTE:X1", "EXECUTE:X4")
                .role("DEPARTMENT", "ACK:NOTICE", "READ")
                .works(LIAISON, "LIAISON")
                .speaks(QC, "QC")
                .speaks(PRE_SALES, "PRE_SALES")
                .speaks(CUSTOMER_SERVICE, "CUSTOMER_SERVICE");
    }
}
