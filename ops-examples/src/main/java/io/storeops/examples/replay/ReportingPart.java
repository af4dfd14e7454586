package io.storeops.examples.replay;

import io.storeops.agenda.Occurrence;
import io.storeops.figures.Intake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Duty 1: readings, slots, days and releases, with K1.1 to K1.4 and the target. */
final class ReportingPart implements ReplayPart {
    private final Stage stage;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(Arrival arrival, Intake intake) {}

    ReportingPart(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Map<String, BuiltCommand> commands() {
        Map<String, BuiltCommand> commands = new HashMap<>(new ReleaseCommands(stage).all());
        commands.putAll(new FigureCommands(stage).all());
        return commands;
    }

    @Override
    public List<OverdueCode> overdueCodes() {
        return List.of(
                new OverdueCode("1.1", "COLLECTION_OVERDUE", this::boundary),
                new OverdueCode("1.2", "RELEASE_OVERDUE", this::boundary));
    }

    private String boundary(Occurrence occurrence) {
        return stage.plan().boundaryOf(occurrence.slot().orElseThrow()).toString();
    }

    @Override
    public void take(Arrival arrival) {
        List<Intake> intakes = stage.source().reporting().record(stage.store(), List.of(arrival.reading()));
        taken.add(new Taken(arrival, intakes.get(0)));
    }

    @Override
    public List<ResultTable> tables() {
        Books books = Books.read(stage);
        FigureTables figures = new FigureTables(books, stage.notation());
        ReleaseTables releases = new ReleaseTables(books, stage.notation());
        return List.of(
                readings(),
                figures.slots(),
                releases.releases(),
                releases.restatements(),
                new DayTable(books, stage.notation()).day(),
                figures.merged(),
                figures.spans());
    }

    private ResultTable readings() {
        return new TableLayout<Taken>("readings.csv", stage.notation())
                .key("seq", each -> each.arrival().seq())
                .column("outcome", each -> each.intake().taking())
                .column("code", each -> Optional.of(each.intake().code()).filter(code -> code != Intake.Code.NONE))
                .table(taken);
    }
}
