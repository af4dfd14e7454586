package io.storeops.position;

import io.storeops.StoreFixture;
import io.storeops.authority.Bound;
import io.storeops.authority.Confidentiality;
import io.storeops.authority.DataClass;
import io.storeops.authority.Limit;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.calendar.WorkingHours;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.json.Json;
import io.storeops.position.PositionDescription.Career;
import io.storeops.position.PositionDescription.Environment;
import io.storeops.position.PositionDescription.Identification;
import io.storeops.position.PositionDescription.PositionClass;
import io.storeops.position.PositionDescription.Purpose;
import io.storeops.position.PositionDescription.Relations;
import io.storeops.position.PositionDescription.ReportingLines;
import io.storeops.position.PositionDescription.SignOff;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small roster of which every part is filled, and documents that differ from one in one place. */
public final class RosterFixture {
    public static final Role OPERATOR = Role.OPERATOR;
    public static final Role MANAGER = Role.STORE_MANAGER;
    public static final Role SUPERIOR = Role.of("INDIRECT_SUPERIOR");

    private RosterFixture() {}

    public static Roster whole() {
        return new Roster(
                StoreFixture.STORE,
                position(Json.object(Map.of("text", Json.of("opaque")))),
                SlotPlan.ofHours(9, 21),
                duties(),
                roles(),
                new LinkedHashSet<>(List.of("PRE_SALES", "CUSTOMER_SERVICE", "QC")),
                new TreeMap<>(Map.of("PRE_SALES", "CUSTOMER_SERVICE")),
                new LinkedHashSet<>(List.of("X-PLAT")),
                new Channels(
                        new TreeMap<>(Map.of("DATA_GROUP", "wechat", "WORK_GROUP", "manual", "MAIL", "email")),
                        new TreeMap<>(Map.of("WORK_GROUP", List.of("MAIL"))),
                        Optional.of(new Channels.Notices(List.of("WORK_GROUP", "MAIL"), Channels.Mode.ANY))),
                rules(),
                List.of(
                        new Limit("suggestions", "SUBMIT_SUGGESTION", Set.of(Limit.Per.ACTOR), 20),
                        new Limit("corrections", "CORRECT", Set.of(), 100)),
                Confidentiality.of(
                        Map.of(DataClass.SALES, new Confidentiality.Rule(Set.of("DATA_GROUP"), Set.of(OPERATOR)))));
    }

    private static Rules rules() {
        WorkingHours hours = new WorkingHours(
                new TreeMap<>(Map.of(
                        DayOfWeek.MONDAY,
                        List.of(
                                new WorkingHours.Span(LocalTime.of(9, 0), LocalTime.NOON),
                                new WorkingHours.Span(LocalTime.of(13, 0), LocalTime.MIDNIGHT)))),
                new TreeSet<>(Set.of(LocalDate.of(2024, 10, 1))),
                new TreeMap<>(Map.of(LocalDate.of(2024, 10, 12), DayOfWeek.MONDAY)));
        return new Rules(
                new Baselines(
                        Optional.of(new BigDecimal("4.80")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(30L),
                        Optional.empty(),
                        Optional.of(new BigDecimal("0.50")),
                        Optional.of(Duration.ofHours(24))),
                new Sla(
                        new TreeMap<>(
                                Map.of(Sla.Key.PRICE, Duration.ofMinutes(10), Sla.Key.STOCK, Duration.ofMinutes(15))),
                        new TreeMap<>(
                                Map.of(Sla.Key.TICKET_ACK, new TreeMap<>(Map.of("HIGH", Duration.ofMinutes(5)))))),
                new WorkingCalendar(hours, new TreeMap<>(Map.of(OPERATOR, WorkingHours.everyHour()))),
                new MaintenanceRules(
                        List.of(
                                new MaintenanceRules.Line("L-STOCK", "STOCK", Optional.empty()),
                                new MaintenanceRules.Line("L-STOCK-A", "STOCK", Optional.of("A"))),
                        new MaintenanceRules.Feed(Duration.ofHours(1), new BigDecimal("0.9")),
                        new MaintenanceRules.Stock(1, Duration.ofMinutes(5)),
                        new MaintenanceRules.Writes(
                                new BigDecimal("0.25"), Duration.ofHours(3), Duration.ofMinutes(20)),
                        new MaintenanceRules.MassBreaker(10, new BigDecimal("0.10")),
                        Duration.ofHours(12),
                        3,
                        health()),
                new ActivityRules(
                        List.of(
                                ActivityRules.Level.ITEM,
                                ActivityRules.Level.FLASH,
                                ActivityRules.Level.MEMBER,
                                ActivityRules.Level.CODE,
                                ActivityRules.Level.ORDER),
                        ActivityRules.FloorDecision.EXACT,
                        6,
                        List.of(new ActivityRules.Overlap(ActivityRules.Kind.DAILY, ActivityRules.Kind.THIRD_PARTY)),
                        Optional.of(30L),
                        14,
                        Duration.ofHours(1),
                        new TreeMap<>(Map.of(ActivityRules.Kind.DAILY, List.of("PRICE"))),
                        Optional.of(Json.object(Map.of("thresholdBase", Json.of("RUNNING"))))),
                new DetectionRules(
                        5,
                        DetectionRules.Forecast.DEFAULT,
                        new DetectionRules.Orders(
                                new BigDecimal("6"),
                                new BigDecimal("5.0"),
                                new BigDecimal("2"),
                                new BigDecimal("4"),
                                new BigDecimal("4.25"),
                                20),
                        DetectionRules.Drift.DEFAULT,
                        DetectionRules.Refunds.DEFAULT,
                        DetectionRules.Prices.DEFAULT,
                        new DetectionRules.Stockouts(new BigDecimal("0.05"), 3, new BigDecimal("12"), 20)),
                new Rules.FigureRules(
                        Rules.TargetBasis.NET, 5, new TreeMap<>(Map.of("AMOUNT", "ERP", "VISITORS", "PLATFORM"))),
                new Rules.EvidenceLimits(1024, Set.of("image/png")));
    }

    private static HealthRules health() {
        return new HealthRules(List.of(
                new HealthRules.Indicator(
                        "STOCK",
                        Optional.of("EXPERIENCE"),
                        new HealthRules.Name("店铺真实体验分", "Experience score"),
                        HealthRules.Kind.SCORE,
                        new HealthRules.Threshold(
                                HealthRules.Direction.BELOW,
                                Optional.empty(),
                                Optional.of(new BigDecimal("4.50")),
                                Optional.of(new BigDecimal("4.60"))),
                        new HealthRules.Counting("MEAN_OF_VOTES", Period.ofDays(30), 10)),
                new HealthRules.Indicator(
                        "STOCK",
                        Optional.empty(),
                        new HealthRules.Name("退款率", "Refunds"),
                        HealthRules.Kind.RATE,
                        new HealthRules.Threshold(
                                HealthRules.Direction.ABOVE,
                                Optional.of("refundRate"),
                                Optional.empty(),
                                Optional.empty()),
                        new HealthRules.Counting(Optional.empty(), Optional.empty(), 20, 0))));
    }

    /** The whole roster with another plan and other duties. */
    public static Roster with(SlotPlan plan, Map<String, Duty> duties) {
        return with(with(whole(), "slotPlan", plan), "duties", duties);
    }

    /** The roster with another value of one of its parts. */
    public static Roster with(Roster roster, String part, Object value) {
        try {
            List<Class<?>> types = new ArrayList<>();
            List<Object> values = new ArrayList<>();
            for (RecordComponent each : Roster.class.getRecordComponents()) {
                types.add(each.getType());
                values.add(
                        each.getName().equals(part) ? value : each.getAccessor().invoke(roster));
            }
            return Roster.class.getConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The roster with another beginning. */
    public static Roster since(Bound from, Roster roster) {
        return with(roster, "position", position(from, Json.object(Map.of())));
    }

    public static PositionDescription position(Json.Obj profile) {
        return position(Bound.on(LocalDate.of(2024, 6, 16)), profile);
    }

    private static PositionDescription position(Bound from, Json.Obj profile) {
        Optional<String> blank = Optional.empty();
        return new PositionDescription(
                "1",
                from,
                new Identification(
                        Optional.of("D-1"),
                        blank,
                        Optional.of("OP-STORE"),
                        Optional.of("网店运营"),
                        Optional.of("Online-store operator"),
                        blank,
                        blank,
                        blank,
                        Optional.of(0L),
                        Optional.of(PositionClass.BUSINESS)),
                new Purpose(Optional.of("Keep the store running"), Optional.of("保证网店日常工作正常运行")),
                new SignOff(Optional.of("a"), Optional.of("b"), Optional.empty()),
                new ReportingLines(OPERATOR, Optional.of(MANAGER), new TreeMap<>(Map.of(MANAGER, SUPERIOR))),
                new Relations(List.of("QC"), List.of("the marketplace")),
                new Career(List.of(MANAGER), List.of("DATA")),
                new Environment(Optional.of("09:00-21:30"), blank, blank, blank, List.of("computer", "ERP")),
                profile);
    }

    public static SortedMap<Role, Set<Right>> roles() {
        return new TreeMap<>(Map.of(
                OPERATOR,
                Set.of(Right.COLLECT_AND_RELEASE, Right.MAINTAIN),
                MANAGER,
                Set.of(Right.INSTRUCT),
                SUPERIOR,
                Set.of(Right.DECIDE_ANOMALY),
                Role.of("ROTATION_DATA"),
                Set.of(Right.COLLECT_AND_RELEASE)));
    }

    public static Map<String, Duty> duties() {
        Map<String, Duty> duties = new LinkedHashMap<>();
        for (Duty duty : List.of(
                duty("1.1", new Cadence.EachBoundary(Optional.empty()), "SLOT_DATA"),
                duty("1.2", new Cadence.EachBoundary(Optional.empty()), "CHANNEL_RECEIPT:DATA_GROUP"),
                duty("2.1", new Cadence.Daily(LocalTime.of(9, 0), LocalTime.of(9, 30)), "CLASSIFIED_CHECKLIST"),
                duty("2.2", new Cadence.DailySweepAndEvent(LocalTime.of(21, 30)), "SCREENSHOT_BEFORE"),
                duty("3.1", new Cadence.OnInstruction(), "LISTING_CHECK"),
                duty("3.3", new Cadence.PerActivity(), "CHECK_RECORD"),
                duty("4.1", new Cadence.Event(), "CHANNEL_RECEIPT:WORK_GROUP"),
                duty("5.1", new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.NOON), "CHANNEL_RECEIPT:MAIL"),
                duty("5.2", new Cadence.PerTask(LocalTime.of(22, 0)), "FEEDBACK:ORAL|REPORT"))) {
            duties.put(duty.id(), duty);
        }
        return duties;
    }

    public static Duty duty(String id, Cadence cadence, String evidence) {
        return new Duty(
                id,
                id.charAt(0) - '0',
                "职责 " + id,
                "Duty " + id,
                cadence,
                Duty.Urgency.PROMPT,
                List.of(EvidenceNeed.parse(evidence)),
                Right.COLLECT_AND_RELEASE,
                List.of("K1.1"),
                new Duty.Content(
                        List.of("STORE", "ITEM"),
                        List.of("STOCK"),
                        List.of("IMAGE"),
                        new TreeMap<>(Map.of(
                                ActivityRules.Kind.DAILY,
                                new Duty.Checklist(
                                        List.of("PAGE_PRICE"), List.of("STOCK_ITEM_MATCH"), List.of("RESTORE_PRICE")))),
                        List.of("SLOT_DATA")),
                new Duty.Parties(
                        List.of("QC"),
                        List.of("PRE_SALES"),
                        List.of("CUSTOMER_SERVICE"),
                        Optional.of(MANAGER),
                        Optional.of(SUPERIOR)));
    }

    /** The document with another value at a path such as {@code duties[0].escalateTo}; a new member is added. */
    public static Json with(Json document, String path, Json value) {
        int dot = path.indexOf('.');
        String first = dot < 0 ? path : path.substring(0, dot);
        String rest = dot < 0 ? "" : path.substring(dot + 1);
        int bracket = first.indexOf('[');
        String name = bracket < 0 ? first : first.substring(0, bracket);
        Map<String, Json> members = new TreeMap<>(((Json.Obj) document).members());
        Json old = members.getOrDefault(name, Json.object(Map.of()));
        if (bracket >= 0) {
            List<Json> elements = new ArrayList<>(((Json.Arr) old).elements());
            int index = Integer.parseInt(first.substring(bracket + 1, first.length() - 1));
            elements.set(index, rest.isEmpty() ? value : with(elements.get(index), rest, value));
            members.put(name, Json.array(elements));
        } else {
            members.put(name, rest.isEmpty() ? value : with(old, rest, value));
        }
        return Json.object(members);
    }

    public static Json without(Json document, String name) {
        Map<String, Json> members = new TreeMap<>(((Json.Obj) document).members());
        members.remove(name);
        return Json.object(members);
    }
}
