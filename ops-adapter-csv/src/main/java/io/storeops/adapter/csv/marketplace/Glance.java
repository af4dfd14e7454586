package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Dialect;
import io.storeops.adapter.csv.file.FileFaults;
import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.SheetSources;
import io.storeops.failure.AdapterException;
import io.storeops.spi.sheet.SheetFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file shows to one who knows nothing of it.
 *
 * @param sheet whether it is a sheet, which has neither encoding nor delimiter; those of a new profile are said then
 * @param encoding the first encoding in which all of it can be read
 * @param delimiter the character that most often stands between its fields
 * @param headerLine the line of its header, 0 without one
 * @param header the names of its columns
 * @param records how many records stand below the header
 * @param sample the first of those
 */
record Glance(
        boolean sheet,
        Charset encoding,
        char delimiter,
        long headerLine,
        List<String> header,
        long records,
        List<List<String>> sample) {
    private static final int BEGINNING = 1_024;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final Dialect ANY = new Dialect(',', true, true, List.of());
    private static final int NEAR = 10;
    private static final int SAMPLE = 1_000;
    /** What stands in data and in no name of a column. */
    private static final Pattern DATA = Pattern.compile(
            "[-+¥￥$£€]?[\\d.,]*\\d%?|=\".*|.*\\d{6}.*|.*@.*|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}.*|TRUE|FALSE|true|false");

    Glance {
        header = List.copyOf(header);
        sample = List.copyOf(sample);
    }

    /**
     * Looks at a file.
     *
     * @throws AdapterException if none of the encodings has it
     */
    static Glance of(Path file) {
        Optional<SheetFile> sheets = SheetSources.open(file);
        if (sheets.isPresent()) {
            try (SheetFile opened = sheets.get()) {
                return inSheets(opened, file);
            }
        }
        List<AdapterException> faults = new ArrayList<>();
        for (Charset encoding : encodings(file)) {
            try {
                return in(file, encoding);
            } catch (AdapterException e) {
                faults.add(e);
            }
        }
        throw faults.get(0);
    }

    /** The first sheet with a header, or else the first. */
    private static Glance inSheets(SheetFile sheets, Path file) {
        List<Glance> seen = new ArrayList<>();
        for (String sheet : sheets.sheets()) {
            try (Records records = Records.of(file, ANY, sheets.rows(sheet))) {
                seen.add(seen(records, true, StandardCharsets.UTF_8, ','));
            }
        }
        return seen.stream()
                .filter(glance -> !glance.header().isEmpty())
                .findFirst()
                .or(() -> seen.stream().findFirst())
                .orElseThrow(() -> FileFaults.invalid(file, 1, "the file has no sheet; export it anew"));
    }

    /** Two bytes a character have a zero in every second place, as long as those of a table's marks and digits are among them. */
    private static List<Charset> encodings(Path file) {
        byte[] beginning;
        try (InputStream input = Files.newInputStream(file)) {
            beginning = input.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw FileFaults.unreadable(file, e);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < beginning.length; i++) {
            zeros[i % 2] += beginning[i] == 0 ? 1 : 0;
        }
        if (zeros[0] == zeros[1]) {
            return List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
        }
        return List.of(zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static Glance in(Path file, Charset encoding) {
        Optional<Glance> best = Optional.empty();
        List<AdapterException> faults = new ArrayList<>();
        for (char delimiter : DELIMITERS) {
            try {
                Optional<Glance> seen;
                try (Records reader = Records.open(file, encoding, new Dialect(delimiter, true, true, List.of()))) {
                    seen = Optional.of(seen(reader, false, encoding, delimiter));
                }
                if (best.isEmpty() || width(seen) > width(best)) {
                    best = seen;
                }
            } catch (AdapterException e) {
                // Quotes that are right with one delimiter are wrong with another.
                faults.add(e);
            }
        }
        return best.orElseThrow(() -> faults.get(0));
    }

    /** How many columns the header has, or else the widest record. */
    private static int width(Optional<Glance> glance) {
        List<String> header = glance.orElseThrow().header();
        return header.isEmpty()
                ? glance.orElseThrow().sample().stream()
                        .mapToInt(List::size)
                        .max()
                        .orElse(0)
                : header.size() + 1;
    }

    private static Glance seen(Records reader, boolean sheet, Charset encoding, char delimiter) {
        List<List<String>> sample = new ArrayList<>();
        List<String> header = List.of();
        long headerLine = 0;
        long records = 0;
        for (long read = 1; reader.next(); read++) {
            if (header.isEmpty() && read <= NEAR && isHeader(reader.texts())) {
                header = reader.texts().stream().map(String::strip).toList();
                headerLine = reader.line();
                sample.clear();
                records = 0;
            } else {
                records++;
                if (sample.size() < SAMPLE) {
                    sample.add(reader.texts());
                }
            }
        }
        return new Glance(sheet, encoding, delimiter, headerLine, header, records, sample);
    }

    /** Names, each once but for empty ones at the end, and none of them data. */
    private static boolean isHeader(List<String> cells) {
        List<String> names = new ArrayList<>(cells.stream().map(String::strip).toList());
        while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        return names.size() > 1
                && names.stream().noneMatch(String::isEmpty)
                && new HashSet<>(names).size() * 2 > names.size()
                && names.stream().noneMatch(name -> DATA.matcher(name).matches());
    }

    /** The cells of a column that have something in them. */
    List<String> column(int place) {
        return sample.stream()
                .filter(record -> record.size() == header.size())
                .map(record -> record.get(place).strip())
                .filter(cell -> !cell.isEmpty() && !cell.equals("-") && !cell.equals("--"))
                .toList();
    }
}
