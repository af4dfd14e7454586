package io.storeops.requirement;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * OPEN_REQUIREMENT: somebody asks for something, by itself or for a thing whose duty may refuse that.
 *
 * @param ask what is asked for
 * @param origin what it comes of
 */
record OpenRequirement(OpenedRequirements.Ask ask, Optional<Target> origin) implements Act<Requirement> {
    @Override
    public EntryPoint entry() {
        return RequirementEntries.REQUIREMENTS.entry(RequirementEvent.OPEN);
    }

    @Override
    public Target target() {
        return Requirement.target(ask.id());
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(ask.toString()), Json.of(origin.toString())))
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Refusal> refusal = OpenedRequirements.refusal(context, List.of(ask));
        if (refusal.isPresent()) {
            return new Verdict.Refused(refusal.get());
        }
        if (!ask.due().isAfter(context.now())) {
            return Verdict.refused("DUE_PASSED", passed(ask.id(), context, ask.due()));
        }
        Requirement opened = OpenedRequirements.opened(context, origin, ask);
        return Verdict.done(Edit.insert(Requirement.TABLE, opened)).stating(new RequirementOpened(opened));
    }

    static String passed(String id, Context context, Instant due) {
        return "the requirement " + id + " would be due at " + due + ", and now is " + context.now()
                + "; give it a later instant";
    }

    @Override
    public Requirement recall(Context context, Written written) {
        return written.get(Requirement.TABLE);
    }
}
