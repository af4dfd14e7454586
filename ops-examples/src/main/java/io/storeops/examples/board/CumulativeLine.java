package io.storeops.examples.board;

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
import java.util.Optional;

/**
 * The store's paid amount as it grew, over real time, against the target of the day. It ends with the last boundary of
 * which the sum is known; over a missed reading it is dashed.
 */
final class CumulativeLine {
    private static final double TOP = 26;
    private static final double BELOW = 28;
    private static final double RIGHT = Drawing.WIDTH - 20;

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
        Frame frame = frame(points, aim, SlotBars.height(day.slots().size()));
        markup.open("div", "class", "card")
                .open("h2")
                .say(Phrase.CUMULATIVE)
                .leaf("span", notation.currency(), "class", "unit")
                .close();
        drawing.begin(frame.height(), Phrase.CUMULATIVE.both(), description(points, aim));
        axes(frame);
        aim.ifPresent(target -> aim(frame, target));
        curve(frame, points);
        drawing.end();
        if (attainment.isPresent() && aim.isEmpty()) {
            markup.say("p", Phrase.OTHER_PERIOD, "class", "note");
        }
        markup.close();
    }

    private record Frame(BusinessDay day, long low, long high, long step, double left, double height) {
        double x(Instant instant) {
            double whole = day.end().toEpochMilli() - day.start().toEpochMilli();
            return left + (RIGHT - left) * (instant.toEpochMilli() - day.start().toEpochMilli()) / whole;
        }

        double y(long minor) {
            return height - BELOW - (height - BELOW - TOP) * ((double) minor - low) / ((double) high - low);
        }
    }

    private Frame frame(List<Point> points, Optional<SalesTarget> aim, double height) {
        long most = Math.max(1, aim.map(SalesTarget::amountMinor).orElse(0L));
        long least = 0;
        for (Point point : points) {
            most = Math.max(most, point.minor());
            least = Math.min(least, point.minor());
        }
        long step = step(most);
        int widest = Math.max(notation.roundMoney(most / step * step).length(), 3);
        return new Frame(notation.day(), least, most, step, widest * Drawing.DIGIT + 8, height);
    }

    /** 1, 2 or 5 with zeros, so that at most five lines are drawn. */
    private static long step(long most) {
        long step = 1;
        int[] factors = {2, 5, 10};
        long ten = 1;
        for (int i = 0; most / step > 5; i++) {
            step = Math.multiplyExact(ten, factors[i % factors.length]);
            ten = i % factors.length == factors.length - 1 ? step : ten;
        }
        return step;
    }

    private void axes(Frame frame) {
        for (long tick = 0; tick <= frame.high() / frame.step(); tick++) {
            double y = frame.y(tick * frame.step());
            drawing.line("rule", frame.left(), y, RIGHT, y);
            drawing.text("quiet", "end", frame.left() - 6, y + 4.5, notation.roundMoney(tick * frame.step()));
        }
        double base = frame.y(frame.low());
        for (int number = 1; number <= frame.day().plan().slots(); number++) {
            double x = frame.x(frame.day().closes(number));
            drawing.line("rule", x, base, x, base + 4);
        }
        for (int hour = 0; hour <= 24; hour += 6) {
            Instant at = hour == 24
                    ? frame.day().end()
                    : frame.day()
                            .date()
                            .atTime(hour, 0)
                            .atZone(frame.day().zone())
                            .toInstant();
            String anchor = hour == 24 ? "end" : "middle";
            drawing.text(
                    "quiet",
                    anchor,
                    hour == 24 ? Drawing.WIDTH - 2 : frame.x(at),
                    frame.height() - 6,
                    hour < 10 ? "0" + hour + ":00" : hour + ":00");
        }
    }

    private void aim(Frame frame, SalesTarget target) {
        double y = frame.y(target.amountMinor());
        drawing.line("aim", frame.left(), y, RIGHT, y);
        String label = Phrase.AIM.chinese() + " " + notation.money(target.amountMinor());
        drawing.text("aimtext halo", "start", frame.left() + 6, y - 7, label);
    }

    private void curve(Frame frame, List<Point> points) {
        double x = frame.x(frame.day().start());
        double y = frame.y(0);
        for (Point point : points) {
            double toX = frame.x(frame.day().closes(point.slot()));
            double toY = frame.y(point.minor());
            drawing.line(point.bridged() ? "curve dashed" : "curve", x, y, toX, toY);
            x = toX;
            y = toY;
        }
        points.forEach(point -> drawing.dot(frame.x(frame.day().closes(point.slot())), frame.y(point.minor())));
        if (!points.isEmpty()) {
            long last = points.get(points.size() - 1).minor();
            boolean early = x < (frame.left() + RIGHT) / 2;
            drawing.text(
                    "strong halo",
                    early ? "start" : "end",
                    early ? x - 4 : x + 8,
                    Math.max(14, y - 10),
                    notation.money(last));
        }
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
