package io.storeops.act;

import io.storeops.storage.Table;
import java.util.List;

/** Limits as a module: how often each was used. */
public final class LimitsModule implements OpsModule {
    /** The module. */
    public static final LimitsModule MODULE = new LimitsModule();

    private LimitsModule() {}

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(LimitUse.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of();
    }
}
