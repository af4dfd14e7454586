package io.storeops.adapter.html;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** A line through values that follow each other, from 0 upwards unless a value is below. */
final class LineChart {
    private static final double TOP = 26;
    private static final double BELOW = 28;
    private static final double RIGHT = Drawing.WIDTH - 20;
    private static final double CROWDED = 18;
    private static final int MOST_RULES = 5;
    private static final int NARROWEST_AXIS = 3;

    /** How a value is joined to the one before it. */
    enum Joint {
        /** Not: there is a gap, or nothing before. */
        NONE,
        /** By a line. */
        SOLID,
        /** By a dashed line: what lies between is not known. */
        DASHED
    }

    /**
     * A value.
     *
     * @param at its place on the axis, from 0 to 1
     * @param amount the value
     * @param joint how it is joined to the one before
     * @param dotted whether it is a value itself, rather than where the line begins
     */
    record Point(double at, long amount, Joint joint, boolean dotted) {}

    /**
     * A word below the axis, or a mark.
     *
     * @param at its place on the axis, from 0 to 1
     * @param label the word; empty for a mark
     */
    record Tick(double at, String label) {}

    private final Drawing drawing;
    private final double height;
    private final List<Point> points;
    private final Optional<Drawing.Level> level;
    private final LongFunction<String> axis;
    private final long low;
    private final long high;
    private final long step;
    private final double left;

    LineChart(
            Drawing drawing,
            double height,
            List<Point> points,
            Optional<Drawing.Level> level,
            LongFunction<String> axis) {
        this.drawing = drawing;
        this.height = height;
        this.points = List.copyOf(points);
        this.level = level;
        this.axis = axis;
        long most = Math.max(1, level.map(Drawing.Level::amount).orElse(0L));
        long least = Math.min(0, level.map(Drawing.Level::amount).orElse(0L));
        for (Point point : points) {
            most = Math.max(most, point.amount());
            least = Math.min(least, point.amount());
        }
        this.low = least;
        this.high = most;
        this.step = step(most);
        int widest = Math.max(axis.apply(most / step * step).length(), NARROWEST_AXIS);
        this.left = widest * Drawing.DIGIT + 8;
    }

    /** 1, 2 or 5 with zeros, so that at most five lines are drawn. */
    private static long step(long most) {
        long step = 1;
        int[] factors = {2, 5, 10};
        long ten = 1;
        for (int i = 0; most / step > MOST_RULES; i++) {
            step = Math.multiplyExact(ten, factors[i % factors.length]);
            ten = i % factors.length == factors.length - 1 ? step : ten;
        }
        return step;
    }

    private double x(double at) {
        return left + (RIGHT - left) * at;
    }

    private double y(long amount) {
        return height - BELOW - (height - BELOW - TOP) * ((double) amount - low) / ((double) high - low);
    }

    void write(List<Tick> ticks, String last) {
        for (long rule = 0; rule <= high / step; rule++) {
            double y = y(rule * step);
            drawing.line("rule", left, y, RIGHT, y);
            drawing.text("quiet", "end", left - 6, y + 4.5, axis.apply(rule * step));
        }
        ticks.forEach(this::tick);
        level.ifPresent(this::level);
        curve(last);
    }

    private void tick(Tick tick) {
        if (tick.label().isEmpty()) {
            drawing.line("rule", x(tick.at()), y(low), x(tick.at()), y(low) + 4);
            return;
        }
        boolean end = tick.at() >= 1;
        drawing.text("quiet", end ? "end" : "middle", end ? Drawing.WIDTH - 2 : x(tick.at()), height - 6, tick.label());
    }

    private void level(Drawing.Level aim) {
        double y = y(aim.amount());
        drawing.line("aim", left, y, RIGHT, y);
        drawing.text("aimtext halo", "start", left + 6, y - 7, Drawing.cut(aim.label(), RIGHT - left - 6));
    }

    private void curve(String last) {
        Optional<Point> before = Optional.empty();
        for (Point point : points) {
            if (point.joint() != Joint.NONE) {
                before.ifPresent(from -> drawing.line(
                        point.joint() == Joint.DASHED ? "curve dashed" : "curve",
                        x(from.at()),
                        y(from.amount()),
                        x(point.at()),
                        y(point.amount())));
            }
            before = Optional.of(point);
        }
        points.stream().filter(Point::dotted).forEach(point -> drawing.dot(x(point.at()), y(point.amount())));
        before.filter(Point::dotted).ifPresent(end -> {
            double x = x(end.at());
            boolean early = x < (left + RIGHT) / 2;
            double above = Math.max(14, y(end.amount()) - 10);
            boolean crowded = level.map(aim -> Math.abs(y(aim.amount()) - 7 - above) < CROWDED)
                    .orElse(false);
            double y = crowded ? y(end.amount()) + 20 : above;
            drawing.text("strong halo", early ? "start" : "end", early ? x - 4 : x + 8, y, last);
        });
    }
}
