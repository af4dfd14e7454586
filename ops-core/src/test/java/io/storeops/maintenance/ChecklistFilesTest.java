package io.storeops.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistFilesTest {
    @ParameterizedTest
    @CsvSource({
        "text/plain, .txt",
        "text/markdown, .txt",
        "text/html, .html",
        "application/pdf, .pdf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, .xlsx",
        "application/octet-stream, .bin"
    })
    void areNamedByWhatTheRendererMade(String contentType, String ending) {
        assertEquals(ending, ChecklistFiles.suffix(contentType));
    }
}
