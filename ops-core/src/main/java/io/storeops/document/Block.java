package io.storeops.document;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.Sha256;
import java.util.List;
import java.util.regex.Pattern;

/** A part of a document. Immutable. */
public sealed interface Block permits Block.Heading, Block.Text, Block.Fields, Block.Table, Block.Image, Chart {
    /**
     * A heading: what follows, up to the next one, is its section.
     *
     * @param line the heading
     */
    record Heading(Line line) implements Block {
        /** Checks for null. */
        public Heading {
            requireNonNull(line, "line");
        }
    }

    /**
     * A paragraph.
     *
     * @param line its text
     */
    record Text(Line line) implements Block {
        /** Checks for null. */
        public Text {
            requireNonNull(line, "line");
        }
    }

    /**
     * Labels with a value each, one below the other.
     *
     * @param fields the fields in order, copied
     */
    record Fields(List<Field> fields) implements Block {
        /** Copies the fields. */
        public Fields {
            fields = ImmutableList.copyOf(fields);
        }
    }

    /**
     * A label with its value.
     *
     * @param label what it is
     * @param value the value
     */
    record Field(Line label, Cell value) {
        /** Checks for null. */
        public Field {
            requireNonNull(label, "label");
            requireNonNull(value, "value");
        }
    }

    /**
     * A table.
     *
     * @param columns the columns in order, at least one, copied
     * @param rows the rows in order, copied
     */
    record Table(List<Column> columns, List<Row> rows) implements Block {
        /**
         * Copies the columns and the rows.
         *
         * @throws IllegalArgumentException if there is no column, or a row has more or fewer cells than columns
         */
        public Table {
            columns = ImmutableList.copyOf(columns);
            rows = ImmutableList.copyOf(rows);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("A table has one column or more");
            }
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException("A row has as many cells as the table has columns, which is "
                            + columns.size() + ", not " + row.cells().size());
                }
            }
        }
    }

    /**
     * A column of a table.
     *
     * @param name what stands above it
     * @param align where its cells stand
     */
    record Column(Line name, Align align) {
        /** Checks for null. */
        public Column {
            requireNonNull(name, "name");
            requireNonNull(align, "align");
        }

        /**
         * A column of texts.
         *
         * @param name its name, in the library's own words
         * @return the column, its cells to the left
         */
        public static Column text(String name) {
            return new Column(Line.of(name), Align.LEFT);
        }

        /**
         * A column of numbers.
         *
         * @param name its name, in the library's own words
         * @return the column, its cells to the right
         */
        public static Column number(String name) {
            return new Column(Line.of(name), Align.RIGHT);
        }
    }

    /** Where the cells of a column stand. */
    enum Align {
        /** To the left: texts. */
        LEFT,
        /** To the right: numbers. */
        RIGHT
    }

    /**
     * A row of a table.
     *
     * @param cells the cells in order of the columns, copied
     * @param emphasised whether the row is the one to look at
     */
    record Row(List<Cell> cells, boolean emphasised) {
        /** Copies the cells. */
        public Row {
            cells = ImmutableList.copyOf(cells);
        }

        /**
         * A row like the others.
         *
         * @param cells the cells in order of the columns
         * @return the row
         */
        public static Row of(List<? extends Cell> cells) {
            return new Row(ImmutableList.copyOf(cells), false);
        }
    }

    /**
     * A picture. The document only names the bytes; who renders it asks for them, or shows the words instead.
     *
     * @param sha256 the name of the bytes
     * @param contentType what they are, as in image/png
     * @param alternative what the picture says, for whoever cannot see it; not blank
     */
    record Image(Sha256 sha256, String contentType, Line alternative) implements Block {
        private static final Pattern TYPE = Pattern.compile("image/[a-z0-9][a-z0-9.+-]{0,126}");

        /**
         * Checks the type and the words.
         *
         * @throws IllegalArgumentException if the type is not one of an image, or the alternative is blank
         */
        public Image {
            requireNonNull(sha256, "sha256");
            if (!TYPE.matcher(contentType).matches()) {
                throw new IllegalArgumentException(
                        "'" + contentType + "' is not the type of an image (expected something like image/png)");
            }
            if (alternative.showsNothing()) {
                throw new IllegalArgumentException("An image needs words for those who cannot see it");
            }
        }
    }
}
