package io.storeops.source;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.storage.Table;
import java.util.List;

/** The looks at sources, as knowledge of those who collect what the sources give. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class SourceModule implements OpsModule {
    /** The module. */
    public static final SourceModule MODULE = new SourceModule();

    static final EntryPoint READ_SOURCE = EntryPoint.look(
            "READ_SOURCE",
            List.of(
                    Right.MAINTAIN,
                    Right.RUN_ACTIVITIES,
                    Right.SET_PRICE_BOOK,
                    Right.DECIDE_ANOMALY,
                    Right.FIND_ANOMALY,
                    Right.READ),
            DataClass.OPERATIONS);

    private SourceModule() {}

    @Override
    public String name() {
        return "source";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SourceLook.TABLE, StrayRow.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(READ_SOURCE);
    }

    /**
     * The looks in the hands of a person.
     *
     * @param acts the person's acts
     * @return the looks
     */
    public Sources of(PersonalActs acts) {
        return new Sources(acts);
    }
}
