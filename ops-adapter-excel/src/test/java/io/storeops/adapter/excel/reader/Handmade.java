package io.storeops.adapter.excel.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, as nobody's program would write it. */
final class Handmade {
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** What a part holds, written piece by piece. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Map<String, Content> parts = new LinkedHashMap<>();

    private Handmade() {
        with(
                "xl/workbook.xml",
                "<workbook " + MAIN
                        + "><workbookPr/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        with(
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + relation(1, "worksheet", "worksheets/sheet1.xml") + "</Relationships>");
    }

    static Handmade of(String rows) {
        return new Handmade().with("xl/worksheets/sheet1.xml", sheet(rows));
    }

    static String sheet(String rows) {
        return "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + R + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    Handmade with(String name, String content) {
        return with(name, out -> out.write(content.getBytes(UTF_8)));
    }

    Handmade with(String name, Content content) {
        parts.put(name, content);
        return this;
    }

    /** Texts that the cells share. */
    Handmade sharing(Content items) {
        related("sharedStrings", "sharedStrings.xml");
        return with("xl/sharedStrings.xml", out -> {
            out.write(("<sst " + MAIN + ">").getBytes(UTF_8));
            items.writeTo(out);
            out.write("</sst>".getBytes(UTF_8));
        });
    }

    Handmade sharing(String items) {
        return sharing(out -> out.write(items.getBytes(UTF_8)));
    }

    Handmade styled(String styles) {
        related("styles", "styles.xml");
        return with("xl/styles.xml", "<styleSheet " + MAIN + ">" + styles + "</styleSheet>");
    }

    private void related(String type, String target) {
        with(
                "xl/_rels/workbook.xml.rels",
                "<Relationships>" + relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, type, target)
                        + "</Relationships>");
    }

    Path in(Path file) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(zip);
                zip.closeEntry();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
