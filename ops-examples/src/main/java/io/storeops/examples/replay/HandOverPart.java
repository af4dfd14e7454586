package io.storeops.examples.replay;

import io.storeops.agenda.Handover;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * HAND_OVER under an id: everything that somebody has open goes to another.
 *
 * @param stage where the scenario is acted out
 */
record HandOverPart(Stage stage) implements ReplayPart {
    private static final String HANDOVER = "handover";

    /** The order in which the scenarios tell of the items. */
    private static final List<String> KINDS = List.of("ticket", "requirement", "task");

    @Override
    public Map<String, BuiltCommand> commands() {
        return Map.of("HAND_OVER", new BuiltCommand(this::target, this::handOver));
    }

    private String target(Command command) {
        return command.args()
                .findMember(HANDOVER)
                .map(id -> id.text())
                .orElseGet(() -> command.args().text("to"));
    }

    private Optional<Map<String, Json>> handOver(Command command) {
        Map<String, Object> afterwards = new HashMap<>(Map.of("state", Optional.empty()));
        return command.args()
                .findMember(HANDOVER)
                .map(id -> BuiltCommand.shown(
                        () -> Map.of(
                                "state",
                                Optional.empty(),
                                "moved",
                                items(handedOver(command, id.text(), afterwards))
                                        .map(item -> item.target().id())
                                        .toList()),
                        () -> afterwards));
    }

    private Handover handedOver(Command command, String id, Map<String, Object> afterwards) {
        try {
            return stage.deskOf(command)
                    .agenda()
                    .handOver(
                            stage.store(),
                            id,
                            ActorId.of(command.args().text("to")),
                            command.args().text("note"));
        } catch (RefusedException e) {
            e.refusal().missing().stream().findFirst().ifPresent(right -> afterwards.put("missing", right));
            throw e;
        }
    }

    private static Stream<Handover.Item> items(Handover handover) {
        return handover.items().stream()
                .sorted(Comparator.comparingInt(
                        item -> KINDS.indexOf(item.target().kind())));
    }

    private record Line(Handover handover, Handover.Item item) {}

    @Override
    public List<ResultTable> tables() {
        List<Line> lines = stage.source().agenda().handovers(stage.store()).stream()
                .flatMap(handover -> items(handover).map(item -> new Line(handover, item)))
                .toList();
        return lines.isEmpty()
                ? List.of()
                : List.of(new TableLayout<Line>("handovers.csv", stage.notation())
                        .key(HANDOVER, line -> line.handover().id())
                        .column("at", line -> line.handover().at())
                        .column("from", line -> line.handover().stamp().by())
                        .column("to", line -> line.handover().to())
                        .column("kind", line -> line.item().target().kind().toUpperCase(Locale.ROOT))
                        .key("item", line -> line.item().target().id())
                        .column("state", line -> line.item().state())
                        .column("note", line -> line.handover().note())
                        .table(lines));
    }
}
