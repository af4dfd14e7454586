package io.storeops.requirement;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to requirements, and their machine. */
final class RequirementEntries {
    static final Things<Requirement, RequirementState, RequirementEvent> REQUIREMENTS = Things.of(
                    RequirementState.MACHINE, Requirement.TABLE, Requirement::state)
            .named("SEND_REQUIREMENT", RequirementEvent.SEND, RequirementEvent.QUEUE)
            .named("RESEND_REQUIREMENT", RequirementEvent.RESEND, RequirementEvent.QUEUE_AGAIN);

    static final EntryPoint READ = EntryPoint.look(
            "READ_REQUIREMENTS",
            List.of(
                    Right.LIAISE,
                    Right.RUN_ACTIVITIES,
                    Right.ANSWER_COORDINATION,
                    Right.INSTRUCT,
                    Right.FEED_BACK,
                    Right.READ),
            DataClass.OPERATIONS);

    private RequirementEntries() {}
}
