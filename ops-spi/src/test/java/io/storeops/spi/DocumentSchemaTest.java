package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.storeops.enrolment.EnrolmentDocument;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentSchemaTest {
    /** A catalogue or a configuration as docs/files.md shows it. */
    private static Json example(String file) {
        try {
            String page = Files.readString(Path.of("../docs/files.md"), StandardCharsets.UTF_8);
            int start =
                    page.indexOf("```json\n", page.indexOf("<!-- example: " + file + " -->")) + "```json\n".length();
            return JsonCodec.parse(file, page.substring(start, page.indexOf("```", start)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> problems(DocumentSchema schema, Json document) {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.text(), InputFormat.JSON);
        return compiled.validate(JsonCodec.print(document), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static String refusal(Json catalogue) {
        return assertThrows(
                        DocumentException.class,
                        () -> EnrolmentDocument.read(
                                "catalog.json", catalogue, DefaultRoster.NAME, DefaultRoster.document()))
                .getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void isTheSchemaThatItSaysItIs(DocumentSchema schema) {
        Json document = JsonCodec.parse("schema", schema.text());
        assertEquals(Json.of(schema.id()), ((Json.Obj) document).members().get("$id"));
    }

    @Test
    void takesTheExamplesOfTheDocumentation() {
        assertEquals(List.of(), problems(DocumentSchema.CONFIGURATION, example("storeops.json")));
        assertEquals(List.of(), problems(DocumentSchema.CATALOGUE, example("catalog.json")));
        assertEquals(
                2,
                EnrolmentDocument.read(
                                "catalog.json", example("catalog.json"), DefaultRoster.NAME, DefaultRoster.document())
                        .items()
                        .size());
    }

    /** The members of each object of a catalogue: what the reader names as known is what the schema has. */
    @ParameterizedTest
    @CsvSource({
        "$, ''",
        "$.store, store",
        "$.items[0], item",
        "$.items[0].skus[0], sku",
        "$.competitors[0], competitor",
        "$.targets[0], target",
        "$.people[0], person",
        "$.people[0].assignments[0], assignment",
        "$.deputies[0], deputy"
    })
    void refusesAnUnknownMemberOfACatalogueWithItsPathAsTheReaderDoes(String place, String definition) {
        Json odd = BrokenRoster.with(example("catalog.json"), (place + ".itmes").substring(2), Json.of("?"));
        String message = refusal(odd);
        assertTrue(message.startsWith("catalog.json " + place + ": the member 'itmes' is unknown; known: ["), message);
        assertNotEquals(List.of(), problems(DocumentSchema.CATALOGUE, odd));
        Json.Obj schema = (Json.Obj) JsonCodec.parse("schema", DocumentSchema.CATALOGUE.text());
        Json.Obj object = definition.isEmpty()
                ? schema
                : (Json.Obj)
                        ((Json.Obj) schema.members().get("$defs")).members().get(definition);
        String known = message.substring(message.lastIndexOf(" [") + 2, message.length() - 1);
        assertEquals(
                new TreeSet<>(List.of(known.split(", "))),
                new TreeSet<>(((Json.Obj) object.members().get("properties"))
                        .members()
                        .keySet()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people[0].assignments[0].role|OPERATER
            people[2].assignments[1].role|OPERATER
            deputies[0].role|OPERATER
            """)
    void aRoleThatTheRosterDoesNotKnowIsRefusedWhereItStands(String place, String role) {
        String message = refusal(BrokenRoster.with(example("catalog.json"), place, Json.of(role)));
        assertTrue(
                message.startsWith(
                        "catalog.json $." + place + ": \"OPERATER\" is not a role of the roster; roles: [DEPARTMENT, "),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stroage", "stores[0].zz", "releases.zz"})
    void refusesAnUnknownMemberOfAConfiguration(String place) {
        Json odd = BrokenRoster.with(example("storeops.json"), place, Json.of("?"));
        assertNotEquals(List.of(), problems(DocumentSchema.CONFIGURATION, odd));
    }

    @ParameterizedTest
    @CsvSource({"channels.DATA_GROUP.unknown, MAYBE", "releases.language, FRENCH", "releases.anchor, yes"})
    void refusesAnUnknownWordOfAConfiguration(String place, String word) {
        Json odd = BrokenRoster.with(example("storeops.json"), place, Json.of(word));
        assertNotEquals(List.of(), problems(DocumentSchema.CONFIGURATION, odd));
    }
}
