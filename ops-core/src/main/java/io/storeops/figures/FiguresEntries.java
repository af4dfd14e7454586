package io.storeops.figures;

import io.storeops.act.EntryPoint;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The entry points to figures: who writes them down, and who has them collected. */
public final class FiguresEntries {
    private static final List<Right> WORKERS = List.of(Right.COLLECT_AND_RELEASE);

    /** Whatever speaks of a day speaks of the store and of its rivals. */
    private static final DataClass[] FIGURES = {DataClass.SALES, DataClass.COMPETITOR};

    static final EntryPoint RECORD = EntryPoint.act("RECORD_READINGS", WORKERS, FIGURES);

    /** To look at what is to be collected. */
    public static final EntryPoint COLLECT = EntryPoint.look("COLLECT", WORKERS, FIGURES);

    private FiguresEntries() {}

    /**
     * All of them.
     *
     * @return acts first, then looks
     */
    public static List<EntryPoint> all() {
        return List.of(RECORD, COLLECT);
    }
}
