package io.storeops.examples.replay;

import io.storeops.StoreOps;
import io.storeops.figures.Subject;
import io.storeops.json.JsonReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The world's part: channels and sources that go down and come up again, and facts that nobody reads. A fact alone changes nothing in the
 * library; those that a source is asked for are other parts'.
 *
 * @param stage where the scenario is acted out
 */
record WorldPart(Stage stage) implements ReplayPart {
    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of(
                "FACT",
                        new BuiltCommand(
                                command -> command.args().text("subject"),
                                command -> Optional.of(BuiltCommand.shown(Map::of, Map::of))),
                "CHANNEL_DOWN", setting(true),
                "CHANNEL_UP", setting(false),
                "SOURCE_DOWN", reading((ops, subjects) -> ops.sourceDown(stage.store(), subjects)),
                "SOURCE_UP", reading((ops, subjects) -> ops.sourceUp(stage.store(), subjects)));
    }

    private BuiltCommand reading(BiConsumer<StoreOps, List<Subject>> tell) {
        return new BuiltCommand(
                command -> command.args().member("subjects").value().canonical(), command -> {
                    List<Subject> subjects = command.args().elements("subjects").stream()
                            .map(id -> subject(command, id))
                            .toList();
                    tell.accept(stage.ops(), subjects);
                    return Optional.of(BuiltCommand.shown(Map::of, Map::of));
                });
    }

    private Subject subject(Command command, JsonReader id) {
        LocalDate date = command.at().atZone(stage.scenario().zone()).toLocalDate();
        return id.as(
                "is nobody whose figures are due on " + date,
                text -> Books.of(stage, date).required().stream()
                        .filter(known -> known.id().equals(text))
                        .findFirst()
                        .orElseThrow());
    }

    private BuiltCommand setting(boolean down) {
        return new BuiltCommand(
                command -> command.args().member("channels").value().canonical(), command -> {
                    for (JsonReader name : command.args().elements("channels")) {
                        stage.world().channel(name).setDown(down);
                    }
                    return Optional.of(BuiltCommand.shown(Map::of, Map::of));
                });
    }
}
