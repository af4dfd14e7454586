package io.storeops.document;

import io.storeops.catalog.Money;
import io.storeops.id.Sha256;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.kpi.Ratio;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A document as JSON. A line is a text of the library's own words, or an array of such texts and of names, which are objects
 * with one member; a cell is a number, a line, or an object whose members say what it is. Whole documents are written and read by
 * {@link Document#toJson} and {@link Document#fromJson}; cells and lines that are kept outside of one, here. Stateless.
 */
public final class DocumentJson {
    private static final String TITLE = "title";
    private static final String BLOCKS = "blocks";
    private static final String REPLACES = "replaces";
    private static final String KIND = "kind";
    private static final String LINE = "line";
    private static final String FIELDS = "fields";
    private static final String LABEL = "label";
    private static final String VALUE = "value";
    private static final String COLUMNS = "columns";
    private static final String ROWS = "rows";
    private static final String NAME = "name";
    private static final String ALIGN = "align";
    private static final String CELLS = "cells";
    private static final String EMPHASISED = "emphasised";
    private static final String SHA256 = "sha256";
    private static final String CONTENT_TYPE = "contentType";
    private static final String ALTERNATIVE = "alternative";
    private static final String MINOR = "minor";
    private static final String CURRENCY = "currency";
    private static final String NUMERATOR = "n";
    private static final String DENOMINATOR = "d";
    private static final String DATE = "date";
    private static final String MISSING = "missing";
    private static final String FORM = "form";
    private static final String POINTS = "points";
    private static final String LEVEL = "level";

    private enum Kind {
        HEADING,
        TEXT,
        FIELDS,
        TABLE,
        CHART,
        IMAGE
    }

    private DocumentJson() {}

    static Json write(Document document) {
        Map<String, Json> members = new TreeMap<>();
        members.put(TITLE, line(document.title()));
        members.put(BLOCKS, array(document.blocks(), DocumentJson::block));
        document.replaces().ifPresent(message -> members.put(REPLACES, Json.of(message)));
        return Json.object(members);
    }

    private static Json block(Block block) {
        if (block instanceof Block.Heading heading) {
            return kind(Kind.HEADING, Map.of(LINE, line(heading.line())));
        } else if (block instanceof Block.Text text) {
            return kind(Kind.TEXT, Map.of(LINE, line(text.line())));
        } else if (block instanceof Block.Fields fields) {
            return kind(Kind.FIELDS, Map.of(FIELDS, array(fields.fields(), DocumentJson::field)));
        } else if (block instanceof Block.Table table) {
            return kind(
                    Kind.TABLE,
                    Map.of(
                            COLUMNS,
                            array(table.columns(), DocumentJson::column),
                            ROWS,
                            array(table.rows(), DocumentJson::row)));
        } else if (block instanceof Chart chart) {
            return chart(chart);
        }
        Block.Image image = (Block.Image) block;
        return kind(
                Kind.IMAGE,
                Map.of(
                        SHA256,
                        Json.of(image.sha256().hex()),
                        CONTENT_TYPE,
                        Json.of(image.contentType()),
                        ALTERNATIVE,
                        line(image.alternative())));
    }

    private static Json chart(Chart chart) {
        Map<String, Json> members = new TreeMap<>();
        members.put(TITLE, line(chart.title()));
        members.put(FORM, Json.of(chart.form().name()));
        members.put(POINTS, array(chart.points(), DocumentJson::field));
        chart.level().ifPresent(level -> members.put(LEVEL, field(level)));
        return kind(Kind.CHART, members);
    }

    private static Json field(Block.Field field) {
        return Json.object(Map.of(LABEL, line(field.label()), VALUE, cell(field.value())));
    }

    private static Json kind(Kind kind, Map<String, Json> members) {
        Map<String, Json> all = new TreeMap<>(members);
        all.put(KIND, Json.of(kind.name()));
        return Json.object(all);
    }

    private static Json column(Block.Column column) {
        return Json.object(
                Map.of(NAME, line(column.name()), ALIGN, Json.of(column.align().name())));
    }

    private static Json row(Block.Row row) {
        Json cells = array(row.cells(), DocumentJson::cell);
        return row.emphasised()
                ? Json.object(Map.of(CELLS, cells, EMPHASISED, Json.of(true)))
                : Json.object(Map.of(CELLS, cells));
    }

    /**
     * A value as one to be kept.
     *
     * @param cell the value
     * @return what {@link #readCell} reads
     */
    public static Json cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return line(text.line());
        } else if (cell instanceof Cell.Whole whole) {
            return Json.of(whole.value());
        } else if (cell instanceof Cell.Amount amount) {
            return Json.object(Map.of(
                    MINOR, Json.of(amount.money().minor()),
                    CURRENCY, Json.of(amount.money().currency().getCurrencyCode())));
        } else if (cell instanceof Cell.Share share) {
            return Json.object(Map.of(
                    NUMERATOR, Json.of(share.ratio().n()),
                    DENOMINATOR, Json.of(share.ratio().d())));
        } else if (cell instanceof Cell.Day day) {
            return Json.object(Map.of(DATE, Json.of(day.date().toString())));
        }
        return Json.object(Map.of(MISSING, Json.of(((Cell.Missing) cell).word())));
    }

    /**
     * A line as a value to be kept.
     *
     * @param line the line
     * @return what {@link #readLine} reads
     */
    public static Json line(Line line) {
        List<Line.Part> parts = line.parts();
        return parts.isEmpty() || (parts.size() == 1 && !parts.get(0).name())
                ? Json.of(line.text())
                : array(parts, DocumentJson::part);
    }

    private static Json part(Line.Part part) {
        return part.name() ? Json.object(Map.of(NAME, Json.of(part.text()))) : Json.of(part.text());
    }

    static Document read(JsonReader place) {
        place.onlyMembers(Set.of(TITLE, BLOCKS, REPLACES));
        return checked(
                place,
                () -> new Document(
                        readLine(place.member(TITLE)),
                        each(place, BLOCKS, DocumentJson::readBlock),
                        place.findMember(REPLACES).map(JsonReader::text)));
    }

    private static Block readBlock(JsonReader place) {
        Kind kind = place.member(KIND)
                .as("is not a kind of block (expected HEADING, TEXT, FIELDS, TABLE, CHART or IMAGE)", Kind::valueOf);
        return checked(place, () -> switch (kind) {
            case HEADING -> new Block.Heading(readLine(place.member(LINE)));
            case TEXT -> new Block.Text(readLine(place.member(LINE)));
            case FIELDS -> new Block.Fields(each(place, FIELDS, DocumentJson::readField));
            case TABLE ->
                new Block.Table(
                        each(place, COLUMNS, DocumentJson::readColumn), each(place, ROWS, DocumentJson::readRow));
            case CHART ->
                new Chart(
                        readLine(place.member(TITLE)),
                        place.member(FORM).as("is not a form (expected BARS or LINE)", Chart.Form::valueOf),
                        each(place, POINTS, DocumentJson::readField),
                        place.findMember(LEVEL).map(DocumentJson::readField));
            case IMAGE ->
                new Block.Image(
                        Sha256.parse(place.text(SHA256)),
                        place.text(CONTENT_TYPE),
                        readLine(place.member(ALTERNATIVE)));
        });
    }

    private static Block.Field readField(JsonReader place) {
        return new Block.Field(readLine(place.member(LABEL)), readCell(place.member(VALUE)));
    }

    private static Block.Column readColumn(JsonReader place) {
        return new Block.Column(
                readLine(place.member(NAME)),
                place.member(ALIGN).as("is not an alignment (expected LEFT or RIGHT)", Block.Align::valueOf));
    }

    private static Block.Row readRow(JsonReader place) {
        return new Block.Row(
                each(place, CELLS, DocumentJson::readCell),
                place.findMember(EMPHASISED).map(JsonReader::flag).orElse(false));
    }

    /**
     * Reads what {@link #cell} writes.
     *
     * @param place where the value stands
     * @return the value
     * @throws io.storeops.json.DocumentException if something else stands there, with JSON path, value and rule
     */
    public static Cell readCell(JsonReader place) {
        if (place.value() instanceof Json.Num) {
            return new Cell.Whole(place.number());
        } else if (!(place.value() instanceof Json.Obj)) {
            return new Cell.Text(readLine(place));
        } else if (place.findMember(MISSING).isPresent()) {
            return checked(place, () -> new Cell.Missing(place.text(MISSING)));
        } else if (place.findMember(DATE).isPresent()) {
            return new Cell.Day(
                    place.member(DATE).as("is not a date (expected something like 2024-06-16)", LocalDate::parse));
        } else if (place.findMember(CURRENCY).isPresent()) {
            Currency currency = place.member(CURRENCY)
                    .as("is not a currency (expected ISO 4217, as in CNY)", Currency::getInstance);
            return new Cell.Amount(Money.ofMinor(place.number(MINOR), currency));
        }
        return checked(place, () -> new Cell.Share(Ratio.of(place.number(NUMERATOR), place.number(DENOMINATOR))));
    }

    /**
     * Reads what {@link #line} writes.
     *
     * @param place where the line stands
     * @return the line
     * @throws io.storeops.json.DocumentException if something else stands there, with JSON path, value and rule
     */
    public static Line readLine(JsonReader place) {
        if (place.value() instanceof Json.Text) {
            return checked(place, () -> Line.of(place.text()));
        }
        return checked(
                place,
                () -> new Line(
                        place.elements().stream().map(DocumentJson::readPart).toList()));
    }

    private static Line.Part readPart(JsonReader place) {
        return place.value() instanceof Json.Obj
                ? new Line.Part(place.text(NAME), true)
                : new Line.Part(place.text(), false);
    }

    /** What a constructor refuses is refused with its place. */
    private static <T> T checked(JsonReader place, Supplier<T> value) {
        return place.whole("is not part of a document", value);
    }

    private static <T> List<T> each(JsonReader place, String name, Function<JsonReader, T> element) {
        return place.elements(name).stream().map(element).toList();
    }

    private static <T> Json array(List<T> values, Function<T, Json> element) {
        return Json.array(values.stream().map(element).toList());
    }
}
