package io.storeops.competitor;

import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.agenda.DutyModule;
import io.storeops.feed.Feeds;
import io.storeops.id.StoreId;
import io.storeops.source.SourceModule;
import io.storeops.storage.Table;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rivals' items as knowledge of the duties. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class CompetitorModule implements DutyModule {
    /** The module. */
    public static final CompetitorModule MODULE = new CompetitorModule();

    private CompetitorModule() {}

    @Override
    public String name() {
        return "competitor";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CompetitorVersion.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return List.of(CompetitorEntries.COLLECT, CompetitorEntries.RECORD, CompetitorEntries.READ_COMPETITOR);
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(SourceModule.MODULE);
    }

    /**
     * What gives persons the rivals' items of stores.
     *
     * @param feeds where what they show comes from; a store without one records by hand
     * @param collected judges what was collected
     * @return gives the rivals' items in a person's hands
     */
    public Function<PersonalActs, Competitors> service(Feeds<CompetitorFeed> feeds, Consumer<StoreId> collected) {
        return acts -> new Competitors(acts, feeds, collected);
    }
}
