package io.storeops;

import io.storeops.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The duties of a day, as a roster's document names them: collection, release, inspection, sweep, weekly report, tasks. */
public final class DayDuties {
    private DayDuties() {}

    private static final List<String> CORRECTED = List.of("PRICE", "STOCK");
    private static final List<String> ESCALATED =
            List.of("REFUND_RATE", "INFORMATION", "COMPETITOR", "ACTIVITY_EXPIRY");

    private static final Map<String, Json> BOUNDARY = Map.of("kind", Json.of("EACH_BOUNDARY"));

    /** The duty of each boundary that says where releases go, and no other. */
    public static Json release(String channel) {
        return Json.array(List.of(duty("1.2", BOUNDARY, "PROMPT", "CHANNEL_RECEIPT:" + channel, "EXECUTE:X1")));
    }

    static Json document() {
        return Json.array(List.of(
                duty("1.1", BOUNDARY, "PROMPT", "SLOT_DATA", "EXECUTE:X1"),
                duty("1.2", BOUNDARY, "PROMPT", "CHANNEL_RECEIPT:DATA_GROUP", "EXECUTE:X1"),
                duty(
                        "2.1",
                        Map.of("kind", Json.of("DAILY"), "start", Json.of("09:00"), "due", Json.of("09:30")),
                        "FIRST_THING",
                        "CHECKLIST_PHOTO",
                        "EXECUTE:X2"),
                duty(
                        "2.2",
                        Map.of("kind", Json.of("DAILY_SWEEP_AND_EVENT"), "due", Json.of("21:30")),
                        "PROMPT",
                        "CHANNEL_RECEIPT:WORK_GROUP",
                        "EXECUTE:X2"),
                report("NEXT_MONDAY 12:00"),
                duty(
                        "5.2",
                        Map.of("kind", Json.of("PER_TASK")),
                        "PROMPT",
                        "FEEDBACK:REPORT|ORAL|DOCUMENT|WECHAT",
                        "EXECUTE:X5")));
    }

    /** Releases, notices and tasks. */
    static Json noticesAndTasks() {
        return Json.array(Stream.concat(
                        ((Json.Arr) releaseAndNotices()).elements().stream(),
                        Stream.of(duty(
                                "5.2",
                                Map.of("kind", Json.of("PER_TASK")),
                                "PROMPT",
                                "FEEDBACK:REPORT|ORAL|DOCUMENT|WECHAT",
                                "EXECUTE:X5")))
                .toList());
    }

    /** Releases to a channel, and notices to both channels and to two departments. */
    public static Json releaseAndNotices() {
        Map<String, Json> notices = new TreeMap<>(((Json.Obj) duty(
                        "4.1", Map.of("kind", Json.of("EVENT")), "PROMPT", "CHANNEL_RECEIPT:WORK_GROUP", "EXECUTE:X4"))
                .members());
        notices.put(
                "evidence", Json.array(List.of(Json.of("CHANNEL_RECEIPT:WORK_GROUP"), Json.of("CHANNEL_RECEIPT:OA"))));
        notices.put("to", Json.array(List.of(Json.of("CUSTOMER_SERVICE"), Json.of("QC"))));
        return Json.array(List.of(
                duty("1.2", BOUNDARY, "PROMPT", "CHANNEL_RECEIPT:DATA_GROUP", "EXECUTE:X1"), Json.object(notices)));
    }

    /** Releases to a channel, notices, problem tickets of two departments, and requirements. */
    public static Json liaison() {
        Map<String, Json> tickets = new TreeMap<>(
                ((Json.Obj) duty("4.2", Map.of("kind", Json.of("EVENT")), "IMMEDIATE", "HANDLING_REPORT", "EXECUTE:X4"))
                        .members());
        tickets.put("from", texts(List.of("QC", "WAREHOUSE")));
        Map<String, Json> requirements = new TreeMap<>(
                ((Json.Obj) duty("4.3", Map.of("kind", Json.of("PER_ACTIVITY")), "PROMPT", "ACCEPTANCE", "EXECUTE:X4"))
                        .members());
        requirements.put("escalateTo", Json.of("STORE_MANAGER"));
        return Json.array(List.of(
                duty("1.2", BOUNDARY, "PROMPT", "CHANNEL_RECEIPT:DATA_GROUP", "EXECUTE:X1"),
                duty("4.1", Map.of("kind", Json.of("EVENT")), "PROMPT", "CHANNEL_RECEIPT:OA", "EXECUTE:X4"),
                Json.object(tickets),
                Json.object(requirements)));
    }

    /** A release, putting right what is wrong with prices and stock, and putting the rest before others; messages to one channel. */
    static Json anomalies(String channel) {
        return anomalies(channel, CORRECTED, ESCALATED);
    }

    /** The same about categories that are put right, and others that are put before somebody. */
    static Json anomalies(String channel, List<String> corrected, List<String> escalated) {
        return Json.array(anomalyDuties(channel, corrected, escalated));
    }

    /** The same, but that one category takes other evidence to be put right. */
    public static Json correcting(String category, String evidence) {
        Json other = about(
                "2.4", Map.of("kind", Json.of("EVENT")), List.of(category), evidence, "CHANNEL_RECEIPT:WORK_GROUP");
        List<String> rest =
                CORRECTED.stream().filter(each -> !each.equals(category)).toList();
        return Json.array(Stream.concat(anomalyDuties("WORK_GROUP", rest, ESCALATED).stream(), Stream.of(other))
                .toList());
    }

    /** The same with the daily inspection, first thing. */
    static Json inspections(String channel) {
        return Json.array(Stream.concat(
                        Stream.of(duty(
                                "2.1",
                                Map.of("kind", Json.of("DAILY"), "start", Json.of("09:00"), "due", Json.of("09:30")),
                                "FIRST_THING",
                                "CLASSIFIED_CHECKLIST",
                                "EXECUTE:X2")),
                        anomalyDuties(channel, CORRECTED, ESCALATED).stream())
                .toList());
    }

    private static List<Json> anomalyDuties(String channel, List<String> corrected, List<String> escalated) {
        return List.of(
                duty("1.2", BOUNDARY, "PROMPT", "CHANNEL_RECEIPT:DATA_GROUP", "EXECUTE:X1"),
                about(
                        "2.2",
                        Map.of("kind", Json.of("DAILY_SWEEP_AND_EVENT"), "due", Json.of("21:30")),
                        corrected,
                        "SCREENSHOT_AFTER",
                        "CHANNEL_RECEIPT:" + channel),
                about("2.3", Map.of("kind", Json.of("EVENT")), escalated, "SCREENSHOT", "MANAGER_FEEDBACK"));
    }

    private static Json about(String id, Map<String, Json> cadence, List<String> categories, String... evidence) {
        Map<String, Json> members =
                new TreeMap<>(((Json.Obj) duty(id, cadence, "PROMPT", evidence[0], "EXECUTE:X2")).members());
        members.put("evidence", texts(List.of(evidence)));
        members.put("categories", texts(categories));
        members.put("escalateTo", Json.of("STORE_MANAGER"));
        members.put("level2", Json.of("SUPERIOR"));
        return Json.object(members);
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts.stream().map(Json::of).toList());
    }

    /** Listings of three steps, optimisations, activities, and tasks; messages to one channel. */
    public static Json instructed() {
        Map<String, Json> listing = new TreeMap<>(((Json.Obj)
                        duty("3.1", Map.of("kind", Json.of("ON_INSTRUCTION")), "PROMPT", "LISTING_CHECK", "EXECUTE:X3"))
                .members());
        listing.put("steps", texts(List.of("IMAGE", "PRICE", "TITLE")));
        return Json.array(List.of(
                duty("1.2", BOUNDARY, "PROMPT", "CHANNEL_RECEIPT:DATA_GROUP", "EXECUTE:X1"),
                Json.object(listing),
                duty("3.2", Map.of("kind", Json.of("ON_INSTRUCTION")), "IMMEDIATE", "BEFORE_AFTER", "EXECUTE:X3"),
                duty("3.3", Map.of("kind", Json.of("PER_ACTIVITY")), "PROMPT", "CHECK_RECORD", "EXECUTE:X3"),
                duty("4.1", Map.of("kind", Json.of("EVENT")), "PROMPT", "CHANNEL_RECEIPT:WORK_GROUP", "EXECUTE:X4"),
                duty("5.2", Map.of("kind", Json.of("PER_TASK")), "PROMPT", "FEEDBACK:WECHAT", "EXECUTE:X5")));
    }

    /** The weekly report alone. */
    static Json weekly(String due) {
        return Json.array(List.of(report(due)));
    }

    private static Json report(String due) {
        return duty(
                "5.1",
                Map.of("kind", Json.of("WEEKLY"), "due", Json.of(due)),
                "REGULAR",
                "CHANNEL_RECEIPT:MAIL",
                "EXECUTE:X5");
    }

    /** Collection, release, tasks, and a weekly report of sections to a channel; the key figures of each. */
    public static Json reporting(String channel, String... sections) {
        Map<String, Json> report = new TreeMap<>(((Json.Obj) duty(
                        "5.1",
                        Map.of("kind", Json.of("WEEKLY"), "due", Json.of("NEXT_MONDAY 12:00")),
                        "REGULAR",
                        "CHANNEL_RECEIPT:" + channel,
                        "EXECUTE:X5"))
                .members());
        report.put("sections", texts(List.of(sections)));
        report.put("kpi", texts(List.of("K1.4", "K5.1", "K5.2")));
        return Json.array(List.of(
                duty("1.1", BOUNDARY, "PROMPT", "SLOT_DATA", "EXECUTE:X1"),
                duty("1.2", BOUNDARY, "PROMPT", "CHANNEL_RECEIPT:DATA_GROUP", "EXECUTE:X1"),
                Json.object(report),
                duty(
                        "5.2",
                        Map.of("kind", Json.of("PER_TASK")),
                        "PROMPT",
                        "FEEDBACK:REPORT|ORAL|DOCUMENT|WECHAT",
                        "EXECUTE:X5")));
    }

    private static Json duty(String id, Map<String, Json> cadence, String urgency, String evidence, String right) {
        return Json.object(Map.of(
                "id", Json.of(id),
                "module", Json.of(id.charAt(0) - '0'),
                "name", Json.of("职责 " + id),
                "en", Json.of("duty " + id),
                "cadence", Json.object(cadence),
                "urgency", Json.of(urgency),
                "evidence", Json.array(List.of(Json.of(evidence))),
                "permission", Json.of(right)));
    }
}
