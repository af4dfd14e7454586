package io.storeops.examples.cli;

import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotChange;
import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints a release as a table: the slot that its boundary closed beside the day so far. */
final class ReleasePrint {
    private static final DateTimeFormatter BOUNDARY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final PrintStream out;
    private final Shown shown;

    ReleasePrint(PrintStream out, Shown shown) {
        this.out = out;
        this.shown = shown;
    }

    void print(Release release) {
        out.println();
        out.println(heading(release));
        release.changes().forEach(change -> out.println("  " + change(change)));
        table(release.days(), release.slot().number(), "day so far");
        if (!release.closedDays().isEmpty()) {
            SubjectDay first = release.closedDays().get(0);
            out.println("  " + first.date() + " is final:");
            table(release.closedDays(), first.slots().size(), "whole day");
        }
    }

    private String heading(Release release) {
        String accepted =
                release.acceptedAt().map(at -> "accepted " + shown.time(at)).orElse("not accepted yet");
        return String.format(Locale.ROOT, "P%02d", release.slot().number())
                + (release.version() > 1 ? " version " + release.version() : "")
                + "  " + BOUNDARY.format(release.boundary()) + "  " + accepted + "  "
                + release.timeliness().name().replace('_', ' ').toLowerCase(Locale.ROOT)
                + (release.complete() ? "" : "  INCOMPLETE");
    }

    private String change(SlotChange change) {
        return shown.subject(change.subject()) + " slot " + change.slotNumbers() + " "
                + change.metric().column() + " " + value(change, true) + " -> " + value(change, false)
                + change.reason().map(reason -> " (" + reason + ")").orElse("");
    }

    private String value(SlotChange change, boolean before) {
        return (before ? Optional.of(change.before()) : change.now())
                .map(value -> change.metric() == Metric.AMOUNT ? shown.amount(value) : Long.toString(value))
                .orElse(Shown.MISSING);
    }

    private void table(List<SubjectDay> days, int slot, String whole) {
        TextTable table = new TextTable()
                .row("", "slot " + slot, "visitors", "buyers", "conversion", whole, "visitors", "buyers", "conversion");
        for (SubjectDay day : days) {
            List<String> row = new ArrayList<>();
            row.add(shown.subject(day.subject()));
            row.addAll(shown.keyFigures(day.slot(slot)));
            row.addAll(shown.keyFigures(day.totals()));
            table.row(row);
        }
        table.print(out);
    }
}
