package io.storeops.adapter.excel.reader;

import java.io.IOException;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a workbook's file, each of a bounded size, and how the workbook names them. */
final class BookParts implements AutoCloseable {
    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_PARTS = 10_000;
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    private final ZipFile zip;

    BookParts(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * A relation of the workbook to another part.
     *
     * @param type what the part is
     * @param target its name
     */
    record Relation(String type, String target) {}

    /** The relations by their ids; one to something outside the file is none. */
    Map<String, Relation> relations() throws IOException {
        checkNames();
        Map<String, Relation> relations = new HashMap<>();
        try (PartXml xml = open(RELATIONS)) {
            while (xml.next()) {
                if (xml.starts("Relationship")
                        && xml.attribute("TargetMode")
                                .filter("External"::equals)
                                .isEmpty()) {
                    String target = xml.attribute("Target").orElse("");
                    relations.put(
                            xml.attribute("Id").orElse(""),
                            new Relation(
                                    xml.attribute("Type").orElse(""),
                                    target.startsWith("/") ? target.substring(1) : "xl/" + target));
                }
            }
        }
        return relations;
    }

    /** Readers differ in which of two parts of one name they take. */
    private void checkNames() throws IOException {
        if (zip.size() > MOST_PARTS) {
            throw new IOException("it has " + zip.size() + " parts, and a workbook has " + MOST_PARTS + " at most");
        }
        Set<String> names = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (!names.add(name)) {
                throw new IOException("it has the part " + name + " twice");
            }
        }
    }

    PartXml open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("there is no " + name + " in it");
        }
        return new PartXml(new PartStream(zip.getInputStream(entry), MOST_BYTES));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
