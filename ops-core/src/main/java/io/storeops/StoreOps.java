package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.absence.AbsenceModule;
import io.storeops.act.Acts;
import io.storeops.act.Caller;
import io.storeops.act.Commits;
import io.storeops.act.Effects;
import io.storeops.act.EntryPoint;
import io.storeops.act.LimitsModule;
import io.storeops.act.OpsModule;
import io.storeops.act.Stated;
import io.storeops.activity.ActivityModule;
import io.storeops.activity.Platforms;
import io.storeops.activity.ToldActivity;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.agenda.AgendaModule;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.Tick;
import io.storeops.agenda.Ticker;
import io.storeops.archive.ArchiveModule;
import io.storeops.archive.Redactions;
import io.storeops.campaign.CampaignModule;
import io.storeops.campaign.CampaignPlan;
import io.storeops.competitor.CompetitorModule;
import io.storeops.dailyplan.DailyPlanModule;
import io.storeops.delivery.DeliveryModule;
import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.enrolment.Enrolment;
import io.storeops.enrolment.EnrolmentModule;
import io.storeops.enrolment.Enrolments;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.Redaction;
import io.storeops.feed.Feeds;
import io.storeops.feedback.FeedbackModule;
import io.storeops.figures.Collector;
import io.storeops.figures.FiguresModule;
import io.storeops.figures.SourceOutages;
import io.storeops.figures.Subject;
import io.storeops.health.HealthModule;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.listing.Editors;
import io.storeops.listing.ListingFacts;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingModule;
import io.storeops.listingtask.ListingTaskModule;
import io.storeops.maintenance.Acceptances;
import io.storeops.maintenance.AnomalyKey;
import io.storeops.maintenance.ChecklistFiles;
import io.storeops.maintenance.CollectedLooks;
import io.storeops.maintenance.MaintenanceModule;
import io.storeops.maintenance.Sighted;
import io.storeops.maintenance.Sighting;
import io.storeops.maintenance.SoldLine;
import io.storeops.notice.NoticeModule;
import io.storeops.outbox.Enclosures;
import io.storeops.outbox.Outbox;
import io.storeops.outbox.OutboxModule;
import io.storeops.promotion.PromotionRules;
import io.storeops.publishing.Channel;
import io.storeops.publishing.Delivery;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.reporting.ReleaseFiles;
import io.storeops.reporting.ReleaseFormat;
import io.storeops.reporting.ReportingModule;
import io.storeops.requirement.RequirementModule;
import io.storeops.scorecard.ScorecardModule;
import io.storeops.source.SourceModule;
import io.storeops.step.StepModule;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import io.storeops.task.TaskModule;
import io.storeops.ticket.TicketModule;
import io.storeops.vetting.VettingModule;
import io.storeops.weeklyreport.WeeklyReportModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The library, opened once and closed once. Give it a storage and a clock, and what the stores have of marketplaces and
 * channels; take a {@link Desk} for each person at work. Thread-safe.
 *
 * <pre>{@code
 * try (StoreOps ops = StoreOps.builder()
 *         .storage(storage)
 *         .clock(clock)
 *         .channel("DATA_GROUP", channel)
 *         .build()) {
 *     ops.enrol(enrolment);
 *     Release release = ops.deskOf(ActorId.of("op-1")).reporting().collectAndRelease(StoreId.of("S1"));
 * }
 * }</pre>
 */
public final class StoreOps implements AutoCloseable {
    /** What the library is made of: a new duty is one line here. */
    private static final List<OpsModule> MODULES = List.of(
            EnrolmentModule.MODULE,
            ArchiveModule.MODULE,
            OutboxModule.MODULE,
            DeliveryModule.MODULE,
            LimitsModule.MODULE,
            AgendaModule.MODULE,
            SourceModule.MODULE,
            FiguresModule.MODULE,
            HealthModule.MODULE,
            ListingModule.MODULE,
            CompetitorModule.MODULE,
            TaskModule.MODULE,
            AbsenceModule.MODULE,
            NoticeModule.MODULE,
            RequirementModule.MODULE,
            CampaignModule.MODULE,
            VettingModule.MODULE,
            ActivityModule.MODULE,
            // After those that have other occurrences of the same duties: what they do not tell of is a step.
            StepModule.MODULE,
            ReportingModule.MODULE,
            MaintenanceModule.MODULE,
            ListingTaskModule.MODULE,
            DailyPlanModule.MODULE,
            TicketModule.MODULE,
            FeedbackModule.MODULE,
            WeeklyReportModule.MODULE,
            ScorecardModule.MODULE);

    private final List<AutoCloseable> owned;
    private final Supplier<CommandId> commands;
    private final Enrolments enrolments;
    private final Outbox outbox;
    private final Services services;
    private final Ticker ticker;
    private final Redactions redactions;
    private final SourceOutages outages;
    private final DocumentRenderer renderer;
    private final AtomicBoolean closed = new AtomicBoolean();

    private StoreOps(Builder builder, Storage storage, Clock clock) {
        List<OpsModule> modules = builder.modules();
        this.commands = builder.commands;
        Commits commits = new Commits(storage, clock, builder.salts);
        Map<StoreId, Stated> stated = stated(builder.marketplaces);
        Acts acts = new Acts(
                commits,
                storage,
                clock,
                new Effects(modules, DutyModule::commonReactions),
                store -> stated.getOrDefault(store, Stated.NOTHING));
        this.enrolments = new Enrolments(storage, commits, acts(modules));
        this.redactions = new Redactions(storage, commits, tables(modules));
        this.outages = new SourceOutages(storage, commits);
        this.outbox = new Outbox(
                storage,
                commits,
                builder.routes,
                commands,
                Enclosures.all(List.of(new ReleaseFiles(acts), new ChecklistFiles(acts, storage.blobs()))));
        this.renderer = builder.renderer == null ? DocumentRenderer.plainText() : builder.renderer;
        List<DutyModule> duties = modules.stream()
                .flatMap(module -> module instanceof DutyModule duty ? Stream.of(duty) : Stream.empty())
                .toList();
        AgendaBuilder agenda = new AgendaBuilder(
                duties.stream().flatMap(duty -> duty.progress().stream()).toList());
        this.ticker = new Ticker(acts, agenda, duties, outbox, commands);
        this.services = new Services(
                acts,
                ReportingModule.MODULE.service(outbox, collector(acts, builder.marketplaces), builder.releases),
                knowledge(acts, builder.marketplaces, new CollectedLooks(acts, outbox)),
                NoticeModule.MODULE.service(outbox),
                TicketModule.MODULE.service(outbox),
                RequirementModule.MODULE.service(outbox),
                DeliveryModule.MODULE.service(
                        Optional.ofNullable(builder.renderer), storage.blobs(), new Acceptances(acts)::notice),
                MaintenanceModule.MODULE.service(outbox),
                MaintenanceModule.MODULE.inspections(outbox, renderer),
                WeeklyReportModule.MODULE.service(outbox, duties),
                ScorecardModule.MODULE.service(duties),
                new Platforms(
                        acts,
                        feeds(
                                "activity editor",
                                "do it by hand and attach evidence",
                                builder.marketplaces,
                                Marketplace::activities),
                        feeds("order feed", "go by the slots", builder.marketplaces, Marketplace::orders)),
                ListingTaskModule.MODULE.service(editors(acts, builder.marketplaces)),
                agenda,
                duties,
                storage.blobs());
        this.owned = new ArrayList<>();
        builder.marketplaces.values().forEach(this::own);
        builder.routes.values().forEach(route -> own(route.channel()));
        if (builder.renderer != null) {
            own(builder.renderer);
        }
        own(storage);
    }

    private static Map<StoreId, Stated> stated(Map<StoreId, Marketplace> marketplaces) {
        Map<StoreId, Stated> stated = new HashMap<>();
        marketplaces.forEach((store, marketplace) -> marketplace
                .promotionRules()
                .ifPresent(rules -> stated.put(store, new Stated(Map.of(PromotionRules.class, rules)))));
        return stated;
    }

    private static <F> Feeds<F> feeds(
            String name,
            String otherwise,
            Map<StoreId, Marketplace> marketplaces,
            Function<Marketplace, Optional<F>> port) {
        Map<StoreId, F> feeds = new LinkedHashMap<>();
        marketplaces.forEach((store, marketplace) -> port.apply(marketplace).ifPresent(feed -> feeds.put(store, feed)));
        return new Feeds<>(name, otherwise, feeds);
    }

    private static Collector collector(Acts acts, Map<StoreId, Marketplace> marketplaces) {
        String otherwise = "record the readings by hand";
        return new Collector(
                acts,
                feeds("metrics feed", otherwise, marketplaces, Marketplace::metrics),
                feeds("order feed", otherwise, marketplaces, Marketplace::orders));
    }

    private static Knowledge knowledge(Acts acts, Map<StoreId, Marketplace> marketplaces, Consumer<StoreId> collected) {
        String byHand = "record the values by hand";
        return new Knowledge(
                ListingModule.MODULE.service(
                        editors(acts, marketplaces),
                        feeds("listings feed", "read back one by one", marketplaces, Marketplace::listings),
                        feeds("stock feed", "let the host tell the stock", marketplaces, Marketplace::stock),
                        collected),
                ListingModule.MODULE.prices(
                        feeds("price book feed", "set the prices by hand", marketplaces, Marketplace::priceBook),
                        collected),
                HealthModule.MODULE.service(feeds("health feed", byHand, marketplaces, Marketplace::health), collected),
                CompetitorModule.MODULE.service(
                        feeds("competitor feed", byHand, marketplaces, Marketplace::competitors), collected));
    }

    private static Editors editors(Acts acts, Map<StoreId, Marketplace> marketplaces) {
        return new Editors(
                acts,
                feeds(
                        "listing editor",
                        "write by hand and tell what is shown then",
                        marketplaces,
                        Marketplace::listingEditor));
    }

    /** One marketplace may serve several stores, one channel may have several names; each is closed once all the same. */
    private void own(AutoCloseable adapter) {
        if (owned.stream().noneMatch(known -> known == adapter)) {
            owned.add(adapter);
        }
    }

    /**
     * Begins a library.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins a library that forgets everything when it is closed, for a first look and for tests.
     *
     * @param clock the time, for the library and its storage
     * @return a builder with a storage and a clock
     */
    public static Builder inMemory(Clock clock) {
        return builder().storage(MemoryStorage.empty(clock)).clock(clock);
    }

    /**
     * Every table that the library keeps: what a storage adapter has to provide for.
     *
     * @return the tables, by name unique
     */
    public static List<Table<?>> tables() {
        return tables(MODULES);
    }

    /** The parts that the library is made of, duties last. */
    static List<OpsModule> modules() {
        return MODULES;
    }

    static List<Table<?>> tables(List<OpsModule> modules) {
        return modules.stream()
                .flatMap(module -> module.tables().stream())
                .<Table<?>>map(table -> table)
                .toList();
    }

    static List<EntryPoint> entryPoints(List<OpsModule> modules) {
        return modules.stream().flatMap(module -> module.entryPoints().stream()).toList();
    }

    /** What a limit can count. */
    private static Set<String> acts(List<OpsModule> modules) {
        return entryPoints(modules).stream()
                .filter(entry -> entry.kind() == EntryPoint.Kind.ACT)
                .map(EntryPoint::name)
                .collect(Collectors.toSet());
    }

    /**
     * Enrols a store, or brings it up to date: what is new is added, what differs is replaced, nothing is removed. The
     * host's own doing, so no right is asked for; the audit trail tells of it.
     *
     * @param enrolment the store, its people and its roster
     */
    public void enrol(Enrolment enrolment) {
        enrolments.enrol(new Caller(ActorId.SYSTEM, commands.get()), enrolment);
    }

    /**
     * Forgets the personal data of a row for good, as {@link #redact(ActorId, StoreId, List, String)} by the engine itself.
     *
     * @param store the store
     * @param row the row
     * @param reason why; without personal data, since it stays
     * @throws IllegalArgumentException if the reason is blank, the table holds no personal data or the row does not exist
     */
    public void redact(StoreId store, Redaction row, String reason) {
        redact(ActorId.SYSTEM, store, List.of(row), reason);
    }

    /**
     * Forgets the personal data of rows for good, in one commit: what their tables declare personal, and the bytes of
     * evidence. The host's own doing, so no right is asked for; the audit trail tells of it, and its chain stays valid.
     *
     * @param actor who, in the host's eyes
     * @param store the store
     * @param rows the rows, at least one
     * @param reason why; without personal data, since it stays
     * @throws IllegalArgumentException if the reason is blank, a table holds no personal data or a row does not exist
     */
    public void redact(ActorId actor, StoreId store, List<Redaction> rows, String reason) {
        redactions.redact(new Caller(actor, commands.get()), store, rows, reason);
    }

    /**
     * Writes down that from now on a source cannot be read for some subjects: what lacks only readings of that time is excused
     * (D66). The host's own word, so no right is asked for; the audit trail tells of it.
     *
     * @param store the store
     * @param subjects of whom nothing can be read
     */
    public void sourceDown(StoreId store, List<Subject> subjects) {
        outages.tell(new Caller(ActorId.SYSTEM, commands.get()), store, subjects, true);
    }

    /**
     * Writes down that a source can be read again for some subjects.
     *
     * @param store the store
     * @param subjects who can be read again
     */
    public void sourceUp(StoreId store, List<Subject> subjects) {
        outages.tell(new Caller(ActorId.SYSTEM, commands.get()), store, subjects, false);
    }

    /**
     * Tells what the host knows of a store's listings: the ERP's sellable stock, and what is approved already when the library begins
     * with them. The host's own word, so no right is asked for; the audit trail tells of it.
     *
     * @param store the store
     * @param facts the facts, taken all or none
     * @throws io.storeops.failure.RefusedException NO_SUCH_SKU or NO_SUCH_ITEM for what is not enrolled; FROM_THE_FUTURE for what does not
     *     count yet; APPROVED_ALREADY for an approved value that differs from the one that the library knows, which only a person may
     *     change (D10, D26)
     */
    public void tellListings(StoreId store, ListingFacts facts) {
        services.acts().perform(new Caller(ActorId.SYSTEM, commands.get()), store, facts.telling());
    }

    /**
     * Tells which fields of its listings a store's marketplace lets be read back; where nobody says so, none can be, and a listing goes live
     * by its evidence (D31). The host's own word, so no right is asked for.
     *
     * @param store the store
     * @param fields the fields; those that were told before and are not among them can be read no more
     */
    public void tellReadable(StoreId store, Set<ListingField> fields) {
        services.acts()
                .perform(new Caller(ActorId.SYSTEM, commands.get()), store, ListingModule.MODULE.readable(fields));
    }

    /**
     * Tells which activities of a store are approved already when the library begins with them: what runs when on which SKUs. The
     * host's own word, so no right is asked for; the audit trail tells of it.
     *
     * @param store the store
     * @param plans the activities, taken all or none; one that is known as it is told changes nothing
     * @throws IllegalArgumentException if one offers nothing, or a SKU twice
     * @throws io.storeops.failure.RefusedException NO_SUCH_SKU for what is not enrolled; KNOWN_ALREADY for one that is known and differs,
     *     which only a person may change
     */
    public void tellCampaigns(StoreId store, List<CampaignPlan> plans) {
        services.acts()
                .perform(new Caller(ActorId.SYSTEM, commands.get()), store, CampaignModule.MODULE.telling(plans));
    }

    /**
     * Tells of activities that were begun before the library was: those that run, with their steps, and those that wait to be approved. The
     * host's own word, so no right is asked for; the audit trail tells of it.
     *
     * @param store the store
     * @param told the activities, taken all or none; one that is known as it is told changes nothing
     * @throws io.storeops.failure.RefusedException NO_SUCH_SKU for what is not enrolled; KNOWN_ALREADY for one that is known and differs;
     *     FROM_THE_FUTURE for one that is said to run and has not started; RUN_TAKEN for a run that something else has
     */
    public void tellActivities(StoreId store, List<ToldActivity> told) {
        services.acts().perform(new Caller(ActorId.SYSTEM, commands.get()), store, ActivityModule.MODULE.telling(told));
    }

    /**
     * Tells what a store sold, as far as it is needed to say what a wrong price cost (D8). The host's own word, so no right is asked for.
     *
     * @param store the store
     * @param lines the orders' lines; one that is told again takes the place of the earlier one
     */
    public void tellSales(StoreId store, List<SoldLine> lines) {
        services.acts().perform(new Caller(ActorId.SYSTEM, commands.get()), store, MaintenanceModule.sales(lines));
    }

    /**
     * Tells what a rival's figure is compared with from now on, for a library that begins with a store (D15). The host's own word, so no
     * right is asked for; later a decision sets another.
     *
     * @param store the store
     * @param key of what: the rule and the rival's item
     * @param value in minor units of the store's currency, or in units
     */
    public void tellReference(StoreId store, AnomalyKey key, long value) {
        services.acts()
                .perform(new Caller(ActorId.SYSTEM, commands.get()), store, MaintenanceModule.reference(key, value));
    }

    /**
     * Judges one look at a source by one rule, and writes down what it finds (R38). The engine's own doing, so no person's right is asked
     * for.
     *
     * @param store the store
     * @param sighting what the source gave
     * @return what became of it
     * @throws io.storeops.failure.RefusedException NO_SUCH_RULE naming those that there are
     */
    public Sighted observe(StoreId store, Sighting<?> sighting) {
        return services.acts()
                .perform(new Caller(ActorId.SYSTEM, commands.get()), store, MaintenanceModule.observing(sighting));
    }

    /**
     * The duties of a person. Whether the person may do them is asked at each act, not here.
     *
     * @param actor the person
     * @return the desk
     */
    public Desk deskOf(ActorId actor) {
        return new Desk(actor, commands, services);
    }

    /**
     * The engine's look at a store: sends what waits, reports once what became overdue since the last look, and says when to
     * look again. For the host's scheduler, which calls it at that instant, or more often.
     *
     * @param store the store
     * @return what was found
     * @throws io.storeops.failure.NotEnrolledException if the store is not known, or has no roster in force
     */
    public Tick tick(StoreId store) {
        Tick tick = ticker.tick(store);
        services.platform().withdraw(store);
        return tick;
    }

    /**
     * Sends what a store has waiting, as far as order, leases and the channels allow. For the host's scheduler; every act
     * that queues a message calls it too.
     *
     * @param store the store
     * @return the deliveries that came to an end
     */
    public List<Delivery> deliverDue(StoreId store) {
        List<Delivery> settled = outbox.deliverDue(store);
        new Acceptances(services.acts()).notice(store);
        return settled;
    }

    /**
     * Renders a document as the library was told to: as plain text unless it was given a renderer. The host's own doing, so no right is
     * asked for; the bytes of a picture that the document names are looked for among the store's evidence.
     *
     * @param store whose evidence the pictures are
     * @param document the document
     * @param language the language that it is written in
     * @return the file with its type
     * @throws IllegalArgumentException if the renderer has no words of that language
     */
    public Attachment render(StoreId store, Document document, Locale language) {
        requireNonNull(store, "store");
        return renderer.render(
                requireNonNull(document, "document"),
                requireNonNull(language, "language"),
                sha256 -> services.blobs().flatMap(blobs -> blobs.find(store, sha256)));
    }

    /**
     * Closes the marketplaces, the channels, the renderer and the storage, each of them even if another fails. A second call does nothing.
     *
     * @throws IllegalStateException if one of them could not be closed; the first failure is the cause, further ones are
     *     suppressed in it
     */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        List<Exception> failures = new ArrayList<>();
        for (AutoCloseable each : owned) {
            try {
                each.close();
            } catch (Exception e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException failed = new IllegalStateException(
                    failures.size() + " of " + owned.size() + " adapters could not be closed", failures.get(0));
            failures.subList(1, failures.size()).forEach(failed::addSuppressed);
            throw failed;
        }
    }

    /** Collects the parts of a library. Not thread-safe. */
    public static final class Builder {
        private @Nullable Storage storage;
        private @Nullable Clock clock;
        private final Map<StoreId, Marketplace> marketplaces = new LinkedHashMap<>();
        private final Map<String, Outbox.Route> routes = new LinkedHashMap<>();
        private ReleaseFormat releases = ReleaseFormat.PLAIN;
        private @Nullable DocumentRenderer renderer;
        private Supplier<CommandId> commands =
                () -> CommandId.of(UUID.randomUUID().toString());
        private Supplier<String> salts = () -> UUID.randomUUID().toString();

        private final List<OpsModule> added = new ArrayList<>();

        private Builder() {}

        /** Adds a duty that the library does not have itself, as the tests of modules do. */
        Builder module(OpsModule module) {
            added.add(module);
            return this;
        }

        private List<OpsModule> modules() {
            return Stream.concat(MODULES.stream(), added.stream()).toList();
        }

        /**
         * Sets the storage. Required. The library closes it.
         *
         * @param value where everything is kept
         * @return this builder
         */
        public Builder storage(Storage value) {
            storage = requireNonNull(value, "storage");
            return this;
        }

        /**
         * Sets the clock. Required: the library never looks at the system's.
         *
         * @param value the time
         * @return this builder
         */
        public Builder clock(Clock value) {
            clock = requireNonNull(value, "clock");
            return this;
        }

        /**
         * Adds a store's marketplace. The library closes it.
         *
         * @param store the store
         * @param marketplace the marketplace
         * @return this builder
         * @throws IllegalArgumentException if the store has one already
         */
        public Builder marketplace(StoreId store, Marketplace marketplace) {
            if (marketplaces.putIfAbsent(store, requireNonNull(marketplace, "marketplace")) != null) {
                throw new IllegalArgumentException("Store " + store + " already has a marketplace");
            }
            return this;
        }

        /**
         * Adds a channel whose messages are held when nobody can know whether they arrived. The library closes it.
         *
         * @param name the channel's name in the roster, as in DATA_GROUP
         * @param channel the channel
         * @return this builder
         * @throws IllegalArgumentException if the name is taken
         */
        public Builder channel(String name, Channel channel) {
            return channel(name, channel, UnknownPolicy.HOLD);
        }

        /**
         * Adds a channel. The library closes it.
         *
         * @param name the channel's name in the roster, as in DATA_GROUP
         * @param channel the channel
         * @param unknown what to do when nobody can know whether a message arrived
         * @return this builder
         * @throws IllegalArgumentException if the name is taken
         */
        public Builder channel(String name, Channel channel, UnknownPolicy unknown) {
            if (routes.putIfAbsent(name, new Outbox.Route(channel, unknown)) != null) {
                throw new IllegalArgumentException("Channel " + name + " is added already");
            }
            return this;
        }

        /**
         * Sets in which language releases are sent; in Chinese unless set. Where they go, the roster says.
         *
         * @param value the language, and whether the head of the audit chain stands at the end
         * @return this builder
         */
        public Builder releases(ReleaseFormat value) {
            releases = requireNonNull(value, "releases");
            return this;
        }

        /**
         * Sets what makes files of documents; plain text unless set. The library closes it.
         *
         * @param value the renderer
         * @return this builder
         */
        public Builder renderer(DocumentRenderer value) {
            renderer = requireNonNull(value, "renderer");
            return this;
        }

        /**
         * Sets what makes ids for commands that come without one; random UUIDs unless set.
         *
         * @param value gives a new, unique id at each call; thread-safe
         * @return this builder
         */
        public Builder commandIds(Supplier<CommandId> value) {
            commands = requireNonNull(value, "commands");
            return this;
        }

        /**
         * Sets what makes the salts that keep redacted contents of the audit trail from being guessed; random UUIDs unless
         * set.
         *
         * @param value gives a new text that nobody can guess at each call; thread-safe
         * @return this builder
         */
        public Builder salts(Supplier<String> value) {
            salts = requireNonNull(value, "salts");
            return this;
        }

        /**
         * Opens the library.
         *
         * @return the library
         * @throws IllegalStateException if the storage or the clock is missing, naming it
         */
        public StoreOps build() {
            if (storage == null || clock == null) {
                throw new IllegalStateException("StoreOps needs a " + (storage == null ? "storage" : "clock")
                        + "; call ." + (storage == null ? "storage(...)" : "clock(...)") + " before build()");
            }
            return new StoreOps(this, storage, clock);
        }
    }
}
