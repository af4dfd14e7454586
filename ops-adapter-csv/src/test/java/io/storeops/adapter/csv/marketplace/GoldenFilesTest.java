package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A file of each shipped profile in each of its encodings: every record is what was written down by hand, or refused by the column that was named. */
class GoldenFilesTest {
    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> areReadRecordByRecord() {
        return Golden.all().stream()
                .flatMap(golden -> golden.encoded().entrySet().stream()
                        .map(encoded -> dynamicTest(
                                golden.profileName() + " in " + encoded.getKey(),
                                () -> golden.requireExpected(folder, encoded.getValue()))))
                .toList();
    }

    /** The same profile reads the same rows from a sheet, which stands behind one of notes. */
    @TestFactory
    List<DynamicTest> areReadFromSheetsToo() {
        return Golden.all().stream()
                .map(golden -> dynamicTest(
                        golden.profileName(),
                        () -> golden.requireExpected(
                                folder, TextSheets.file(golden.profile().delimiter(), golden.text()))))
                .toList();
    }
}
