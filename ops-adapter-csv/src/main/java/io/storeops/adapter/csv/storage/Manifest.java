package io.storeops.adapter.csv.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the table files hold since the last checkpoint.
 *
 * @param through the number of the last journal frame whose changes are in the table files
 * @param files the table files by name
 */
record Manifest(long through, SortedMap<String, Entry> files) {
    static final String FILE = "_manifest.csv";

    private static final List<String> HEADER = List.of("file", "bytes", "crc32c");
    private static final String FOOTER = "through frame";

    /**
     * The state of a file.
     *
     * @param bytes its length
     * @param crc32c its checksum
     */
    record Entry(long bytes, String crc32c) {
        /** A file that is not there. */
        static final Entry NONE = of(new byte[0]);

        static Entry of(byte[] content) {
            return new Entry(content.length, Checksum.of(content));
        }
    }

    Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Manifest empty() {
        return new Manifest(0, new TreeMap<>());
    }

    byte[] render() {
        StringBuilder out = new StringBuilder(CsvText.BOM).append(CsvText.line(HEADER));
        for (Map.Entry<String, Entry> file : files.entrySet()) {
            out.append(CsvText.line(List.of(
                    file.getKey(),
                    Long.toString(file.getValue().bytes()),
                    file.getValue().crc32c())));
        }
        out.append(FOOTER).append(',').append(through).append(',');
        String crc = Checksum.of(CsvText.utf8(out.toString()));
        return CsvText.utf8(out.append(crc).append("\r\n").toString());
    }

    /**
     * Reads a manifest.
     *
     * @throws DamagedFileException unless the content is exactly what {@link #render} writes for it
     */
    static Manifest parse(byte[] content) {
        List<CsvText.Line> lines = new ArrayList<>();
        CsvText.read(FILE, content, lines::add);
        SortedMap<String, Entry> files = new TreeMap<>();
        long through = -1;
        for (CsvText.Line line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            try {
                List<String> cells = line.cells();
                if (cells.get(0).equals(FOOTER)) {
                    through = Long.parseLong(cells.get(1));
                } else {
                    files.put(cells.get(0), new Entry(Long.parseLong(cells.get(1)), cells.get(2)));
                }
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new DamagedFileException(FILE, line.line(), "the line is damaged: " + line.cells());
            }
        }
        Manifest manifest = new Manifest(through, files);
        byte[] exact = manifest.render();
        int difference = Arrays.mismatch(exact, content);
        if (difference >= 0) {
            throw new DamagedFileException(
                    FILE,
                    1 + CsvText.lineEnds(content, 0, Math.min(difference, content.length)),
                    "the manifest does not match its own checksum");
        }
        return manifest;
    }
}
