package io.storeops.adapter.jdbc.marketplace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceDocumentTest {
    private static Json example(String kind) throws IOException {
        String page = Files.readString(Path.of("../docs/sql-marketplace.md"), UTF_8);
        Matcher block = Pattern.compile("<!-- example: " + kind + " -->\n```json\n(.*?)```", Pattern.DOTALL)
                .matcher(page);
        assertTrue(block.find(), kind);
        return JsonCodec.parse(kind, block.group(1));
    }

    @Test
    void theDocumentOfThePageIsOneAndHasEveryFeed() throws IOException {
        Source source = SourceDocument.read("page", example("document"));
        assertEquals(Feed.values().length, source.queries().size());
    }

    @Test
    void theSettingsOfThePageAreSettings() throws IOException {
        Map<String, Json> settings = new TreeMap<>(((Json.Obj) example("marketplace")).members());
        settings.remove("adapter");
        AdapterConfig.of("jdbc", new JdbcMarketplaceProvider().configKeys(), Json.object(settings));
    }

    static List<String> shipped() {
        return Configurations.SHIPPED;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatShipsIsRead(String name) {
        Source source = SourceDocument.read(name, JsonCodec.parse(name, Configurations.shipped(name)));
        assertTrue(source.orders().isPresent());
    }

    /** Each takes one thing away from the document of the page, or turns it into another. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"amounts\":\"MINOR\",|''|the member 'amounts' is missing",
                "\"basis\":\"PAID\",|''|the member 'basis' is missing",
                "\"PAID\"|\"ORDERED\"|is none of [PAID]",
                "\"covers\":\"REQUEST\",|''|the member 'covers' is missing",
                "paid_time < :localTo|paid_time < 0|but it has not both :from (or :localFrom) and :to (or :localTo)",
                "\"gross\":\"total_fen\",|''|the member 'gross' is missing",
                "\"gross\"|\"total\"|the member 'total' is unknown",
                "\"zone\":\"Asia/Shanghai\"|\"zone\":\"Asia/Peking\"|is not a time zone",
                "[\"shop\"]|[\"store\"]|is not the name of a parameter",
                "[\"0\",\"9\"]|[\"0\",\"2\"]|has no word, or one that means two things",
                "\"quality\":\"ACTUAL\",|''|says how sure the figures are in no way or in two",
                ",\"subjectKind\":\"ITEM\"|''|says of whom the rows are in no way or in two",
                " AND seen <= :localTo|''|would give the same figures at every boundary",
                "\"uv\"}|\"uv\"},\"amounts\":\"MINOR\"|says in what amounts are written, and no column has one",
                ",\"value\":\"score\"|''|is no figure",
                "\"health\"|\"wealth\"|the member 'wealth' is unknown"
            })
    void whatIsNotSaidOrSaidTwiceIsRefused(String part, String other, String refusal) throws IOException {
        String text = example("document").canonical();
        assertTrue(text.contains(part), () -> part + " is not in " + text);
        String changed = text.replace(part, other.equals("''") ? "" : other);
        Json document = JsonCodec.parse("changed", changed);
        DocumentException failure =
                assertThrows(DocumentException.class, () -> SourceDocument.read("changed", document), changed);
        assertTrue(failure.getMessage().contains(refusal), failure.getMessage());
    }
}
