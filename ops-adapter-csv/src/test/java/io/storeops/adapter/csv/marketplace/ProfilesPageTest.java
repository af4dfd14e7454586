package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Marketplace;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page on profiles")
class ProfilesPageTest {
    @TempDir
    private Path folder;

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/csv-profiles.md"), StandardCharsets.UTF_8);
    }

    private static List<String> examples(String kind) throws IOException {
        Matcher example = Pattern.compile("<!-- example: " + kind + " -->\n```json\n(.*?)```", Pattern.DOTALL)
                .matcher(page());
        List<String> examples = new ArrayList<>();
        while (example.find()) {
            examples.add(example.group(1));
        }
        return examples;
    }

    @Test
    void showsProfilesThatAreRead() throws IOException {
        assertEquals(2, examples("profile").size());
        for (String profile : examples("profile")) {
            new Exports(folder)
                    .file("mine.json", profile)
                    .marketplace("any.csv", "mine.json")
                    .close();
        }
    }

    @Test
    void showsSettingsThatOpen() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        ((Json.Obj) JsonCodec.parse("page", examples("marketplace").get(0)))
                .members()
                .forEach((name, value) ->
                        settings.put(name, value instanceof Json.Text text ? text.value() : value.canonical()));
        assertEquals("csv", settings.remove("adapter"));
        try (Marketplace marketplace = new Exports(folder).marketplace(settings)) {
            assertTrue(marketplace.listingEditor().isPresent());
            assertTrue(marketplace.health().isPresent());
        }
    }

    @Test
    void namesEveryShippedProfile() throws IOException {
        String format = Files.readString(Path.of("../docs/profiles.md"), StandardCharsets.UTF_8);
        for (String profile : Profiles.SHIPPED) {
            assertTrue(page().contains("`" + profile + "`"), profile);
            assertTrue(format.contains("`" + profile + "`"), profile);
        }
    }
}
