package io.storeops.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DocumentLawsTest {
    @Provide
    Arbitrary<Document> documents() {
        return Documents.documents();
    }

    @Provide
    Arbitrary<Block.Table> tables() {
        return Documents.tables();
    }

    @Provide
    Arbitrary<String> names() {
        return Documents.names();
    }

    @Property
    void whatIsReadIsWhatWasWritten(@ForAll("documents") Document document) {
        Json written = document.toJson();
        assertEquals(document, Document.fromJson(JsonReader.root("document", written)));
        assertEquals(
                written, Document.fromJson(JsonReader.root("document", written)).toJson());
    }

    /** Every character of Markdown in a name has a backslash in front, and without the backslashes it is the name. */
    @Property
    void noNameIsMarkup(@ForAll("names") String name) {
        String shown = Markdown.body(Document.of(
                Line.of("t"), List.of(new Block.Text(Line.of("x").andName(name).and("x")))));
        String plain = PlainText.body(Document.of(
                Line.of("t"), List.of(new Block.Text(Line.of("x").andName(name).and("x")))));
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            if (c == '\\') {
                read.append(shown.charAt(++i));
            } else {
                assertTrue("`*_{}[]<>()#+-!|@~:&".indexOf(c) < 0, () -> "markup at " + shown);
                read.append(c);
            }
        }
        assertEquals(plain, read.toString());
        assertTrue(!shown.toLowerCase(Locale.ROOT).contains("www."), shown);
    }

    @Property
    void noCellBreaksATable(@ForAll("tables") Block.Table table) {
        List<String> lines =
                Markdown.body(Document.of(Line.of("t"), List.of(table))).lines().toList();
        assertEquals(table.rows().size() + 2, lines.size());
        for (String line : lines) {
            assertEquals(table.columns().size() + 1, bars(line), line);
        }
    }

    /** The bars that are not escaped. */
    private static long bars(String line) {
        long bars = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '|') {
                bars++;
            }
        }
        return bars;
    }

    @Property
    void everyRowOfATableIsOneLineOfPlainText(@ForAll("tables") Block.Table table) {
        assertEquals(
                table.rows().size() + 1,
                PlainText.body(Document.of(Line.of("t"), List.of(table)))
                        .lines()
                        .count());
    }

    @Property
    void titlesAreOneLine(@ForAll("documents") Document document) {
        assertEquals(1, Markdown.title(document).lines().count());
        assertEquals(1, PlainText.title(document).lines().count());
    }
}
