package io.storeops.reporting;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.DutyModule;
import io.storeops.agenda.DutyProgress;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.figures.Collector;
import io.storeops.figures.FiguresModule;
import io.storeops.lifecycle.StateMachine;
import io.storeops.outbox.Outbox;
import io.storeops.outbox.OutboxModule;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Duty 1, base-data reporting (基础数据汇报): collection, consolidation and release. */
public final class ReportingModule implements DutyModule {
    /** The module. */
    public static final ReportingModule MODULE = new ReportingModule();

    /** The rights of which one opens a store's figures to a reader. */
    private static final List<Right> READERS =
            List.of(Right.COLLECT_AND_RELEASE, Right.READ, Right.FEED_BACK, Right.INSTRUCT);

    private static final List<Right> WORKERS = List.of(Right.COLLECT_AND_RELEASE);

    /** Whatever speaks of a day speaks of the store and of its rivals. */
    private static final DataClass[] FIGURES = {DataClass.SALES, DataClass.COMPETITOR};

    static final EntryPoint RELEASE = releasing("RELEASE", ReleaseEvent.RELEASE);
    static final EntryPoint CORRECT = releasing("RELEASE_CORRECTION", ReleaseEvent.CORRECT);
    static final EntryPoint RESOLVE = EntryPoint.act("RESOLVE_DELIVERY", WORKERS, FIGURES);
    static final EntryPoint READ_DAY = reading("READ_DAY");
    static final EntryPoint READ_RELEASE = reading("READ_RELEASE");
    static final EntryPoint READ_QUALITY = reading("READ_QUALITY");
    static final EntryPoint READ_TARGET = EntryPoint.look("READ_TARGET", READERS, DataClass.SALES);

    private static EntryPoint reading(String name) {
        return EntryPoint.look(name, READERS, FIGURES);
    }

    private static EntryPoint releasing(String name, ReleaseEvent event) {
        return EntryPoint.act(name, ReleaseState.MACHINE.rightsFor(event), FIGURES);
    }

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
    public List<EntryPoint> entryPoints() {
        return List.of(RELEASE, CORRECT, RESOLVE, READ_DAY, READ_RELEASE, READ_QUALITY, READ_TARGET);
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
