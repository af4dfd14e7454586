package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.absence.AbsenceModule;
import io.storeops.absence.Absences;
import io.storeops.act.Caller;
import io.storeops.act.PersonalActs;
import io.storeops.activity.Activities;
import io.storeops.activity.ActivityModule;
import io.storeops.agenda.Agenda;
import io.storeops.agenda.WorkAgenda;
import io.storeops.archive.Archive;
import io.storeops.campaign.CampaignModule;
import io.storeops.campaign.Campaigns;
import io.storeops.competitor.Competitors;
import io.storeops.dailyplan.DailyPlanModule;
import io.storeops.dailyplan.DailyPlans;
import io.storeops.delivery.Deliveries;
import io.storeops.enrolment.EnrolmentModule;
import io.storeops.enrolment.Posts;
import io.storeops.feedback.FeedbackModule;
import io.storeops.feedback.WorkFeedback;
import io.storeops.health.Health;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.id.StoreId;
import io.storeops.listing.Listings;
import io.storeops.listing.Prices;
import io.storeops.listingtask.ListingTasks;
import io.storeops.maintenance.Inspections;
import io.storeops.maintenance.Maintenance;
import io.storeops.notice.Notices;
import io.storeops.reporting.SlotReporting;
import io.storeops.requirement.Requirements;
import io.storeops.scorecard.Scorecards;
import io.storeops.source.SourceModule;
import io.storeops.source.Sources;
import io.storeops.step.StepModule;
import io.storeops.step.Steps;
import io.storeops.task.TaskModule;
import io.storeops.task.Tasks;
import io.storeops.ticket.Tickets;
import io.storeops.vetting.VettingModule;
import io.storeops.vetting.Vettings;
import io.storeops.weeklyreport.WeeklyReports;
import java.util.function.Supplier;

/**
 * One person's duties. A getter for each duty, and no logic. Immutable and thread-safe.
 */
public final class Desk {
    private final ActorId actor;
    private final Supplier<CommandId> commands;
    private final Services services;

    Desk(ActorId actor, Supplier<CommandId> commands, Services services) {
        this.actor = requireNonNull(actor, "actor");
        this.commands = requireNonNull(commands, "commands");
        this.services = requireNonNull(services, "services");
    }

    /**
     * Whose desk it is.
     *
     * @return the person
     */
    public ActorId actor() {
        return actor;
    }

    /**
     * The same desk, whose calls go under a given command id: for callers that repeat after a lost answer and must get the
     * first result (R10). For one call; a second, different one is refused.
     *
     * @param command the id
     * @return the desk
     */
    public Desk under(CommandId command) {
        requireNonNull(command, "command");
        return new Desk(actor, () -> command, services);
    }

    /**
     * Duty 1: base-data reporting (基础数据汇报).
     *
     * @return the duty in this person's hands
     */
    public SlotReporting reporting() {
        return services.reporting().apply(acts());
    }

    /**
     * Duty 2: basic store operation maintenance (店铺基础运营维护): anomalies and their escalation.
     *
     * @return the duty in this person's hands
     */
    public Maintenance maintenance() {
        return services.maintenance().apply(acts());
    }

    /**
     * Duty 2's daily work: the inspection first thing (店铺日常检查), and the sweep at the end of the day.
     *
     * @return the inspections in this person's hands
     */
    public Inspections inspections() {
        return services.inspections().apply(acts());
    }

    /**
     * What is due, and completing it.
     *
     * @return the agenda in this person's hands
     */
    public WorkAgenda agenda() {
        return new WorkAgenda(acts(), services.agenda(), services.duties());
    }

    /**
     * What is due today in a store.
     *
     * @param store the store
     * @return the agenda of the date that it is now in the store
     * @see WorkAgenda#today
     */
    public Agenda agenda(StoreId store) {
        return agenda().today(store);
    }

    /**
     * Duty 3.3: activities (活动检查及执行), from the draft to the hand-over.
     *
     * @return the activities in this person's hands
     */
    public Activities activities() {
        return ActivityModule.MODULE.of(acts(), services.platform());
    }

    /**
     * Duty 5: work feedback (工作反馈).
     *
     * @return the duty in this person's hands
     */
    public WorkFeedback feedback() {
        return FeedbackModule.MODULE.of(acts());
    }

    /**
     * The price book (价格), its floors, and base values.
     *
     * @return the prices in this person's hands
     */
    public Prices prices() {
        return services.knowledge().prices().apply(acts());
    }

    /**
     * What the store's listings show: writing, reading back, approving.
     *
     * @return the listings in this person's hands
     */
    public Listings listings() {
        return services.knowledge().listings().apply(acts());
    }

    /**
     * What people were given to do (任务).
     *
     * @return the tasks in this person's hands
     */
    public Tasks tasks() {
        return TaskModule.MODULE.of(acts());
    }

    /**
     * Duty 3: new listings and optimisations (新品上架, 上下架优化).
     *
     * @return the duty in this person's hands
     */
    public ListingTasks listingTasks() {
        return services.listingTasks().apply(acts());
    }

    /**
     * The store's daily plans (日运营计划).
     *
     * @return the plans in this person's hands
     */
    public DailyPlans dailyPlans() {
        return DailyPlanModule.MODULE.of(acts());
    }

    /**
     * Duty 3's steps: what activities and listings consist of.
     *
     * @return the steps in this person's hands
     */
    public Steps steps() {
        return StepModule.MODULE.of(acts());
    }

    /**
     * What runs in a store, on which SKUs and until when, and its later end (活动到期延长).
     *
     * @return the campaigns in this person's hands
     */
    public Campaigns campaigns() {
        return CampaignModule.MODULE.of(acts());
    }

    /**
     * What is proved of campaigns against floors, and what they promise of the stock.
     *
     * @return the proofs and commitments in this person's hands
     */
    public Vettings vetting() {
        return VettingModule.MODULE.of(acts());
    }

    /**
     * Who was away and when.
     *
     * @return the absences in this person's hands
     */
    public Absences absences() {
        return AbsenceModule.MODULE.of(acts());
    }

    /**
     * Who has which post (岗位).
     *
     * @return the posts in this person's hands
     */
    public Posts posts() {
        return EnrolmentModule.MODULE.of(acts());
    }

    /**
     * What departments are told (信息通告), and their receipts.
     *
     * @return the notices in this person's hands
     */
    public Notices notices() {
        return services.notices().apply(acts());
    }

    /**
     * The weekly report (每周执行表): what a week was like, counted from records, for whom its author answers to.
     *
     * @return the weekly reports in this person's hands
     */
    public WeeklyReports weeklyReports() {
        return services.weeklyReports().apply(acts());
    }

    /**
     * Duty 4.2: problems that departments bring (问题处理).
     *
     * @return the duty in this person's hands
     */
    public Tickets tickets() {
        return services.tickets().apply(acts());
    }

    /**
     * What departments and parties outside are asked for (活动要求对接).
     *
     * @return the requirements in this person's hands
     */
    public Requirements requirements() {
        return services.requirements().apply(acts());
    }

    /**
     * What is sent by hand, to channels without an interface.
     *
     * @return the deliveries in this person's hands
     */
    public Deliveries deliveries() {
        return services.deliveries().apply(acts());
    }

    /**
     * The scorecard (关键考核指标): every key figure of a store or a person, and the records that it counts.
     *
     * @return the scorecards in this person's hands
     */
    public Scorecards scorecards() {
        return services.scorecards().apply(acts());
    }

    /**
     * The store's scores, rates, what advertising spends, and penalties, as they were observed.
     *
     * @return the store's health in this person's hands
     */
    public Health health() {
        return services.knowledge().health().apply(acts());
    }

    /**
     * What rivals' items show (竞品), as it was observed.
     *
     * @return the rivals' items in this person's hands
     */
    public Competitors competitors() {
        return services.knowledge().competitors().apply(acts());
    }

    /**
     * What the sources gave: how current and how complete it was, and rows of what nobody knows.
     *
     * @return the looks at the sources in this person's hands
     */
    public Sources sources() {
        return SourceModule.MODULE.of(acts());
    }

    /**
     * Evidence (职责成果见证) and the audit trail.
     *
     * @return the archive in this person's hands
     */
    public Archive archive() {
        return new Archive(acts(), services.blobs());
    }

    /** The acts of this person, for whatever the desk hands out. */
    PersonalActs acts() {
        return new PersonalActs(services.acts(), () -> new Caller(actor, commands.get()));
    }
}
