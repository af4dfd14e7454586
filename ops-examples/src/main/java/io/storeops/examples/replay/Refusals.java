package io.storeops.examples.replay;

import io.storeops.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code refusals.csv}: the commands that were denied or refused, in order. */
final class Refusals {
    private final Notation notation;
    private final List<Refused> refused = new ArrayList<>();

    private record Refused(Command command, String target, Map<String, Json> shown) {
        String text(String value) {
            return shown.get(value) instanceof Json.Text text ? text.value() : "";
        }
    }

    Refusals(Notation notation) {
        this.notation = notation;
    }

    void note(Command command, String target, Map<String, Json> shown) {
        if (!Json.of("OK").equals(shown.get("result"))) {
            refused.add(new Refused(command, target, shown));
        }
    }

    /** The table of the commands of these names; the others are not built, or not wherever they stand in the scenario. */
    ResultTable table(Set<String> built) {
        return new TableLayout<Refused>("refusals.csv", notation)
                .column("file", each -> "events")
                .key("at", each -> each.command().at())
                .key("actor", each -> each.command().actor())
                .key("command", each -> each.command().name())
                .key("target", Refused::target)
                .column("result", each -> each.text("result"))
                .column("code", each -> each.text("code"))
                .column("state_after", each -> each.text("state"))
                .table(refused.stream()
                        .filter(each -> built.contains(each.command().name()))
                        .toList())
                .scoped(ResultTable.Scope.of("command", built));
    }
}
