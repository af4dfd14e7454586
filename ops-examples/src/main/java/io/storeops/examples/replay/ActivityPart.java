package io.storeops.examples.replay;

import io.storeops.activity.Activities;
import io.storeops.activity.Activity;
import io.storeops.activity.ActivityFeedback;
import io.storeops.activity.Effect;
import io.storeops.activity.Finding;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.ListingFacts;
import io.storeops.step.Step;
import io.storeops.step.StepAnswer;
import io.storeops.vetting.Allowances;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Activities: drafted, submitted, approved, prepared, started, followed, ended, cancelled and closed, with their steps and the feedback on
 * them.
 *
 * @param stage where the scenario is acted out
 */
record ActivityPart(Stage stage) implements ReplayPart {
    private static final String ACTIVITY = "activity";
    private static final String REASON = "reason";
    private static final String FEEDBACK = "feedback";
    private static final String STATE = "state";
    private static final String KIND = "kind";
    private static final String START = "start:";

    /** An act of a person on an activity. */
    private interface Acting {
        Activity on(Activities activities, Command command, String id);
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        Map<String, BuiltCommand> commands = new HashMap<>();
        commands.put(
                "DRAFT_ACTIVITY",
                acting((activities, command, id) ->
                        activities.draft(stage.store(), id, planned(command).plan())));
        commands.put("SUBMIT_ACTIVITY", acting(this::submit));
        commands.put(
                "RETURN_ACTIVITY",
                acting((activities, command, id) ->
                        activities.giveBack(stage.store(), id, command.args().text("remarks"))));
        commands.put("APPROVE", new BuiltCommand(ActivityPart::id, this::approve));
        commands.put(
                "START_PREPARATION",
                acting((activities, command, id) -> activities.startPreparation(stage.store(), id)));
        commands.put("START_ACTIVITY", acting(this::start));
        commands.put("TRACK_EFFECT", acting(this::track));
        commands.put("EXTEND_ACTIVITY", acting(this::extend));
        commands.put(
                "CANCEL_ACTIVITY",
                acting((activities, command, id) ->
                        activities.cancel(stage.store(), id, command.args().text(REASON))));
        commands.put("CLOSE_ACTIVITY", acting((activities, command, id) -> activities.close(stage.store(), id)));
        commands.put("DO_STEP", new BuiltCommand(ActivityPart::stepName, this::doStep));
        commands.put("SEND_ACTIVITY_FEEDBACK", feedback(this::send));
        commands.put(
                "WITHDRAW_FEEDBACK",
                feedback((activities, command, id) -> activities.withdrawFeedback(
                        stage.store(), id, command.args().text(REASON))));
        commands.put(
                "REJECT_FEEDBACK",
                feedback((activities, command, id) -> activities.rejectFeedback(
                        stage.store(), id, command.args().text(REASON))));
        return commands;
    }

    private static String id(Command command) {
        return command.args().findMember(ACTIVITY).map(JsonReader::text).orElse("");
    }

    private BuiltCommand acting(Acting act) {
        return new BuiltCommand(ActivityPart::id, command -> Optional.of(acted(command, act)));
    }

    private Map<String, Json> acted(Command command, Acting act) {
        String id = id(command);
        Supplier<Map<String, ?>> done = () -> shown(act.on(stage.deskOf(command).activities(), command, id));
        return new NamedValues(stage).shown(done, () -> standing(id));
    }

    private Map<String, Object> standing(String id) {
        return find(id).map(this::shown).orElseGet(() -> new HashMap<>(Map.of(STATE, Optional.empty())));
    }

    private Optional<Activity> find(String id) {
        return stage.source().activities().find(stage.store(), id);
    }

    private Map<String, Object> shown(Activity activity) {
        Map<String, Object> shown = new HashMap<>();
        shown.put(STATE, activity.state());
        shown.put("end", stage.notation().text(activity.end()));
        shown.put("late", activity.startedLate());
        shown.put("requirements", activity.plan().preparation().map(List::size).orElse(0));
        return shown;
    }

    private PlannedActivity planned(Command command) {
        return new PlannedActivity(
                id(command),
                command.args(),
                find(id(command)).map(Activity::plan),
                stage.scenario().zone());
    }

    private Activity submit(Activities activities, Command command, String id) {
        PlannedActivity planned = planned(command);
        return planned.says()
                ? activities.submit(stage.store(), id, planned.plan())
                : activities.submit(stage.store(), id);
    }

    /** What is said beside the approval of what was submitted is what was submitted. */
    private Optional<Map<String, Json>> approve(Command command) {
        return switch (command.args().text(KIND)) {
            case "ACTIVITY" ->
                Optional.of(acted(
                        command, (activities, each, id) -> activities.approve(stage.store(), id, allowances(each))));
            case "EXTENSION" ->
                Optional.of(acted(command, (activities, each, id) -> {
                    stage.deskOf(each)
                            .campaigns()
                            .approveExtension(
                                    stage.store(), id, each.instant("new_end").orElseThrow());
                    return find(id).orElseThrow();
                }));
            default -> Optional.empty();
        };
    }

    private static Allowances allowances(Command command) {
        return new Allowances(
                command.args().findMember("overlap_allowed").map(JsonReader::elements).orElse(List.of()).stream()
                        .map(JsonReader::text)
                        .collect(Collectors.toSet()),
                flag(command, "reference_allowed"));
    }

    private static boolean flag(Command command, String argument) {
        return command.args().findMember(argument).map(JsonReader::flag).orElse(false);
    }

    private Activity extend(Activities activities, Command command, String id) {
        stage.deskOf(command)
                .campaigns()
                .extend(stage.store(), id, command.instant("new_end").orElseThrow());
        return find(id).orElseThrow();
    }

    private Activity start(Activities activities, Command command, String id) {
        tellStock(command);
        return flag(command, "override")
                ? activities.override(stage.store(), id, command.args().text(REASON))
                : activities.start(stage.store(), id);
    }

    /** The stock of the only item as it is read now, where a line has it. */
    private void tellStock(Command command) {
        Optional<Long> sellable = command.args().findMember("sellable").map(JsonReader::number);
        Optional<String> item = find(id(command))
                .map(activity -> activity.plan().offers().get(0).sku());
        sellable.ifPresent(units -> item.ifPresent(sku -> stage.ops()
                .tellListings(
                        stage.store(),
                        ListingFacts.since(command.at()).stock(sku, units).build())));
    }

    private Activity track(Activities activities, Command command, String id) {
        return activities.track(
                stage.store(),
                id,
                Effect.of(command.args().number("sold"), command.args().number("quota")));
    }

    private static String stepName(Command command) {
        return command.args().text("run") + ":" + command.args().text("step");
    }

    private Optional<Map<String, Json>> doStep(Command command) {
        JsonReader args = command.args();
        String of = args.text("of");
        if (find(of).isEmpty()) {
            return Optional.empty();
        }
        Supplier<Map<String, ?>> done = () -> shown(
                Optional.of(stage.deskOf(command)
                        .steps()
                        .answer(stage.store(), args.text("run"), args.text("step"), answer(args))),
                of);
        return Optional.of(new NamedValues(stage)
                .shown(
                        done,
                        () -> shown(
                                stage.source().steps().find(stage.store(), args.text("run"), args.text("step")), of)));
    }

    private Map<String, ?> shown(Optional<Step> step, String of) {
        return Map.of(STATE, step.map(Step::state), "activity_state", find(of).map(Activity::state));
    }

    private static StepAnswer answer(JsonReader args) {
        StepAnswer answer = switch (args.text("answer")) {
            case "OK" -> StepAnswer.ok();
            case "FAIL" -> StepAnswer.fail();
            case "FIXED" -> StepAnswer.fixed();
            default -> throw args.member("answer").refusal("is none of OK, FAIL, FIXED");
        };
        Optional<Long> measured = args.findMember("measured").map(JsonReader::number);
        if (measured.isPresent()) {
            answer = answer.measuring(measured.get(), args.number("quota"));
        }
        return args.names().contains("handed_over")
                ? answer.passingOn(args.elements("handed_over").stream()
                        .map(to -> new StepAnswer.PassedOn(to.text("to"), to.number("orders")))
                        .toList())
                : answer;
    }

    /** An act of a person on feedback. */
    private interface FeedingBack {
        ActivityFeedback on(Activities activities, Command command, String id);
    }

    private BuiltCommand feedback(FeedingBack act) {
        return new BuiltCommand(command -> command.args().text(FEEDBACK), command -> {
            String id = command.args().text(FEEDBACK);
            Supplier<Map<String, ?>> done =
                    () -> ofStep(act.on(stage.deskOf(command).activities(), command, id));
            return Optional.of(BuiltCommand.shown(
                    done,
                    () -> stage.source()
                            .activities()
                            .findFeedback(stage.store(), id)
                            .<Map<String, ?>>map(this::ofStep)
                            .orElseGet(() -> Map.of(STATE, Optional.empty()))));
        });
    }

    private Map<String, ?> ofStep(ActivityFeedback feedback) {
        return Map.of(
                STATE,
                stage.source()
                        .steps()
                        .find(stage.store(), feedback.run(), feedback.step())
                        .map(Step::state));
    }

    private ActivityFeedback send(Activities activities, Command command, String id) {
        JsonReader args = command.args();
        return activities.sendFeedback(
                stage.store(),
                id,
                args.text("of"),
                new Finding(
                        args.text("run"),
                        args.text("step"),
                        args.text("what"),
                        args.text("where"),
                        command.instant("since").orElseThrow(),
                        args.text("screenshot"),
                        args.elements("to").stream()
                                .map(person -> ActorId.of(person.text()))
                                .toList()));
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(new OverdueCode(
                "3.3",
                "START_BLOCKED",
                each -> each.id().about().substring(START.length()),
                each -> each.id().about().startsWith(START)));
    }

    @Override
    public Set<String> toldOfTick() {
        return Set.of(ACTIVITY, "sellable", "quota");
    }

    @Override
    public void beforeTick(Command command) {
        tellStock(command);
    }

    @Override
    public Map<String, ?> afterTick(Command command) {
        return Map.of(STATE, find(id(command)).map(Activity::state));
    }

    @Override
    public List<ResultTable> tables() {
        return new ActivityTables(stage).all();
    }
}
