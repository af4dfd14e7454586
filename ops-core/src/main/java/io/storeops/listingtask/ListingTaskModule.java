package io.storeops.listingtask;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Check;
import io.storeops.act.EntryPoint;
import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import io.storeops.act.Reaction;
import io.storeops.act.Things;
import io.storeops.agenda.DutyModule;
import io.storeops.listing.Editors;
import io.storeops.listing.ListingModule;
import io.storeops.step.StepModule;
import io.storeops.storage.Table;
import io.storeops.task.TaskModule;
import java.util.List;
import java.util.function.Function;

/** Duty 3: new listings and optimisations. */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class ListingTaskModule implements DutyModule {
    /** The module. */
    public static final ListingTaskModule MODULE = new ListingTaskModule();

    private ListingTaskModule() {}

    @Override
    public String name() {
        return "listingtask";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ListingTask.TABLE, ListingContent.TABLE);
    }

    @Override
    public List<EntryPoint> entryPoints() {
        return ImmutableList.<EntryPoint>builder()
                .add(ListingEntries.ASSIGN)
                .addAll(ListingEntries.LISTINGS.entries())
                .add(ListingEntries.READ)
                .build();
    }

    @Override
    public List<OpsModule> knowledge() {
        return List.of(TaskModule.MODULE, StepModule.MODULE, ListingModule.MODULE);
    }

    @Override
    public List<Things<?, ?, ?>> things() {
        return List.of(ListingEntries.LISTINGS);
    }

    @Override
    public List<Check<?>> checks() {
        return ListingChecks.ALL;
    }

    @Override
    public List<Reaction<?>> reactions() {
        return ListingReactions.ALL;
    }

    /**
     * What gives persons the listings of stores.
     *
     * @param editors read back what is shown
     * @return gives the duty in a person's hands
     */
    public Function<PersonalActs, ListingTasks> service(Editors editors) {
        return acts -> new ListingTasks(acts, editors);
    }
}
