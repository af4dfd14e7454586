package io.storeops.listingtask;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to listings, and their machine. */
final class ListingEntries {
    static final Things<ListingTask, ListingPhase, ListingEvent> LISTINGS = Things.of(
                    ListingPhase.MACHINE, ListingTask.TABLE, ListingTask::phase)
            .named("BLOCK_TASK", ListingEvent.BLOCK)
            .named(
                    "AMEND_INSTRUCTION",
                    ListingEvent.AMEND_IN_PART,
                    ListingEvent.AMEND_ACCEPTED,
                    ListingEvent.AMEND_BEGUN)
            .named("GO_LIVE", ListingEvent.GO_LIVE, ListingEvent.DIFFER)
            .named("CONFIRM_LISTING", ListingEvent.CONFIRM)
            .showing(DataClass.OPERATIONS, ListingEvent.values());

    static final EntryPoint ASSIGN = EntryPoint.act("ASSIGN_LISTING", List.of(Right.INSTRUCT), DataClass.OPERATIONS);

    static final EntryPoint READ = EntryPoint.look(
            "READ_LISTING_TASKS",
            List.of(Right.RUN_ACTIVITIES, Right.FEED_BACK, Right.INSTRUCT, Right.ACCEPT_TASK, Right.READ),
            DataClass.OPERATIONS);

    private ListingEntries() {}
}
