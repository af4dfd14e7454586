package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.figures.Metric;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.Adapters;
import io.storeops.spi.JsonCodec;
import io.storeops.spi.MarketplaceProvider;
import io.storeops.spi.several.Aliases;
import io.storeops.spi.several.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/sources.md shows is read as it says. */
class SourcesPageTest {
    private final Adapters adapters = Adapters.discover(SourcesPageTest.class.getClassLoader());

    @TempDir
    private Path folder;

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/sources.md"), UTF_8);
    }

    private static String example(String kind) throws IOException {
        Matcher block = Pattern.compile("<!-- example: " + kind + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(page());
        assertTrue(block.find(), kind);
        return block.group(1);
    }

    private void settings(JsonReader place) {
        MarketplaceProvider provider = adapters.marketplace(place.text("adapter"));
        Map<String, Json> settings = new TreeMap<>(((Json.Obj) place.value()).members());
        settings.remove("adapter");
        AdapterConfig.of(provider.name(), provider.configKeys(), Json.object(settings));
    }

    @Test
    void theSettingsAreThoseOfTheirAdapters() throws IOException {
        JsonReader whole = JsonReader.root("page", JsonCodec.parse("page", example("marketplace")));
        assertEquals("several", whole.text("adapter"));
        settings(whole);
        JsonReader parts = whole.member("parts");
        parts.names().forEach(part -> settings(parts.member(part)));
        whole.member("from").names().forEach(Kind::parse);
    }

    @Test
    void theAliasesAreAFileOfThem() throws IOException {
        assertEquals(
                "ids.csv",
                Aliases.read(Files.writeString(folder.resolve("ids.csv"), example("aliases")))
                        .toString());
    }

    @Test
    void itNamesMetricsThatThereAreAndEveryKind() throws IOException {
        JsonReader sources = JsonReader.root("page", JsonCodec.parse("page", example("metricSources")))
                .member("metricSources");
        sources.names().forEach(Metric::valueOf);
        for (Kind kind : Kind.values()) {
            assertTrue(page().contains("`" + kind.word() + "`"), kind.word());
        }
    }
}
