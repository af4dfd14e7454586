package io.storeops.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Rosters that break one rule, each as a path, the value that breaks it there, and the full message. */
final class BrokenRoster {
    static final Json WHOLE = RosterDocument.write(RosterFixture.whole());
    static final String ROLES = "[INDIRECT_SUPERIOR, OPERATOR, ROTATION_DATA, STORE_MANAGER]";
    static final String DEPARTMENTS = "[PRE_SALES, CUSTOMER_SERVICE, QC]";
    static final String CHANNELS = "[DATA_GROUP, MAIL, WORK_GROUP]";

    static Arguments row(String path, Json value, String message) {
        return Arguments.of(path, value, "roster.json " + message);
    }

    static Arguments row(String path, String value, String message) {
        return row(path, Json.of(value), message);
    }

    static Json texts(String... texts) {
        return Json.array(Stream.of(texts).map(Json::of).toList());
    }

    private BrokenRoster() {}

    static void refuses(String path, Json value, String message) {
        Json broken = RosterFixture.with(WHOLE, path, value);
        DocumentException refused = assertThrows(
                DocumentException.class, () -> RosterDocument.read("roster.json", broken, StoreFixture.STORE));
        assertEquals(message, refused.getMessage());
    }
}
