package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.storeops.calendar.Slot;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.DayBook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints a day made of orders: the slots, the totals, and where every row of the file went. */
final class DayPrint {
    private static final int MOST_SHOWN = 20;

    private final PrintStream out;
    private final Shown shown;

    DayPrint(PrintStream out, Shown shown) {
        this.out = out;
        this.shown = shown;
    }

    void slots(DayBook book) {
        SubjectDay day = book.subjectDays().get(0);
        out.println("Store " + shown.store().id() + ", " + day.date() + ", "
                + shown.store().zone() + ", amounts in " + shown.store().currency());
        TextTable table = new TextTable()
                .row("slot", "from", "to", "orders", "gross", "refunds", "net", "visitors", "conversion");
        for (Slot slot : book.day().slots()) {
            int number = slot.id().number();
            String to = number == book.day().plan().slots() ? "24:00" : shown.time(slot.to());
            String label = day.estimated().contains(number) ? number + "~" : Integer.toString(number);
            table.row(line(label, shown.time(slot.from()), to, day.slot(number)));
        }
        table.row(line(day.lastSlot() == day.slots().size() ? "day" : "so far", "", "", day.totals()));
        table.print(out);
        if (!day.estimated().isEmpty()) {
            out.println("~ estimated: the source does not prove that it has all of the slot");
        }
    }

    private List<String> line(String slot, String from, String to, Figures figures) {
        return List.of(
                slot,
                from,
                to,
                shown.value(figures, Metric.ORDERS),
                shown.value(figures, Metric.AMOUNT),
                shown.value(figures, Metric.REFUNDED),
                figures.net().isPresent() ? shown.amount(figures.net().getAsLong()) : Shown.MISSING,
                shown.value(figures, Metric.VISITORS),
                shown.conversion(figures));
    }

    void accounting(OrderIntake intake, Optional<Path> folder) throws IOException {
        OrderIntake.Count count = intake.count();
        List<RowProblem> rejected = intake.problems();
        out.println("Rows read " + (count.all() + rejected.size())
                + " = paid in the day " + count.paidInDay()
                + " + other days " + count.paidElsewhere()
                + " + unpaid " + count.unpaid()
                + " + repeated " + count.repeated()
                + " + rejected " + rejected.size());
        rejected.stream().limit(MOST_SHOWN).forEach(problem -> out.println("rejected: " + problem));
        if (rejected.size() > MOST_SHOWN) {
            out.println("and " + (rejected.size() - MOST_SHOWN) + " more rejected"
                    + (folder.isPresent() ? "" : "; --out DIR writes all of them to DIR/rejected.csv"));
        }
        intake.intakes().stream()
                .filter(slot -> slot.taking() == Intake.Taking.REFUSED)
                .forEach(slot -> out.println(
                        "refused: slot " + slot.reading().slot() + " " + slot.code() + " " + slot.detail()));
        if (folder.isPresent()) {
            Path file = folder.get().resolve("rejected.csv");
            write(rejected, file);
            out.println("The rejected rows: " + file);
        }
    }

    private static void write(List<RowProblem> rejected, Path file) throws IOException {
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(Files.newBufferedWriter(file, UTF_8))) {
            csv.writeRecord("file", "line", "column", "reason");
            rejected.forEach(problem -> csv.writeRecord(
                    problem.source(),
                    Long.toString(problem.line()),
                    problem.column().orElse(""),
                    problem.reason()));
        }
    }
}
