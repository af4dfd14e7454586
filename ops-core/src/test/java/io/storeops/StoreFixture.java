package io.storeops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.act.Acts;
import io.storeops.act.Commits;
import io.storeops.act.Effects;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Stated;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.calendar.SlotPlan;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.Language;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.AuditEntry;
import io.storeops.feedback.WorkFeedback;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Restatement;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.lifecycle.StateMachine;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.reporting.DayBook;
import io.storeops.reporting.Gaps;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.sample.LendingModule;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Query;
import io.storeops.storage.Row;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import io.storeops.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** A store at work in memory: one operator, one manager, a clock that stands still, a channel that accepts. */
public final class StoreFixture {
    public static final StoreId STORE = StoreId.of("S1");
    public static final Subject ITSELF = Subject.ofStore(STORE);
    public static final Subject ITEM = Subject.ofItem("A");
    public static final Subject RIVAL = Subject.ofCompetitor("X");
    public static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    public static final LocalDate NEXT = DAY.plusDays(1);
    public static final ActorId OPERATOR = ActorId.of("op-1");
    public static final ActorId MANAGER = ActorId.of("mgr-1");
    public static final ActorId STRANGER = ActorId.of("guest-1");
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    public final SettableClock clock;
    public final HookedStorage storage;
    public final FakeChannel channel;

    /** The channel OA of a store that has a second one. */
    public final FakeChannel oa;

    public final StoreOps ops;
    private final Setup setup;

    private StoreFixture(Setup setup) {
        this.setup = setup;
        this.clock = SettableClock.at(setup.plan().day(DAY, setup.zone).start());
        this.storage = new HookedStorage(setup.storage.apply(clock));
        this.channel = new FakeChannel(clock, setup.window);
        this.oa = new FakeChannel(clock);
        this.ops = opened(storage);
        ops.enrol(enrolment(roster()));
    }

    /** A store of which only its own figures are due, with the thirteen hourly boundaries. */
    public static StoreFixture open() {
        return new Setup().open();
    }

    /** A store with the item A and the rival's item X. */
    public static StoreFixture openWithItemAndRival() {
        return new Setup().itemAndRival().open();
    }

    /** What a store is like before it opens. */
    public static final class Setup {
        private ZoneId zone = SHANGHAI;
        private String name = "Shop";
        private Language language = Language.ENGLISH;
        private List<LocalTime> boundaries = SlotPlan.ofHours(9, 21).boundaries();
        private boolean item;
        private Optional<String> title = Optional.empty();
        private boolean duties;
        private boolean anomalies;
        private boolean inspections;
        private UnknownPolicy policy = UnknownPolicy.HOLD;
        private Optional<Duration> window = Optional.empty();
        private final List<SalesTarget> targets = new ArrayList<>();
        private final Map<String, List<String>> roles = new TreeMap<>();
        private final List<Assignment> people = new ArrayList<>();
        private final List<Deputyship> deputies = new ArrayList<>();
        private Optional<Marketplace> marketplace = Optional.empty();
        private final Map<String, Json> members = new TreeMap<>();
        private boolean secondChannel;
        private boolean mail;
        private Function<Clock, Storage> storage = MemoryStorage::empty;

        /** Where everything is kept; in memory unless set. */
        public Setup storage(Function<Clock, Storage> value) {
            storage = value;
            return this;
        }

        public Setup zone(String value) {
            zone = ZoneId.of(value);
            return this;
        }

        public Setup name(String value) {
            name = value;
            return this;
        }

        public Setup language(Language value) {
            language = value;
            return this;
        }

        public Setup hours(int first, int last) {
            boundaries = SlotPlan.ofHours(first, last).boundaries();
            return this;
        }

        public Setup boundaries(String... times) {
            boundaries = Stream.of(times).map(LocalTime::parse).toList();
            return this;
        }

        /** A roster with the duties of a day: collection, release, inspection, sweep, weekly report, tasks. */
        public Setup duties() {
            duties = true;
            return this;
        }

        public Setup policy(UnknownPolicy value) {
            policy = value;
            return this;
        }

        public Setup window(Duration value) {
            window = Optional.of(value);
            return this;
        }

        public Setup target(LocalDate from, LocalDate to, long amountMinor) {
            targets.add(new SalesTarget(STORE, from, to, amountMinor));
            return this;
        }

        public Setup itemAndRival() {
            item = true;
            return this;
        }

        /** The title of the item. */
        public Setup titled(String words) {
            title = Optional.of(words);
            return this;
        }

        /** Duties about anomalies, with their time limits; there is a role SUPERIOR. */
        public Setup anomalies() {
            anomalies = true;
            return role("SUPERIOR", "DECIDE:ANOMALY", "READ");
        }

        /** Those duties, and the daily inspection of their categories. */
        public Setup inspections() {
            inspections = true;
            return anomalies();
        }

        /** A role of the roster beside OPERATOR and STORE_MANAGER. */
        public Setup role(String role, String... rights) {
            roles.put(role, List.of(rights));
            return this;
        }

        public Setup works(ActorId actor, String role) {
            people.add(StoreFixture.works(actor, role));
            return this;
        }

        /** A service account of the host. */
        public Setup service(ActorId actor, String role) {
            people.add(new Assignment(
                    STORE,
                    actor,
                    ActorKind.SERVICE,
                    Role.of(role),
                    Bound.on(LocalDate.of(2024, 1, 1)),
                    Optional.empty(),
                    Optional.empty()));
            return this;
        }

        /** Somebody stands in for somebody else in a role that the other holds. */
        public Setup deputy(ActorId deputy, ActorId principal, String role) {
            deputies.add(new Deputyship(
                    STORE, deputy, principal, Role.of(role), LocalDate.of(2024, 1, 1), Optional.empty()));
            return this;
        }

        /** Somebody speaks for a department. */
        public Setup speaks(ActorId actor, String department) {
            people.add(new Assignment(
                    STORE,
                    actor,
                    Role.DEPARTMENT,
                    LocalDate.of(2024, 1, 1),
                    Optional.empty(),
                    Optional.of(department)));
            return this;
        }

        /** A roster of the day on: slots, their releases, tasks, and the weekly report, which goes to MAIL. */
        public Setup weekly(String... sections) {
            mail = true;
            return duties().with("duties", DayDuties.reporting("MAIL", sections));
        }

        /** A member of the roster's document, in the place of the usual one. */
        public Setup with(String member, Json value) {
            members.put(member, value);
            return this;
        }

        /** A second channel, OA; the first is a work group too. */
        public Setup secondChannel() {
            secondChannel = true;
            return this;
        }

        public Setup marketplace(Marketplace value) {
            marketplace = Optional.of(value);
            return this;
        }

        public StoreFixture open() {
            return new StoreFixture(this);
        }

        private SlotPlan plan() {
            return new SlotPlan(
                    boundaries,
                    Duration.ofSeconds(60),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(15),
                    LocalTime.of(9, 0));
        }
    }

    /** Another library on a storage, with this store's channel: another process at work. */
    public StoreOps opened(Storage on) {
        StoreOps.Builder builder = StoreOps.builder()
                .storage(on)
                .clock(clock)
                .module(LendingModule.MODULE)
                .channel("DATA_GROUP", channel, setup.policy);
        if (setup.secondChannel) {
            builder.channel("OA", oa).channel("WORK_GROUP", channel);
        }
        if (setup.mail) {
            builder.channel("MAIL", channel, setup.policy);
        }
        if (setup.anomalies) {
            builder.channel("WORK_GROUP", channel, setup.policy);
        }
        setup.marketplace.ifPresent(marketplace -> builder.marketplace(STORE, marketplace));
        return builder.build();
    }

    /** The modules that the tests loop over: the library's own, and the one of the tests. */
    public static List<OpsModule> modules() {
        return Stream.concat(StoreOps.modules().stream(), Stream.of(LendingModule.MODULE))
                .toList();
    }

    /** The tables of all modules. */
    public static List<Table<?>> tables() {
        return StoreOps.tables(modules());
    }

    /** The entry points of all modules. */
    public static List<EntryPoint> entryPoints() {
        return StoreOps.entryPoints(modules());
    }

    /** The machines of all modules. */
    public static List<StateMachine<?, ?>> machines() {
        return modules().stream()
                .filter(DutyModule.class::isInstance)
                .<StateMachine<?, ?>>flatMap(duty -> ((DutyModule) duty).machines().stream())
                .toList();
    }

    /** The acts of a person, for a service of a module. */
    public PersonalActs acts(ActorId actor) {
        return ops.deskOf(actor).acts();
    }

    public Commits commits() {
        return new Commits(storage, clock, () -> "salt");
    }

    /** The acts on this storage, some of which go through entry points of a test. */
    public Acts acts(EntryPoint... handMade) {
        List<String> known = entryPoints().stream().map(EntryPoint::name).toList();
        List<OpsModule> modules = new ArrayList<>(modules());
        modules.add(new HandMadeModule(Stream.of(handMade)
                .filter(entry -> !known.contains(entry.name()))
                .toList()));
        return new Acts(
                commits(), storage, clock, new Effects(modules, DutyModule::commonReactions), store -> Stated.NOTHING);
    }

    private record HandMadeModule(List<EntryPoint> entryPoints) implements OpsModule {
        @Override
        public String name() {
            return "handmade";
        }

        @Override
        public List<Table<?>> tables() {
            return List.of();
        }
    }

    public Enrolment enrolment(Roster roster) {
        LocalDate since = LocalDate.of(2024, 1, 1);
        List<Assignment> people =
                new ArrayList<>(List.of(works(OPERATOR, "OPERATOR"), works(MANAGER, "STORE_MANAGER")));
        people.addAll(setup.people);
        return new Enrolment(
                new Store(STORE, setup.name, setup.zone, Currency.getInstance("CNY"), setup.language),
                setup.item ? List.of(new Item(STORE, ITEM.id(), setup.title, since, Optional.empty())) : List.of(),
                setup.item ? List.of(new CompetitorItem(STORE, RIVAL.id(), since, Optional.empty())) : List.of(),
                people,
                setup.deputies,
                setup.targets,
                roster);
    }

    public static Assignment works(ActorId actor, String role) {
        return new Assignment(
                STORE, actor, Role.of(role), LocalDate.of(2024, 1, 1), Optional.empty(), Optional.empty());
    }

    /** The operator's assignment with an end. */
    public static Assignment leaves(LocalDate last) {
        return new Assignment(
                STORE, OPERATOR, Role.OPERATOR, LocalDate.of(2024, 1, 1), Optional.of(last), Optional.empty());
    }

    /** Puts a changed assignment into force, as the host does. */
    public void assign(Assignment assignment) {
        Enrolment now = enrolment(roster());
        ops.enrol(new Enrolment(
                now.store(),
                now.items(),
                now.competitors(),
                List.of(assignment),
                List.of(),
                now.targets(),
                now.roster()));
    }

    /** The store's roster with other boundaries, from a date on. */
    public Roster rosterFrom(LocalDate from, String version, List<LocalTime> boundaries) {
        if (setup.anomalies) {
            return anomalyRoster(from, version, boundaries);
        }
        return setup.duties ? dayRoster(from, version, boundaries) : ownRoster(from, version, boundaries);
    }

    private Roster ownRoster(LocalDate from, String version, List<LocalTime> boundaries) {
        Map<String, Json> document =
                new TreeMap<>(((Json.Obj) rosterDocument(from, version, boundaries, setup.roles)).members());
        document.putAll(setup.members);
        return RosterDocument.read("roster.json", Json.object(document), STORE);
    }

    public Roster roster() {
        return rosterFrom(setup.duties ? DAY : LocalDate.of(2024, 1, 1), "1", setup.boundaries);
    }

    /** Puts another roster into force, as the host does. */
    public void enrolRoster(LocalDate from, String version, int first, int last) {
        ops.enrol(enrolment(
                rosterFrom(from, version, SlotPlan.ofHours(first, last).boundaries())));
    }

    public static Roster roster(LocalDate from, String version, List<LocalTime> boundaries) {
        return roster(from, version, boundaries, Map.of());
    }

    private static Roster roster(
            LocalDate from, String version, List<LocalTime> boundaries, Map<String, List<String>> more) {
        return RosterDocument.read("roster.json", rosterDocument(from, version, boundaries, more), STORE);
    }

    private Roster dayRoster(LocalDate from, String version, List<LocalTime> boundaries) {
        Map<String, List<String>> roles = new TreeMap<>(setup.roles);
        roles.put("OPERATOR", List.of("EXECUTE:X1", "EXECUTE:X2", "EXECUTE:X5", "SUGGEST:S4"));
        Map<String, Json> document =
                new TreeMap<>(((Json.Obj) rosterDocument(from, version, boundaries, roles)).members());
        document.put("duties", DayDuties.document());
        document.put("sla", Json.object(Map.of("TASK_FEEDBACK", Json.of("PT15M"))));
        document.putAll(setup.members);
        return RosterDocument.read("roster.json", Json.object(document), STORE);
    }

    /** The roster of anomalies with the daily inspection, from a date on. */
    public Roster inspectingFrom(LocalDate from, String version) {
        return anomalyRoster(from, version, setup.boundaries, DayDuties.inspections("WORK_GROUP"));
    }

    private Roster anomalyRoster(LocalDate from, String version, List<LocalTime> boundaries) {
        return anomalyRoster(
                from,
                version,
                boundaries,
                setup.inspections ? DayDuties.inspections("WORK_GROUP") : DayDuties.anomalies("WORK_GROUP"));
    }

    private Roster anomalyRoster(LocalDate from, String version, List<LocalTime> boundaries, Json duties) {
        Map<String, Json> document =
                new TreeMap<>(((Json.Obj) rosterDocument(from, version, boundaries, setup.roles)).members());
        document.put("duties", duties);
        document.put("baselines", Json.object(Map.of("refundRate", Json.of("0.08"))));
        document.put(
                "sla",
                Json.object(Map.of(
                        "PRICE", Json.of("PT10M"),
                        "STOCK", Json.of("PT15M"),
                        "ESCALATE", Json.of("PT10M"),
                        "FEEDBACK", Json.of("PT30M"),
                        "FEEDBACK_LEVEL2", Json.of("PT60M"))));
        document.putAll(setup.members);
        return RosterDocument.read("roster.json", Json.object(document), STORE);
    }

    public static Json rosterDocument(LocalDate from, String version, List<LocalTime> boundaries) {
        return rosterDocument(from, version, boundaries, Map.of());
    }

    private static Json rosterDocument(
            LocalDate from, String version, List<LocalTime> boundaries, Map<String, List<String>> more) {
        Map<String, Json> plan = new TreeMap<>();
        plan.put(
                "boundaries", texts(boundaries.stream().map(LocalTime::toString).toList()));
        plan.put("collectBy", Json.of("PT10M"));
        plan.put("releaseBy", Json.of("PT15M"));
        plan.put("missedAt", Json.of("NEXT_DAY 09:00"));
        Map<String, Json> roles = new TreeMap<>();
        roles.put(
                "OPERATOR",
                texts(List.of("EXECUTE:X1", "EXECUTE:X5", "SUGGEST:S1", "SUGGEST:S2", "SUGGEST:S3", "SUGGEST:S4")));
        roles.put("STORE_MANAGER", texts(List.of("INSTRUCT", "DECIDE:ANOMALY", "DECIDE:SUGGESTION")));
        more.forEach((role, rights) -> roles.put(role, texts(rights)));
        return Json.object(Map.of(
                "position",
                Json.object(Map.of("version", Json.of(version), "effectiveFrom", Json.of(from.toString()))),
                "slotPlan",
                Json.object(plan),
                "duties",
                DayDuties.release("DATA_GROUP"),
                "roles",
                Json.object(roles)));
    }

    private static Json texts(List<String> texts) {
        return Json.array(texts.stream().map(Json::of).toList());
    }

    public SlotReporting operator() {
        return ops.deskOf(OPERATOR).reporting();
    }

    public SlotReporting manager() {
        return ops.deskOf(MANAGER).reporting();
    }

    /** Duty 5 in somebody's hands. */
    public Tasks tasks(ActorId actor) {
        return ops.deskOf(actor).tasks();
    }

    public WorkFeedback feedback(ActorId actor) {
        return ops.deskOf(actor).feedback();
    }

    public BusinessDay day(LocalDate date) {
        return setup.plan().day(date, setup.zone);
    }

    public static SlotId slot(int number) {
        return SlotId.of(DAY, number);
    }

    /** The instant of a local time of the store's first day. */
    public Instant at(String time) {
        return at(DAY, time);
    }

    public Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(setup.zone).toInstant();
    }

    /** A first reading, observed on the boundary itself. */
    public Reading reading(Subject subject, SlotId slot, Figures figures) {
        return new Reading(
                subject,
                slot,
                day(slot.date()).closes(slot.number()),
                figures,
                Semantics.CUMULATIVE_DAY,
                subject.equals(RIVAL) ? Quality.ESTIMATED : Quality.ACTUAL,
                "hand",
                Optional.empty());
    }

    public Reading reading(int slot, long amount, long visitors, long buyers) {
        return reading(ITSELF, slot(slot), Figures.of(amount, visitors, buyers));
    }

    /** A restatement, observed now. */
    public Reading restated(SlotId slot, Restatement reason, Figures figures) {
        return new Reading(
                ITSELF,
                slot,
                clock.instant(),
                figures,
                Semantics.CUMULATIVE_DAY,
                Quality.ACTUAL,
                "hand",
                Optional.of(reason));
    }

    /** What becomes of one reading that arrives now. */
    public Intake take(Reading reading) {
        return operator().record(STORE, List.of(reading)).get(0);
    }

    public void accept(Reading reading) {
        Intake intake = take(reading);
        assertEquals(Intake.Taking.ACCEPTED, intake.taking(), intake.toString());
    }

    /** The store's own figures of a boundary arrive one minute after it. */
    public void collect(SlotId slot, long amount, long visitors, long buyers) {
        clock.set(day(slot.date()).closes(slot.number()).plusSeconds(60));
        accept(reading(ITSELF, slot, Figures.of(amount, visitors, buyers)));
    }

    public void collect(int slot, long amount, long visitors, long buyers) {
        collect(slot(slot), amount, visitors, buyers);
    }

    public Release release(int slot) {
        return operator().release(STORE, slot(slot));
    }

    public Release releaseWithGaps(int slot) {
        return operator().release(STORE, slot(slot), Gaps.CONFIRM);
    }

    /** Collects and releases boundaries 1 to {@code last}: amount 100 k, visitors 10 k, buyers k. */
    public void work(LocalDate date, int last) {
        for (int k = 1; k <= last; k++) {
            collect(SlotId.of(date, k), 100L * k, 10L * k, k);
            operator().release(STORE, SlotId.of(date, k));
        }
    }

    /** The whole first day, its last slot included, and the first release of the next. */
    public void workUntilNextMorning() {
        work(DAY, 13);
        collectClosedDay();
        collect(SlotId.of(NEXT, 1), 100, 10, 1);
        operator().release(STORE, SlotId.of(NEXT, 1));
    }

    /** The closed day's total, read at the next morning's first boundary. */
    public void collectClosedDay() {
        clock.set(day(NEXT).closes(1));
        accept(reading(14, 1400, 140, 14));
    }

    public DayBook book() {
        return operator().dayBook(STORE, DAY);
    }

    /** Every row of the store with its revision, but for those of some tables, by table and key. */
    public SortedMap<String, String> rowsBut(String... tables) {
        SortedMap<String, String> rows = new TreeMap<>();
        for (Table<?> table : tables()) {
            if (!List.of(tables).contains(table.name())) {
                putRows(table, rows);
            }
        }
        return rows;
    }

    private <R> void putRows(Table<R> table, Map<String, String> rows) {
        try (Scan<Versioned<R>> scan = storage.scan(Query.of(table, STORE))) {
            scan.forEachRemaining(found -> {
                Row row = table.write(found.value());
                rows.put(table.name() + table.keyOf(row), found.revision() + " " + row);
            });
        }
    }

    public List<AuditEntry> trail() {
        return storage.select(Query.of(AuditEntry.TABLE, STORE)).items().stream()
                .map(Versioned::value)
                .toList();
    }

    /** The trail without what the outbox wrote. */
    public List<AuditEntry> records() {
        return trail().stream()
                .filter(entry -> !entry.record().actor().equals(ActorId.SYSTEM))
                .toList();
    }

    public List<Delivery> deliveries() {
        return storage.select(Query.of(Delivery.TABLE, STORE)).items().stream()
                .map(Versioned::value)
                .toList();
    }
}
