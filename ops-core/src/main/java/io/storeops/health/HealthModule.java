package io.storeops.health;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import io.storeops.feed.Feeds;
import io.storeops.id.StoreId;
import io.storeops.source.SourceModule;
import io.storeops.storage.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The store's health as knowledge of the duties. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class HealthModule implements DutyModule {
    /** The module. */
    public static final HealthModule MODULE = new HealthModule();

    static final EntryPoint RECORD = EntryPoint.act("RECORD_HEALTH", List.of(Right.MAINTAIN), DataClass.SALES);

    static final EntryPoint READ_HEALTH = EntryPoint.look(
            "READ_HEALTH",
            List.of(Right.MAINTAIN, Right.DECIDE_ANOMALY, Right.FIND_ANOMALY, Right.READ),
            DataClass.SALES);

    private HealthModule() {}

    @Override
    public String name() {
        return "health";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(HealthVersion.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(RECORD, READ_HEALTH);
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(SourceModule.MODULE);
    }

    /**
     * What gives persons the health of stores.
     *
     * @param feeds where each store's values come from; a store without one records by hand
     * @param collected judges what was collected
     * @return gives the health in a person's hands
     */
    public Function<PersonalActs, Health> service(Feeds<HealthFeed> feeds, Consumer<StoreId> collected) {
        return acts -> new Health(acts, feeds, collected);
    }
}
