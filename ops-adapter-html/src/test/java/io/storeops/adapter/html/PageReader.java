package io.storeops.adapter.html;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A page read back by a strict XML parser that may fetch nothing. */
final class PageReader {
    private final Document document;

    private PageReader(Document document) {
        this.document = document;
    }

    static PageReader of(String page) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            return new PageReader(builder.parse(new InputSource(new StringReader(page))));
        } catch (Exception e) {
            throw new AssertionError("The page is not well-formed", e);
        }
    }

    List<Element> all(String tag) {
        return all(document.getDocumentElement(), tag, element -> true);
    }

    private static List<Element> all(Element root, String tag, Predicate<Element> which) {
        NodeList nodes = root.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element element = (Element) nodes.item(i);
            if (which.test(element)) {
                found.add(element);
            }
        }
        return found;
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** The text of the only elements of a tag, or of a tag with a class, as in {@code p.big}. */
    String text(String selector) {
        String[] parts = selector.split("\\.", 2);
        StringBuilder text = new StringBuilder();
        all(root(), parts[0], element -> parts.length == 1 || classed(element, parts[1]))
                .forEach(element -> text.append(plain(element)).append('\n'));
        return text.toString().strip();
    }

    static boolean classed(Element element, String style) {
        return List.of(element.getAttribute("class").split(" ")).contains(style);
    }

    static String plain(Node node) {
        return node.getTextContent().replaceAll("\\s+", " ").strip();
    }

    /** The cells of a subject's slots, without the marks beside the values. */
    List<List<String>> slotRows(String subject) {
        return bodyRows(subject, row -> classed(row, "slot") || classed(row, "last"));
    }

    List<List<String>> mergedRows(String subject) {
        return bodyRows(subject, row -> classed(row, "together"));
    }

    List<String> totals(String subject) {
        return cells(all(table(subject), "tfoot", element -> true).get(0));
    }

    private List<List<String>> bodyRows(String subject, Predicate<Element> which) {
        List<List<String>> rows = new ArrayList<>();
        all(table(subject), "tr", which).forEach(row -> rows.add(cells(row)));
        return rows;
    }

    private Element table(String subject) {
        return all(root(), "table", table -> {
                    List<Element> names =
                            all(all(table, "caption", caption -> true).get(0), "bdi", name -> true);
                    return !names.isEmpty() && plain(names.get(0)).equals(subject);
                })
                .get(0);
    }

    private static List<String> cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (Element cell : all(row, "td", element -> true)) {
            cells.add(plain(cell).replaceFirst("^改", ""));
        }
        return cells;
    }

    /** Rows of a table by the id of its caption: heading and cells. */
    List<List<String>> rows(String caption) {
        Element table = all(
                        root(),
                        "table",
                        element -> all(element, "caption", of -> true)
                                .get(0)
                                .getAttribute("id")
                                .equals(caption))
                .get(0);
        List<List<String>> rows = new ArrayList<>();
        for (Element row : all(all(table, "tbody", body -> true).get(0), "tr", any -> true)) {
            List<String> cells =
                    new ArrayList<>(List.of(plain(all(row, "th", any -> true).get(0))));
            cells.addAll(cells(row));
            rows.add(cells);
        }
        return rows;
    }

    /** The releases that were made, as in {@code P07 v1 15:21 LATE}. */
    List<String> releases() {
        return rows("releases").stream()
                .filter(row -> row.get(0).contains(" v"))
                .map(row -> row.get(0) + " " + row.get(3) + " " + timeliness(row.get(4)))
                .toList();
    }

    private static String timeliness(String shown) {
        if (shown.startsWith("✓ 准时 On time")) {
            return "ON_TIME";
        }
        return shown.startsWith("▲ 迟 Late +") ? "LATE" : shown.replace("↻ 更正 Correction", "CORRECTION");
    }
}
