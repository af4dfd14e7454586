package io.storeops.outbox;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.authority.Right;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Table;
import java.util.List;

/** The outbox as a module: what waits to be sent, and the engine's sending. */
public final class OutboxModule implements OpsModule {
    /** The module. */
    public static final OutboxModule MODULE = new OutboxModule();

    static final EntryPoint DELIVER = EntryPoint.engine("DELIVER", Right.RETRY);

    private OutboxModule() {}

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Delivery.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(DELIVER);
    }
}
