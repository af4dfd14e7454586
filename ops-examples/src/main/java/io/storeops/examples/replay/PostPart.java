package io.storeops.examples.replay;

import io.storeops.authority.Bound;
import io.storeops.authority.Role;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ASSIGN_POST: people get posts, and others of theirs end there.
 *
 * @param stage where the scenario is acted out
 */
record PostPart(Stage stage) implements ReplayPart {
    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of("ASSIGN_POST", BuiltCommand.on("person", this::assign));
    }

    private Map<String, Json> assign(Command command) {
        JsonReader args = command.args();
        List<Role> ends =
                args.elements("ends").stream().map(role -> Role.of(role.text())).toList();
        return BuiltCommand.shown(
                () -> {
                    stage.deskOf(command)
                            .posts()
                            .assign(
                                    stage.store(),
                                    ActorId.of(args.text("person")),
                                    Role.of(args.text("role")),
                                    args.member("from").as("is neither a date nor an instant", Bound::parse),
                                    ends);
                    return Map.of("state", Optional.empty());
                },
                () -> Map.of("state", Optional.empty()));
    }
}
