package io.storeops.activity;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Act;
import io.storeops.act.Check;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Reaction;
import io.storeops.act.Things;
import io.storeops.act.Timer;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Measure;
import io.storeops.campaign.CampaignExtended;
import io.storeops.campaign.CampaignModule;
import io.storeops.report.ReportPart;
import io.storeops.requirement.RequirementModule;
import io.storeops.step.StepAnswered;
import io.storeops.step.StepModule;
import io.storeops.storage.Table;
import io.storeops.vetting.VettingModule;
import java.util.List;
import java.util.Optional;

/** Duty 3.3 as a module: activities (活动检查及执行). */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ActivityModule implements DutyModule {
    /** The module. */
    public static final ActivityModule MODULE = new ActivityModule();

    private static final StartProgress PROGRESS = new StartProgress();

    private ActivityModule() {}

    @Override
    public String name() {
        return "activity";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Activity.TABLE, ActivityComment.TABLE, EffectReading.TABLE, ActivityFeedback.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(ActivityEntries.ACTIVITIES.entries())
                .addAll(ActivityEntries.FEEDBACKS.entries())
                .add(ActivityEntries.READ)
                .add(ActivityEntries.READ_EFFECT)
                .add(ActivityEntries.WITHDRAWAL)
                .add(ActivityEntries.TELL)
                .build();
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(ActivityEntries.ACTIVITIES, ActivityEntries.FEEDBACKS);
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(CampaignModule.MODULE, VettingModule.MODULE, StepModule.MODULE, RequirementModule.MODULE);
    }

    @Override
    public List<Check<?>> checks() {
        return List.of(
                new Check<>(StepAnswered.class, StepChecks::answered),
                new Check<>(CampaignExtended.class, StepChecks::extended));
    }

    @Override
    public List<Reaction<?>> reactions() {
        return List.of(
                new Reaction<>(StepAnswered.class, StepChecks::followed),
                new Reaction<>(CampaignExtended.class, StepChecks::followed));
    }

    @Override
    public List<Timer> timers(Context context) {
        return ActivityTimers.of(context);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(PROGRESS);
    }

    @Override
    public List<ReportPart> reportParts() {
        return List.of(ReportedActivities.PART);
    }

    @Override
    public List<Measure> measures() {
        return List.of(ActivityKpis.MEASURE);
    }

    /**
     * What tells of activities that were begun before the library was.
     *
     * @param told the activities
     * @return the act of the host
     */
    public Act<Boolean> telling(List<ToldActivity> told) {
        return new TellActivities(List.copyOf(told));
    }

    /**
     * Activities in the hands of a person.
     *
     * @param acts the person's acts
     * @param platform what marketplaces do with activities by themselves
     * @return the activities
     */
    public Activities of(PersonalActs acts, Platforms platform) {
        return new Activities(acts, platform);
    }
}
