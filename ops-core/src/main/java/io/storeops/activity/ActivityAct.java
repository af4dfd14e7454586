package io.storeops.activity;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.lifecycle.Transition;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An act on an activity that is there, of which the duty says what can stand in its way and what comes of it. Unlike a
 * {@link io.storeops.act.Move} it decides between events that have one entry point, and refuses a wrong state with the code that tells more.
 * Put together by one thread and performed once.
 */
final class ActivityAct implements Act<Activity> {
    /** Decides about an activity. Pure. */
    @FunctionalInterface
    interface Decision {
        Verdict of(Context context, Versioned<Activity> known);
    }

    private final EntryPoint entry;
    private final String id;
    private final String arguments;
    private final Decision decision;
    private BiFunction<Context, Optional<Activity>, List<Right>> rights;
    private Function<Activity, Set<ActorId>> submitters = known -> Set.of();

    private ActivityAct(ActivityEvent event, String id, String arguments, Decision decision) {
        this.entry = ActivityEntries.ACTIVITIES.entry(event);
        this.id = id;
        this.arguments = arguments;
        this.decision = decision;
        this.rights = (context, known) -> entry.anyOf();
        Activity.target(id);
    }

    static ActivityAct of(ActivityEvent event, String id, Decision decision, Object... arguments) {
        Json asked = Json.array(Stream.concat(Stream.of(event, id), Stream.of(arguments))
                .map(argument -> Json.of(argument.toString()))
                .toList());
        return new ActivityAct(event, id, asked.canonical(), decision);
    }

    /** Asks for rights that depend on the activity, or on what is asked. */
    ActivityAct asking(BiFunction<Context, Optional<Activity>, List<Right>> ofActivity) {
        rights = ofActivity;
        return this;
    }

    /** Says that it decides on what somebody submitted (R89). */
    ActivityAct submittedBy(Function<Activity, Set<ActorId>> whose) {
        submitters = whose;
        return this;
    }

    @Override
    public EntryPoint entry() {
        return entry;
    }

    @Override
    public Target target() {
        return Activity.target(id);
    }

    @Override
    public String arguments() {
        return arguments;
    }

    @Override
    public List<Right> anyOf(Context context) {
        return rights.apply(context, ActivityEntries.ACTIVITIES.find(context, id));
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return ActivityEntries.ACTIVITIES.find(context, id).map(submitters).orElse(Set.of());
    }

    @Override
    public Verdict decide(Context context) {
        Optional<Versioned<Activity>> known = ActivityEntries.ACTIVITIES.row(context, id);
        return known.isEmpty()
                ? new Verdict.Refused(ActivityEntries.ACTIVITIES.unknown(context, id))
                : decision.of(context, known.get());
    }

    @Override
    public Activity recall(Context context, Written written) {
        return written.get(Activity.TABLE);
    }

    /** Where an event leads; empty if the machine does not list it. */
    static Optional<ActivityState> to(ActivityState from, ActivityEvent event) {
        return ActivityState.MACHINE.find(Optional.of(from), event).map(Transition::to);
    }

    /** That the machine does not list an event, by the code that tells more where there is one. */
    static Verdict wrongState(Context context, Activity known, ActivityEvent event) {
        Refusal plain = ActivityEntries.ACTIVITIES.wrongState(context, known.id(), known, event);
        String code = switch (event) {
            case APPROVE -> "NOT_SUBMITTED";
            case PREPARE -> "NOT_APPROVED";
            case CANCEL -> ActivityState.FINAL.contains(known.state()) ? "FINAL_STATE" : plain.code();
            default -> plain.code();
        };
        return new Verdict.Refused(new Refusal(code, plain.detail()));
    }

    /** The verdict that another value of an activity stands. */
    static Verdict.Done becoming(Versioned<Activity> known, Activity next) {
        return Verdict.done(Edit.replace(Activity.TABLE, known, next));
    }
}
