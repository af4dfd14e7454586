package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.storeops.adapter.csv.file.Dialect;
import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The edge cases that CSV readers are known by, with the outcome that their authors expect. */
class KnownCsvFilesTest {
    private static final String THREE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["foo", "bar", "baz"], "match": "EXACT"},
             "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
             "orders": {"grain": "ORDER", "basis": "PAID",
                        "columns": {"order": "foo", "paidAt": "bar", "gross": "baz"}}}
            """;

    private static final Map<String, String> BAD = new TreeMap<>(Map.of(
            "bad-header-less-fields.csv",
            ":2: the record has 2 of the 3 columns of the header; is the file cut off?",
            "bad-header-more-fields.csv",
            ":2: the record has more than the 3 columns of the header",
            "bad-header-no-header.csv",
            ":1: the file is empty, expected the header 'foo,bar,baz'",
            "bad-header-wrong-header.csv",
            ":1: the header is 'qux,quux,quuz', expected 'foo,bar,baz'",
            "bad-missing-quote.csv",
            ":2: in the record that begins here a field opens with a quote that nothing closes",
            "bad-quotes-with-unescaped-quote.csv",
            ":2: in the record that begins here a character follows a closing quote; a quote inside a quoted field is"
                    + " written twice",
            "bad-unescaped-quote.csv",
            ":2: in the record that begins here a quote stands inside a field that does not begin with one"));

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> refusesEveryBadFileWithFileAndLine() throws IOException {
        Path csv = Exports.shared("data/csv/csv-test-data/csv");
        Path profile = Files.writeString(folder.resolve("strict-three.json"), THREE);
        List<Path> bad = files(csv, "bad-");
        assertEquals(
                new ArrayList<>(BAD.keySet()),
                bad.stream().map(SourceFiles::name).toList());
        return bad.stream()
                .map(file -> dynamicTest(SourceFiles.name(file), () -> {
                    AdapterException fault = assertThrows(
                            AdapterException.class,
                            () -> new Exports(folder).orders(file.toString(), profile.toString()));
                    assertEquals(SourceFiles.name(file) + BAD.get(SourceFiles.name(file)), fault.getMessage());
                    assertEquals(FaultKind.INVALID, fault.kind());
                }));
    }

    @TestFactory
    Stream<DynamicTest> readsEveryGoodFileToItsJson() throws IOException {
        List<Path> good = new ArrayList<>(files(Exports.shared("data/csv/csv-test-data/csv"), ""));
        good.removeIf(file -> SourceFiles.name(file).startsWith("bad-"));
        good.addAll(files(Exports.shared("data/csv/csv-spectrum/csvs"), ""));
        good.removeIf(file -> SourceFiles.name(file).equals("location_coordinates.csv"));
        assertEquals(18 + 11, good.size());
        return good.stream()
                .map(file -> dynamicTest(SourceFiles.name(file), () -> {
                    String json = SourceFiles.name(file).replace(".csv", ".json");
                    Json expected = JsonCodec.read(
                            file.getParent().resolveSibling("json").resolve(json));
                    assertEquals(expected, read(file, hasObjects(expected)));
                }));
    }

    /** Its bare quotes are what bad-unescaped-quote.csv is bad for, and its JSON has another telephone number. */
    @Test
    void refusesTheBareQuotesOfLocationCoordinates() {
        Path file = Exports.shared("data/csv/csv-spectrum/csvs/location_coordinates.csv");
        AdapterException fault = assertThrows(AdapterException.class, () -> read(file, false));
        assertTrue(String.valueOf(fault.getMessage())
                .startsWith("location_coordinates.csv:2: in the record that begins here a quote stands inside"));
    }

    private static List<Path> files(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> SourceFiles.name(file).startsWith(prefix))
                    .sorted(Comparator.comparing(SourceFiles::name))
                    .toList();
        }
    }

    /** The authors write a file as its records, or as objects named by its header; one without rows as neither. */
    private static boolean hasObjects(Json expected) {
        List<Json> elements = ((Json.Arr) expected).elements();
        return elements.isEmpty() || elements.get(0) instanceof Json.Obj;
    }

    private static Json read(Path file, boolean named) {
        List<List<String>> records = new ArrayList<>();
        try (Records reader = Records.open(file, StandardCharsets.UTF_8, Dialect.of(','))) {
            while (reader.next()) {
                records.add(reader.texts());
            }
        }
        if (!named) {
            return Json.array(records.stream().map(KnownCsvFilesTest::array).toList());
        }
        List<Json> objects = new ArrayList<>();
        for (List<String> record : records.subList(1, records.size())) {
            Map<String, Json> members = new TreeMap<>();
            for (int i = 0; i < record.size(); i++) {
                members.put(records.get(0).get(i), Json.of(record.get(i)));
            }
            objects.add(Json.object(members));
        }
        return Json.array(objects);
    }

    private static Json array(List<String> record) {
        return Json.array(record.stream().map(Json::of).toList());
    }
}
