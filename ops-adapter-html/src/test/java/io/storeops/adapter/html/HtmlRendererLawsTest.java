package io.storeops.adapter.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.document.Block;
import io.storeops.document.Chart;
import io.storeops.document.Document;
import io.storeops.document.Documents;
import io.storeops.document.Line;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** Whatever a document says, as HTML5 and as XML. */
final class HtmlRendererLawsTest {
    @Provide
    Arbitrary<Document> documents() {
        return Documents.documents();
    }

    private static String page(Document document) {
        return new String(
                new HtmlRenderer()
                        .render(document, Locale.ENGLISH, sha256 -> Optional.empty())
                        .content(),
                UTF_8);
    }

    @Property(tries = 400)
    void everyTextStandsInThePageInItsOrder(@ForAll("documents") Document document) {
        String shown = shown(Jsoup.parse(page(document)).body());
        int at = 0;
        for (String text : texts(document)) {
            int found = shown.indexOf(text, at);
            assertTrue(found >= 0, () -> "'" + text + "' is missing or out of order in\n" + shown);
            at = found + text.length();
        }
    }

    @Property(tries = 400)
    void noNameIsMarkup(@ForAll("documents") Document document) {
        Json tame = tamed(document.toJson());
        assertEquals(elements(page(Document.fromJson(JsonReader.root("tame", tame)))), elements(page(document)));
    }

    @Property(tries = 400)
    void everyPageIsWellFormedXmlWithoutAnythingThatRunsOrLoads(@ForAll("documents") Document document) {
        String page = page(document);
        assertEquals(page, page(document));
        for (org.w3c.dom.Element element : PageReader.of(page).all("*")) {
            assertTrue(!List.of("script", "a", "img", "link", "iframe").contains(element.getTagName()));
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                String name = element.getAttributes().item(i).getNodeName();
                assertTrue(!name.startsWith("on") && !List.of("href", "src").contains(name), name);
            }
        }
    }

    /** Every text of an element, one after the other, without white space. */
    private static String shown(Element body) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode words) {
                        text.append(words.getWholeText());
                    }
                },
                body);
        return bare(text.toString());
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u0085\\u2028\\u2029]+", "");
    }

    private static List<String> texts(Document document) {
        List<Line> lines = new ArrayList<>(List.of(document.title()));
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                lines.add(heading.line());
            } else if (block instanceof Block.Text text) {
                lines.add(text.line());
            } else if (block instanceof Block.Fields fields) {
                fields.fields().forEach(field -> addAll(lines, field));
            } else if (block instanceof Block.Table table) {
                table.columns().forEach(column -> lines.add(column.name()));
                table.rows().forEach(row -> row.cells().forEach(cell -> lines.add(cell.shown())));
            } else if (block instanceof Chart chart) {
                lines.add(chart.title());
                chart.points().forEach(point -> addAll(lines, point));
                chart.level().ifPresent(level -> addAll(lines, level));
            } else if (block instanceof Block.Image image) {
                lines.add(image.alternative());
            }
        }
        return lines.stream()
                // What turns the direction of writing is a space (and spaces are not compared).
                .map(line -> bare(line.text().replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")))
                .toList();
    }

    private static void addAll(List<Line> lines, Block.Field field) {
        lines.add(field.label());
        lines.add(field.value().shown());
    }

    /** The same with harmless names: a letter each, or a space where nothing shows. */
    private static Json tamed(Json json) {
        if (json instanceof Json.Obj object) {
            if (object.members().keySet().equals(Set.of("name"))) {
                String name = ((Json.Text) object.members().get("name")).value();
                boolean blank = bare(name.replaceAll("[\\u202A-\\u202E]", "")).isEmpty();
                return Json.object(Map.of("name", Json.of(blank ? " " : "n")));
            }
            Map<String, Json> members = new TreeMap<>();
            object.members().forEach((name, member) -> members.put(name, tamed(member)));
            return Json.object(members);
        } else if (json instanceof Json.Arr array) {
            return Json.array(
                    array.elements().stream().map(HtmlRendererLawsTest::tamed).toList());
        }
        return json;
    }

    /** The elements in order, but for those of drawings, which follow the length of what they say. */
    private static List<String> elements(String page) {
        List<String> elements = new ArrayList<>();
        for (Node node : Jsoup.parse(page).select("*:not(svg *)")) {
            elements.add(node.nodeName());
        }
        return elements;
    }
}
