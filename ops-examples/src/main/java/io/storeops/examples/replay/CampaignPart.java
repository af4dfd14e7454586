package io.storeops.examples.replay;

import io.storeops.campaign.Campaign;
import io.storeops.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * EXTEND_ACTIVITY, and APPROVE of an extension, of activities that run when a scenario begins. What starts or ends later is of duty
 * 3.
 *
 * @param stage where the scenario is acted out
 */
record CampaignPart(Stage stage) implements ReplayPart {
    private static final String ACTIVITY = "activity";
    private static final String RUNNING = "RUNNING";

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "EXTEND_ACTIVITY", new BuiltCommand(command -> command.args().text(ACTIVITY), this::extend),
                "APPROVE", new BuiltCommand(command -> command.args().text(ACTIVITY), this::approve));
    }

    private Optional<Map<String, Json>> extend(Command command) {
        return running(
                command,
                () -> stage.deskOf(command)
                        .campaigns()
                        .extend(
                                stage.store(),
                                id(command),
                                command.instant("new_end").orElseThrow()));
    }

    private Optional<Map<String, Json>> approve(Command command) {
        return command.args().text("kind").equals("EXTENSION")
                ? running(
                        command,
                        () -> stage.deskOf(command)
                                .campaigns()
                                .approveExtension(
                                        stage.store(),
                                        id(command),
                                        command.instant("new_end").orElseThrow()))
                : Optional.empty();
    }

    private Optional<Map<String, Json>> running(Command command, Runnable act) {
        return stage.source()
                .campaigns()
                .find(stage.store(), id(command))
                .filter(campaign -> campaign.runsAt(stage.now()))
                .map(campaign -> BuiltCommand.shown(
                        () -> {
                            act.run();
                            return standing(command);
                        },
                        () -> standing(command)));
    }

    private Map<String, ?> standing(Command command) {
        Campaign campaign =
                stage.source().campaigns().find(stage.store(), id(command)).orElseThrow();
        return Map.of("state", RUNNING, "end", stage.notation().text(campaign.end()));
    }

    private static String id(Command command) {
        return command.args().text(ACTIVITY);
    }

    /** Those that still run; what became of the others, and of those that the scenario begins, is of duty 3. */
    @Override
    public List<ResultTable> tables() {
        List<Campaign> running = stage.source().campaigns().running(stage.store(), stage.now());
        return running.isEmpty()
                ? List.of()
                : List.of(new TableLayout<Campaign>("activities.csv", stage.notation())
                        .key("id", Campaign::id)
                        .column("kind", Campaign::kind)
                        .column("start", Campaign::start)
                        .column("end", Campaign::end)
                        .column("state", campaign -> RUNNING)
                        .table(running)
                        .scoped(ResultTable.Scope.naming(
                                "id", running.stream().map(Campaign::id).collect(Collectors.toSet()))));
    }
}
