package io.storeops.reporting;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.agenda.Measure;
import io.storeops.figures.Collector;
import io.storeops.figures.FiguresModule;
import io.storeops.lifecycle.StateMachine;
import io.storeops.outbox.Outbox;
import io.storeops.outbox.OutboxModule;
import io.storeops.report.ReportPart;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Duty 1, base-data reporting (基础数据汇报): collection, consolidation and release. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ReportingModule implements DutyModule {
    /** The module. */
    public static final ReportingModule MODULE = new ReportingModule();

    private ReportingModule() {}

    @Override
    public String name() {
        return "reporting";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ReleaseEntry.TABLE);
    }

    @Override
    public List<ReportPart> reportParts() {
        return List.of(ReportedSales.PART, ReportedSlots.PART, ReportedReconciliation.PART);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ReportingEntries.ALL;
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(FiguresModule.MODULE, OutboxModule.MODULE);
    }

    @Override
    public List<StateMachine<?, ?>> machines() {
        return List.of(ReleaseState.MACHINE);
    }

    @Override
    public Optional<DutyProgress> progress() {
        return Optional.of(new PublicationProgress());
    }

    @Override
    public List<Measure> measures() {
        return Stream.concat(DataQuality.MEASURES.stream(), Stream.of(ReportedSales.MEASURE))
                .toList();
    }

    /**
     * The duty in the hands of persons.
     *
     * @param outbox sends what is released
     * @param collector where figures come from
     * @param format the language of releases, and what stands beside the figures
     * @return gives the duty of a person
     */
    public Function<PersonalActs, SlotReporting> service(Outbox outbox, Collector collector, ReleaseFormat format) {
        ReleaseComposer composer = new ReleaseComposer(outbox, format);
        return acts -> new SlotReporting(acts, outbox, collector, composer);
    }
}
