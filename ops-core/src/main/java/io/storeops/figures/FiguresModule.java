package io.storeops.figures;

import io.storeops.act.EntryPoint;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.storage.Table;
import java.util.List;

/** Figures as knowledge of the duties: who writes them down, and who has them collected. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class FiguresModule implements DutyModule {
    /** The module. */
    public static final FiguresModule MODULE = new FiguresModule();

    private static final List<Right> WORKERS = List.of(Right.COLLECT_AND_RELEASE);

    /** Whatever speaks of a day speaks of the store and of its rivals. */
    private static final DataClass[] FIGURES = {DataClass.SALES, DataClass.COMPETITOR};

    static final EntryPoint RECORD = EntryPoint.act("RECORD_READINGS", WORKERS, FIGURES);

    static final EntryPoint SOURCE_DOWN = EntryPoint.host("SOURCE_DOWN");

    static final EntryPoint SOURCE_UP = EntryPoint.host("SOURCE_UP");

    /** To look at what is to be collected. */
    public static final EntryPoint COLLECT = EntryPoint.look("COLLECT", WORKERS, FIGURES);

    private FiguresModule() {}

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ReadingVersion.TABLE, DataDay.TABLE, SourceOutage.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(RECORD, COLLECT, SOURCE_DOWN, SOURCE_UP);
    }
}
