package io.storeops.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.storeops.calendar.Slot;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.Figures;
import io.storeops.figures.Intake;
import io.storeops.figures.Metric;
import io.storeops.figures.OrderIntake;
import io.storeops.figures.Quality;
import io.storeops.figures.ReadingVersion;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.DayBook;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Prints a day made of orders: the slots, the totals, and where every row of the file went. */
final class DayPrint {
    private static final int MOST_SHOWN = 20;
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

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
                .row("slot", "from", "to", "orders", "gross", "refunds", "net", "visitors", "conversion", "quality");
        Map<Integer, Quality> qualities = qualities(book);
        for (Slot slot : book.day().slots()) {
            int number = slot.id().number();
            String to = number == book.day().plan().slots() ? "24:00" : shown.time(slot.to());
            table.row(line(
                    Integer.toString(number),
                    shown.time(slot.from()),
                    to,
                    day.slot(number),
                    Optional.ofNullable(qualities.get(number))));
        }
        boolean whole = qualities.size() == book.day().plan().slots();
        boolean actual = whole && !qualities.containsValue(Quality.ESTIMATED);
        table.row(line(
                whole ? "day" : "part",
                "",
                "",
                day.totals(),
                qualities.isEmpty() ? Optional.empty() : Optional.of(actual ? Quality.ACTUAL : Quality.ESTIMATED)));
        table.print(out);
    }

    private static Map<Integer, Quality> qualities(DayBook book) {
        Map<Integer, Quality> qualities = new TreeMap<>();
        for (ReadingVersion version : book.readings()) {
            qualities.put(version.slot().number(), version.reading().quality());
        }
        return qualities;
    }

    private List<String> line(String slot, String from, String to, Figures figures, Optional<Quality> quality) {
        return List.of(
                slot,
                from,
                to,
                shown.value(figures, Metric.ORDERS),
                shown.value(figures, Metric.AMOUNT),
                shown.value(figures, Metric.REFUNDED),
                figures.net().isPresent() ? shown.amount(figures.net().getAsLong()) : Shown.MISSING,
                shown.value(figures, Metric.VISITORS),
                shown.conversion(figures),
                quality.map(word -> word.name().toLowerCase(Locale.ROOT)).orElse(Shown.MISSING));
    }

    /** What is proven and by what, and what is not. */
    void coverage(DayBook book, OrderIntake intake, Optional<Period> stated) {
        Map<Integer, Quality> qualities = qualities(book);
        long estimated =
                qualities.values().stream().filter(Quality.ESTIMATED::equals).count();
        int slots = book.day().plan().slots();
        out.println("Slots proven " + (qualities.size() - estimated) + ", estimated " + estimated + ", missing "
                + (slots - qualities.size()));
        stated.ifPresent(period -> out.println("covered: " + shown(period) + ", as --period states"));
        Period day = new Period(book.day().start(), book.day().end());
        List<OrderIntake.Covered> near =
                intake.covered().stream().filter(covered -> near(covered, day)).toList();
        near.stream().limit(MOST_SHOWN).forEach(covered -> out.println("covered: " + covered(covered)));
        int others = intake.covered().size() - Math.min(near.size(), MOST_SHOWN);
        if (others > 0) {
            out.println("and " + others + " files more" + (near.size() > MOST_SHOWN ? "" : ", which cover other days"));
        }
    }

    private static boolean near(OrderIntake.Covered covered, Period day) {
        return covered.doubted()
                || (covered.stated().isEmpty()
                        && covered.payments()
                                .map(span -> day.overlaps(new Period(
                                        span.earliest(), span.latest().plusNanos(1))))
                                .orElse(true))
                || covered.stated().stream().anyMatch(day::overlaps);
    }

    private String covered(OrderIntake.Covered covered) {
        if (covered.doubted()) {
            return covered.source() + ", nothing: a rejected row without a readable time may belong anywhere";
        }
        if (!covered.stated().isEmpty()) {
            return covered.source() + ", "
                    + String.join(
                            ", ", covered.stated().stream().map(this::shown).toList()) + ", as it states";
        }
        return covered.source()
                + covered.payments()
                        .map(span -> ", " + shown(span.earliest()) + " to " + shown(span.latest())
                                + ", from its earliest to its latest payment"
                                + (span.inOrder()
                                        ? ""
                                        : "; they are not in the order of time, so that no slot without an order is proven"
                                                + " to be empty (--period states what the file has)"))
                        .orElse(", nothing: it has no payment and states no period");
    }

    private String shown(Period period) {
        return shown(period.from()) + " to " + shown(period.to());
    }

    private String shown(Instant instant) {
        return TIME.format(instant.atZone(shown.store().zone()));
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
        try (Writer text = Files.newBufferedWriter(file, UTF_8)) {
            // A spreadsheet reads Chinese only after this mark.
            text.write('\uFEFF');
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
            csv.writeRecord("file", "line", "column", "reason");
            rejected.forEach(problem -> csv.writeRecord(
                    harmless(problem.source()),
                    Long.toString(problem.line()),
                    harmless(problem.column().orElse("")),
                    harmless(problem.reason())));
            csv.flush();
        }
    }

    /** A text that no spreadsheet takes for a formula: it gets an apostrophe in front, as in the store's own files. */
    private static String harmless(String foreign) {
        String text = Harmless.text(foreign);
        String begin = text.stripLeading();
        boolean formula = !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0
                        || (!begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0));
        return formula ? "'" + text : text;
    }
}
