package io.storeops.reporting;

import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The entry points of duty 1. */
final class ReportingEntries {
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
    static final EntryPoint READ_TARGET = EntryPoint.look("READ_TARGET", READERS, DataClass.SALES);

    static final List<EntryPoint> ALL = List.of(RELEASE, CORRECT, RESOLVE, READ_DAY, READ_RELEASE, READ_TARGET);

    private ReportingEntries() {}

    private static EntryPoint reading(String name) {
        return EntryPoint.look(name, READERS, FIGURES);
    }

    private static EntryPoint releasing(String name, ReleaseEvent event) {
        return EntryPoint.act(name, ReleaseState.MACHINE.rightsFor(event), FIGURES);
    }
}
