package io.storeops.adapter.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parts of a workbook's package that drawings need: drawings, charts, pictures, and the relations between them. */
final class DrawnParts {
    /** How a sheet names its drawing; its only relation. */
    static final String ON_SHEET = "<drawing r:id=\"rId1\"/>";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String SHEET = "xl/worksheets/sheet";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<String> drawn = new TreeSet<>();
    private final Set<String> types = new TreeSet<>();
    private int charts;
    private int pictures;

    private DrawnParts() {}

    static DrawnParts of(List<Drawing> drawings) {
        DrawnParts parts = new DrawnParts();
        for (int i = 0; i < drawings.size(); i++) {
            if (!drawings.get(i).items().isEmpty()) {
                parts.sheet(i + 1, drawings.get(i));
            }
        }
        return parts;
    }

    /** Whether a part is a sheet that is drawn on. */
    boolean drawn(String name) {
        return drawn.contains(name);
    }

    /** What has to be added to the types of the package's content. */
    String contentTypes() {
        return String.join("", types);
    }

    /** The parts by name. */
    Map<String, byte[]> files() {
        return ImmutableMap.copyOf(files);
    }

    private void sheet(int number, Drawing drawing) {
        drawn.add(SHEET + number + ".xml");
        String name = "xl/drawings/drawing" + number + ".xml";
        file(name, drawing.part());
        override(name, OFFICE + "drawing+xml");
        file(
                "xl/worksheets/_rels/sheet" + number + ".xml.rels",
                relations(relation(1, "drawing", "../drawings/drawing" + number + ".xml")));
        StringBuilder relations = new StringBuilder();
        int n = 0;
        for (Drawing.Item item : drawing.items()) {
            n++;
            if (item instanceof NativeChart chart) {
                String part = "chart" + ++charts + ".xml";
                file("xl/charts/" + part, chart.part());
                override("xl/charts/" + part, OFFICE + "drawingml.chart+xml");
                relations.append(relation(n, "chart", "../charts/" + part));
            } else if (item instanceof Picture.Shown shown) {
                Picture picture = shown.picture();
                String part = "image" + ++pictures + "." + picture.ending();
                files.put("xl/media/" + part, picture.content().content());
                types.add("<Default Extension=\"" + picture.ending() + "\" ContentType=\""
                        + picture.image().contentType() + "\"/>");
                relations.append(relation(n, "image", "../media/" + part));
            }
        }
        file("xl/drawings/_rels/drawing" + number + ".xml.rels", relations(relations.toString()));
    }

    private void file(String name, String content) {
        files.put(name, content.getBytes(UTF_8));
    }

    private void override(String name, String type) {
        types.add("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>");
    }

    private static String relation(int n, String type, String target) {
        return "<Relationship Id=\"rId" + n + "\" Type=\"" + PackedBook.RELATIONS + "/" + type + "\" Target=\"" + target
                + "\"/>";
    }

    private static String relations(String all) {
        return PackedBook.XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + all + "</Relationships>";
    }
}
