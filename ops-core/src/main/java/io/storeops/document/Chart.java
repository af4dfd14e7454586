package io.storeops.document;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values that are compared, to be drawn. A rendering without pictures shows {@link #table} instead. Immutable.
 *
 * @param title what is shown; not blank
 * @param form how it is drawn
 * @param points the values in order, one or more, all of one measure: whole numbers, shares, or amounts of one currency; a
 *     {@link Cell.Missing} one is a gap, never 0 (R26). Copied
 * @param level what the values are compared with, as a target, of the same measure and not missing; empty if with nothing
 */
public record Chart(Line title, Form form, List<Block.Field> points, Optional<Block.Field> level) implements Block {
    /** How a chart is drawn. */
    public enum Form {
        /** A bar each: things beside one another. */
        BARS,
        /** One line through all of them: days or slots that follow one another. */
        LINE
    }

    /**
     * Checks and copies the points.
     *
     * @throws IllegalArgumentException if the title is blank, there is no point, a value cannot be drawn, or the values are not of one
     *     measure
     */
    public Chart {
        requireNonNull(form, "form");
        points = ImmutableList.copyOf(points);
        if (title.showsNothing()) {
            throw new IllegalArgumentException("A chart needs a title");
        }
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A chart has one value or more");
        }
        List<Block.Field> drawn = new ArrayList<>();
        points.stream()
                .filter(point -> !(point.value() instanceof Cell.Missing))
                .forEach(drawn::add);
        level.ifPresent(drawn::add);
        for (Block.Field field : drawn) {
            String measure = measure(field);
            String first = measure(drawn.get(0));
            if (!measure.equals(first)) {
                throw new IllegalArgumentException("A chart has values of one measure: '"
                        + drawn.get(0).label() + "' is " + first + " and '" + field.label() + "' is " + measure);
            }
        }
    }

    private static String measure(Block.Field field) {
        if (field.value() instanceof Cell.Whole) {
            return "a whole number";
        } else if (field.value() instanceof Cell.Amount amount) {
            return "an amount of " + amount.money().currency().getCurrencyCode();
        } else if (field.value() instanceof Cell.Share) {
            return "a share";
        }
        throw new IllegalArgumentException("'" + field.label() + "' cannot be drawn: " + field.value()
                + " (expected a whole number, an amount or a share)");
    }

    /**
     * The chart for those who read it.
     *
     * @return the title above the labels, the values beside them, and the level in the last row
     */
    public Block.Table table() {
        ImmutableList.Builder<Block.Row> rows = ImmutableList.builder();
        points.forEach(point -> rows.add(row(point)));
        level.ifPresent(point -> rows.add(row(point)));
        return new Block.Table(
                List.of(new Block.Column(title, Block.Align.LEFT), new Block.Column(Line.EMPTY, Block.Align.RIGHT)),
                rows.build());
    }

    private static Block.Row row(Block.Field field) {
        return Block.Row.of(List.of(Cell.of(field.label()), field.value()));
    }
}
