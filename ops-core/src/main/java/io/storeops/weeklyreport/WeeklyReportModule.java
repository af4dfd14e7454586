package io.storeops.weeklyreport;

import com.google.common.collect.ImmutableList;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Measure;
import io.storeops.lifecycle.StateMachine;
import io.storeops.outbox.Outbox;
import io.storeops.outbox.OutboxModule;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Duty 5.1, the weekly report, and the key figures of duty 5. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class WeeklyReportModule implements DutyModule {
    /** The module. */
    public static final WeeklyReportModule MODULE = new WeeklyReportModule();

    private static final WeeklyReportProgress PROGRESS = new WeeklyReportProgress();

    private WeeklyReportModule() {}

    @Override
    public String name() {
        return "weeklyreport";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ReportEntry.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .addAll(ReportBook.entries())
                .add(ReportBook.READ)
                .build();
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(OutboxModule.MODULE);
    }

    @Override
    public List<StateMachine<?, ?>> machines() {
        return List.of(ReportState.MACHINE);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(PROGRESS);
    }

    @Override
    public List<Measure> measures() {
        return FeedbackKpis.MEASURES;
    }

    /**
     * What gives persons the weekly reports of stores.
     *
     * @param outbox sends what is submitted
     * @param duties the modules that fill sections and count key figures
     * @return gives the reports in a person's hands
     */
    public Function<PersonalActs, WeeklyReports> service(Outbox outbox, List<? extends DutyModule> duties) {
        ReportContents contents = new ReportContents(
                duties.stream().flatMap(duty -> duty.reportParts().stream()).toList(),
                duties.stream().flatMap(duty -> duty.measures().stream()).toList());
        return acts -> new WeeklyReports(acts, outbox, contents);
    }
}
