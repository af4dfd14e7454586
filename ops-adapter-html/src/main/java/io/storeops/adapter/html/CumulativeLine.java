package io.storeops.adapter.html;

import io.storeops.calendar.BusinessDay;
import io.storeops.catalog.SalesTarget;
import io.storeops.figures.MergedSpan;
import io.storeops.figures.Metric;
import io.storeops.figures.SubjectDay;
import io.storeops.reporting.Attainment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The store's paid amount as it grew, over real time, against the target of the day. It ends with the last boundary of
 * which the sum is known; over a missed reading it is dashed.
 */
final class CumulativeLine {
    private static final double ROW = 26;
    private static final int HOURS = 24;
    private static final int HOURS_BETWEEN_WORDS = 6;

    private final Optional<Attainment> attainment;
    private final Notation notation;
    private final Markup markup;
    private final Drawing drawing;

    CumulativeLine(Optional<Attainment> attainment, Notation notation, Markup markup) {
        this.attainment = attainment;
        this.notation = notation;
        this.markup = markup;
        this.drawing = new Drawing(markup, "line");
    }

    /** What had been paid when a slot closed; bridged if the readings before it were missed. */
    record Point(int slot, long minor, boolean bridged) {}

    static List<Point> points(SubjectDay day) {
        List<Point> points = new ArrayList<>();
        long sum = 0;
        int slot = 1;
        while (slot <= day.slots().size()) {
            int first = slot;
            Optional<MergedSpan> span = day.merged().stream()
                    .filter(merged -> merged.metric() == Metric.AMOUNT && merged.first() == first)
                    .findFirst();
            if (span.isEmpty() && !day.slot(slot).has(Metric.AMOUNT)) {
                return points;
            }
            long step =
                    span.map(MergedSpan::value).orElseGet(() -> day.slot(first).get(Metric.AMOUNT));
            slot = span.map(MergedSpan::last).orElse(slot);
            sum = Math.addExact(sum, step);
            points.add(new Point(slot, sum, span.isPresent()));
            slot++;
        }
        return points;
    }

    void write(SubjectDay day) {
        List<Point> points = points(day);
        LocalDate date = notation.day().date();
        Optional<SalesTarget> aim = attainment
                .map(Attainment::target)
                .filter(target -> target.from().equals(date) && target.to().equals(date));
        LineChart chart = new LineChart(
                drawing,
                day.slots().size() * ROW + 4,
                drawn(points),
                aim.map(target -> new Drawing.Level(
                        target.amountMinor(), Phrase.AIM.chinese() + " " + notation.money(target.amountMinor()))),
                notation::roundMoney);
        markup.open("div", "class", "card")
                .open("h2")
                .say(Phrase.CUMULATIVE)
                .leaf("span", notation.currency(), "class", "unit")
                .close();
        drawing.begin(day.slots().size() * ROW + 4, Phrase.CUMULATIVE.both(), description(points, aim));
        chart.write(
                ticks(),
                points.isEmpty()
                        ? ""
                        : notation.money(points.get(points.size() - 1).minor()));
        drawing.end();
        if (attainment.isPresent() && aim.isEmpty()) {
            markup.say("p", Phrase.OTHER_PERIOD, "class", "note");
        }
        markup.close();
    }

    /** From nothing at the beginning of the day. */
    private List<LineChart.Point> drawn(List<Point> points) {
        List<LineChart.Point> drawn = new ArrayList<>();
        drawn.add(new LineChart.Point(0, 0, LineChart.Joint.NONE, false));
        for (Point point : points) {
            drawn.add(new LineChart.Point(
                    at(notation.day().closes(point.slot())),
                    point.minor(),
                    point.bridged() ? LineChart.Joint.DASHED : LineChart.Joint.SOLID,
                    true));
        }
        return drawn;
    }

    private double at(Instant instant) {
        BusinessDay day = notation.day();
        double whole = day.end().toEpochMilli() - day.start().toEpochMilli();
        return (instant.toEpochMilli() - day.start().toEpochMilli()) / whole;
    }

    /** A mark for each boundary, and the time of every sixth hour. */
    private List<LineChart.Tick> ticks() {
        BusinessDay day = notation.day();
        List<LineChart.Tick> ticks = new ArrayList<>();
        for (int number = 1; number <= day.plan().slots(); number++) {
            ticks.add(new LineChart.Tick(at(day.closes(number)), ""));
        }
        for (int hour = 0; hour < HOURS; hour += HOURS_BETWEEN_WORDS) {
            Instant instant = day.date().atTime(hour, 0).atZone(day.zone()).toInstant();
            ticks.add(new LineChart.Tick(at(instant), String.format(Locale.ROOT, "%02d:00", hour)));
        }
        ticks.add(new LineChart.Tick(1, "24:00"));
        return ticks;
    }

    private String description(List<Point> points, Optional<SalesTarget> aim) {
        StringBuilder text = new StringBuilder();
        aim.ifPresent(target -> text.append(Phrase.AIM.both() + " " + notation.money(target.amountMinor()) + "; "));
        for (Point point : points) {
            String times = notation.slotTimes(point.slot());
            text.append(times.substring(times.indexOf('–') + 1) + " " + notation.money(point.minor()) + "; ");
        }
        return text.toString().strip();
    }
}
