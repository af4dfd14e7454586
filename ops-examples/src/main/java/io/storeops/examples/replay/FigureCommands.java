package io.storeops.examples.replay;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.reporting.DayBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * COLLECT, which finds what was delivered by then, and QUERY_SLOT.
 *
 * @param stage where the scenario is acted out
 */
record FigureCommands(Stage stage) {
    Map<String, BuiltCommand> all() {
        return Map.of(
                "COLLECT", BuiltCommand.on("boundary", this::collect),
                "QUERY_SLOT", BuiltCommand.on("subject", this::query));
    }

    private Map<String, Json> collect(Command command) {
        SlotId slot = stage.slot(command.args().member("boundary"));
        return BuiltCommand.shown(
                () -> {
                    if (stage.world().reachable()) {
                        stage.deskOf(command).reporting().collect(stage.store(), slot);
                    }
                    return Map.of(
                            "state",
                            Books.stateOf(stage, slot),
                            "missing",
                            Notation.missing(Books.of(stage, slot.date()).missingAt(slot.number())));
                },
                () -> Map.of("state", Books.stateOf(stage, slot)));
    }

    /** A value of a slot of a date, as it was known at an instant; without one, as it is known now. */
    private Map<String, Json> query(Command command) {
        return BuiltCommand.shown(
                () -> {
                    DayBook book = stage.deskOf(command).reporting().dayBook(stage.store(), date(command));
                    DayBook then = command.instant("as_of").map(book::asOf).orElse(book);
                    return Map.of("value", value(command, then));
                },
                Map::of);
    }

    private LocalDate date(Command command) {
        if (command.args().findMember("date").isPresent()) {
            return command.date("date");
        }
        List<LocalDate> dates = stage.scenario().dates();
        if (dates.size() > 1) {
            throw command.args().refusal("needs the member 'date': the scenario has several, " + dates);
        }
        return dates.get(0);
    }

    private static Object value(Command command, DayBook book) {
        SubjectDay day = command.args()
                .member("subject")
                .as(
                        "is nobody whose figures are due on " + book.day().date(),
                        text -> book.subjectDays().stream()
                                .filter(known -> known.subject().id().equals(text))
                                .findFirst()
                                .orElseThrow());
        JsonReader slot = command.args().member("slot");
        if (slot.number() < 1 || slot.number() > day.slots().size()) {
            throw slot.refusal("is not a slot; there are 1 to " + day.slots().size());
        }
        Figures figures = day.slot(Math.toIntExact(slot.number()));
        return command.args().member("field").as("is not a field", name -> value(figures, name));
    }

    private static Object value(Figures figures, String field) {
        if (field.equals("conversion")) {
            return figures.conversion().map(ratio -> ratio.text("-"));
        }
        Metric metric = Metric.all().stream()
                .filter(known -> known.column().equals(field))
                .findFirst()
                .orElseThrow();
        return figures.has(metric) ? figures.get(metric) : Optional.empty();
    }
}
