package io.storeops.adapter.html;

import io.storeops.catalog.Money;
import io.storeops.document.Block;
import io.storeops.document.Cell;
import io.storeops.document.Chart;
import io.storeops.kpi.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chart of a document. What it shows is said in words too, for those who listen. */
final class ChartFigure {
    private static final double LABELS = 190;
    private static final double LINE_HEIGHT = 240;
    private static final double TICK_GAP = 12;
    private static final double WIDEST_TICK = 110;
    private static final int PERCENT_DECIMALS = 2;

    private final Chart chart;
    private final Words words;
    private final Markup markup;

    ChartFigure(Chart chart, Words words, Markup markup) {
        this.chart = chart;
        this.words = words;
        this.markup = markup;
    }

    void write(String id) {
        Drawing drawing = new Drawing(markup, id);
        markup.open("figure", "class", "card")
                .open("figcaption")
                .line(chart.title())
                .close();
        Optional<Drawing.Level> level =
                chart.level().map(field -> new Drawing.Level(amount(field.value()), label(field)));
        if (chart.form() == Chart.Form.BARS) {
            bars(drawing, level);
        } else {
            line(drawing, level);
        }
        drawing.end();
        markup.close();
    }

    private void begin(Drawing drawing, double height) {
        String description = Stream.concat(chart.points().stream(), chart.level().stream())
                .map(this::label)
                .collect(Collectors.joining(words.next()));
        drawing.begin(height, Markup.plain(chart.title()), description);
    }

    private String label(Block.Field field) {
        return Markup.plain(field.label()) + words.is() + shown(field.value());
    }

    private static String shown(Cell value) {
        return Markup.plain(value.shown());
    }

    private void bars(Drawing drawing, Optional<Drawing.Level> level) {
        double left = Math.min(
                LABELS,
                12
                        + chart.points().stream()
                                .mapToDouble(point -> Drawing.width(Markup.plain(point.label())))
                                .max()
                                .orElse(0));
        List<BarChart.Bar> bars = chart.points().stream()
                .map(point -> new BarChart.Bar(
                        "", Drawing.wrapped(Markup.plain(point.label()), left - 12), false, bar(point.value())))
                .toList();
        BarChart drawn = new BarChart(drawing, left, bars, List.of(), level);
        begin(drawing, drawn.height());
        drawn.write();
    }

    private static BarChart.Value bar(Cell value) {
        return value instanceof Cell.Missing
                ? new BarChart.Value.Missing(shown(value))
                : new BarChart.Value.Known(amount(value), shown(value));
    }

    private void line(Drawing drawing, Optional<Drawing.Level> level) {
        List<LineChart.Point> drawn = new ArrayList<>();
        LineChart.Joint joint = LineChart.Joint.NONE;
        String last = "";
        for (int i = 0; i < chart.points().size(); i++) {
            Cell value = chart.points().get(i).value();
            if (value instanceof Cell.Missing) {
                joint = LineChart.Joint.NONE;
            } else {
                drawn.add(new LineChart.Point(at(i), amount(value), joint, true));
                joint = LineChart.Joint.SOLID;
                last = shown(value);
            }
        }
        begin(drawing, LINE_HEIGHT);
        new LineChart(drawing, LINE_HEIGHT, drawn, level, this::axis).write(ticks(), last);
    }

    private double at(int point) {
        return (point + 0.5) / chart.points().size();
    }

    /** A mark for each value, and as many labels as stand beside each other. */
    private List<LineChart.Tick> ticks() {
        int count = chart.points().size();
        double widest = Math.min(
                WIDEST_TICK,
                chart.points().stream()
                        .mapToDouble(point -> Drawing.width(Markup.plain(point.label())))
                        .max()
                        .orElse(0));
        int every = (int) Math.max(1, Math.ceil(count * (widest + TICK_GAP) / (Drawing.WIDTH * 0.75)));
        List<LineChart.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ticks.add(new LineChart.Tick(at(i), ""));
            if (i % every == 0) {
                String label = Markup.plain(chart.points().get(i).label());
                ticks.add(new LineChart.Tick(at(i), Drawing.cut(label, widest)));
            }
        }
        return ticks;
    }

    /** A value as a whole number: minor units of an amount, hundredths of a percent of a share. */
    private static long amount(Cell value) {
        if (value instanceof Cell.Amount amount) {
            return amount.money().minor();
        } else if (value instanceof Cell.Share share) {
            return hundredths(share.ratio());
        }
        return ((Cell.Whole) value).value();
    }

    /** Where a share is too large for that, its drawing ends at the edge; what is written beside it is exact. */
    private static long hundredths(Ratio ratio) {
        BigDecimal hundredths = ratio.percent().orElse(BigDecimal.ZERO).movePointRight(PERCENT_DECIMALS);
        BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
        return hundredths
                .max(most.negate())
                .min(most)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private String axis(long amount) {
        Cell measure = Stream.concat(chart.points().stream(), chart.level().stream())
                .map(Block.Field::value)
                .filter(value -> !(value instanceof Cell.Missing))
                .findFirst()
                .orElse(new Cell.Whole(0));
        if (measure instanceof Cell.Amount of) {
            return plain(Money.ofMinor(amount, of.money().currency()).major());
        } else if (measure instanceof Cell.Share) {
            return plain(BigDecimal.valueOf(amount, PERCENT_DECIMALS)) + "%";
        }
        return Long.toString(amount);
    }

    /** Without decimals where there are only zeros. */
    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.toPlainString() : number.toPlainString();
    }
}
