package io.storeops.activity;

import static java.util.Objects.requireNonNull;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.step.Phase;
import io.storeops.step.PlannedStep;
import io.storeops.step.StepOwner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A step that an activity names itself: one of a third-party activity, or of a run of checks (D34). Immutable.
 *
 * @param run the run that it belongs to; the activity's own id for the steps of a third-party activity
 * @param step the step, as in FLASH_SETUP
 * @param phase before it starts, while it runs, or after it
 * @param due by when; empty for the default of its phase, which follows a later end
 * @param owner who is reminded of it, a person or a role; empty if it is anybody's who runs activities (D91)
 */
public record CheckStep(String run, String step, Phase phase, Optional<Instant> due, Optional<StepOwner> owner) {
    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException as {@link PlannedStep}
     */
    public CheckStep {
        requireNonNull(phase, "phase");
        requireNonNull(due, "due");
        requireNonNull(owner, "owner");
        planned(run, step, phase, due.orElse(Instant.EPOCH), owner);
    }

    private static PlannedStep planned(String run, String step, Phase phase, Instant due, Optional<StepOwner> owner) {
        return new PlannedStep(run, step, Optional.of(phase), due, owner);
    }

    /** The step as it is planned, due by default at an instant. */
    PlannedStep planned(Instant otherwise) {
        return planned(run, step, phase, due.orElse(otherwise), owner);
    }

    /**
     * A step of nobody in particular.
     *
     * @param run the run that it belongs to
     * @param step the step
     * @param phase before, during or after
     * @param due by when; empty for the default of its phase
     * @return the step
     * @throws IllegalArgumentException as {@link PlannedStep}
     */
    public static CheckStep of(String run, String step, Phase phase, Optional<Instant> due) {
        return new CheckStep(run, step, phase, due, Optional.empty());
    }

    static CheckStep read(JsonReader place) {
        return new CheckStep(
                place.text("run"),
                place.text("step"),
                place.member("phase").as("is not a phase", Phase::valueOf),
                place.findMember("due").map(due -> due.as("is not an instant", Instant::parse)),
                place.findMember("owner").map(owner -> owner.as("owns no step", StepOwner::parse)));
    }

    Json write() {
        Map<String, Json> members =
                new TreeMap<>(Map.of("run", Json.of(run), "step", Json.of(step), "phase", Json.of(phase.name())));
        due.ifPresent(at -> members.put("due", Json.of(at.toString())));
        owner.ifPresent(whose -> members.put("owner", Json.of(whose.toString())));
        return Json.object(members);
    }
}
