package io.storeops.examples.replay;

import io.storeops.json.JsonReader;
import java.util.Map;
import java.util.Optional;

/**
 * The world's part in publishing: channels that go down and come up again.
 *
 * @param stage where the scenario is acted out
 */
record ChannelsPart(Stage stage) implements ReplayPart {
    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of("CHANNEL_DOWN", setting(true), "CHANNEL_UP", setting(false));
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
