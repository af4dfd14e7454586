package io.storeops.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.storeops.authority.Right;
import io.storeops.figures.Metric;
import io.storeops.id.StoreId;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.position.Roster;
import io.storeops.position.RosterDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterSchemaTest {
    private static final StoreId STORE = StoreId.of("S1");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(DocumentSchema.ROSTER.text(), InputFormat.JSON);
    private static final Json DOCUMENT = JsonCodec.parse("roster.schema.json", DocumentSchema.ROSTER.text());

    private static List<String> problems(Json roster) {
        return SCHEMA.validate(JsonCodec.print(roster), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static Optional<String> refusal(Json roster) {
        try {
            RosterDocument.read("roster.json", roster, STORE);
            return Optional.empty();
        } catch (DocumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Json member(Json object, String name) {
        return ((Json.Obj) object).members().get(name);
    }

    @Test
    void isTheSchemaThatItSaysItIs() {
        assertEquals(Json.of(DocumentSchema.ROSTER.id()), member(DOCUMENT, "$id"));
        assertEquals(Json.of("https://json-schema.org/draft/2020-12/schema"), member(DOCUMENT, "$schema"));
    }

    @Test
    void takesTheDefaultRosterAndWhatTheReaderMakesOfIt() {
        assertEquals(List.of(), problems(DefaultRoster.document()));
        Json written = RosterDocument.write(RosterDocument.read("roster.json", DefaultRoster.document(), STORE));
        assertEquals(List.of(), problems(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario-a", "scenario-c", "scenario-d", "scenario-e"})
    void takesTheScenariosRosters(String scenario) {
        Path file = Path.of(System.getProperty("storeops.shared", "../shared"), scenario, "roster.json");
        assumeTrue(Files.exists(file), "the scenario is not here: " + file);
        Json document = JsonCodec.read(file);
        assertEquals(List.of(), problems(document));
        Roster roster = RosterDocument.read("roster.json", document, STORE);
        Json written = RosterDocument.write(roster);
        assertEquals(List.of(), problems(written));
        assertEquals(roster, RosterDocument.read("roster.json", written, STORE));
    }

    @Test
    void takesARosterOfWhichEveryPartIsFilled() {
        assertEquals(List.of(), problems(BrokenRoster.whole()));
        assertEquals(Optional.empty(), refusal(BrokenRoster.whole()));
    }

    @ParameterizedTest
    @MethodSource({"io.storeops.spi.BrokenRoster#byForm", "io.storeops.spi.BrokenRoster#byMeaning"})
    void refusesWhatTheReaderRefusesAsFarAsASchemaCan(BrokenRoster broken) {
        assertTrue(refusal(broken.roster()).isPresent(), "the reader takes it");
        assertEquals(
                broken.refuser() == BrokenRoster.Refuser.BOTH,
                !problems(broken.roster()).isEmpty(),
                "the schema refuses it");
    }

    /** Where each closed object of the schema stands in a roster. */
    private static Map<String, String> places() {
        Map<String, String> places = new TreeMap<>(Map.of(
                "", "",
                "position.", "position",
                "position.environment.", "environment",
                "slotPlan.", "slotPlan",
                "duties[0].", "duty",
                "channels.MAIL.", "channel",
                "baselines.", "baselines",
                "sla.", "sla",
                "limits[0].", "limit",
                "confidentiality.", "confidentiality"));
        places.putAll(Map.of(
                "confidentiality.SALES.", "dataRule",
                "evidence.", "evidenceLimits",
                "duties[0].cadence.", "cadenceEachBoundary",
                "duties[2].cadence.", "cadenceDaily",
                "duties[3].cadence.", "cadenceDailySweepAndEvent",
                "duties[4].cadence.", "cadenceEvent",
                "duties[5].cadence.", "cadenceOnInstruction",
                "duties[7].cadence.", "cadencePerActivity",
                "duties[11].cadence.", "cadenceWeekly",
                "duties[12].cadence.", "cadencePerTask"));
        places.putAll(Map.of(
                "calendar.", "calendar",
                "calendar.roles.OPERATOR.", "hours",
                "checklist[0].", "checklistLine",
                "massBreaker.", "massBreaker",
                "health[0].", "indicator",
                "activityRules.", "activityRules",
                "noticeChannels.", "noticeChannels",
                "duties[7].checklists.DAILY.", "checklistByPhase"));
        places.putAll(Map.of(
                "detection.", "detection",
                "detection.forecast.", "detectionForecast",
                "detection.orders.", "detectionOrders",
                "detection.drift.", "detectionDrift",
                "detection.refunds.", "detectionRefunds",
                "detection.prices.", "detectionPrices",
                "detection.stockouts.", "detectionStockouts"));
        return places;
    }

    @Test
    void knowsExactlyTheMembersThatTheReaderKnows() {
        places().forEach((place, definition) -> {
            Json odd = BrokenRoster.with(BrokenRoster.whole(), place + "zz", Json.of("?"));
            String message = refusal(odd).orElseThrow();
            String known = message.substring(message.lastIndexOf(": [") + 3, message.length() - 1);
            Json schema = definition.isEmpty() ? DOCUMENT : member(member(DOCUMENT, "$defs"), definition);
            assertEquals(
                    new TreeSet<>(List.of(known.split(", "))),
                    new TreeSet<>(
                            ((Json.Obj) member(schema, "properties")).members().keySet()),
                    message);
        });
        assertEquals(places().size(), closedObjects(DOCUMENT));
    }

    private static int closedObjects(Json schema) {
        if (schema instanceof Json.Arr array) {
            return array.elements().stream()
                    .mapToInt(RosterSchemaTest::closedObjects)
                    .sum();
        }
        if (schema instanceof Json.Obj object) {
            int here = Json.of(false).equals(object.members().get("additionalProperties")) ? 1 : 0;
            return here
                    + object.members().values().stream()
                            .mapToInt(RosterSchemaTest::closedObjects)
                            .sum();
        }
        return 0;
    }

    @Test
    void asksForExactlyTheMembersThatTheReaderAsksFor() {
        places().forEach((place, definition) -> {
            Json schema = definition.isEmpty() ? DOCUMENT : member(member(DOCUMENT, "$defs"), definition);
            for (String name :
                    ((Json.Obj) member(schema, "properties")).members().keySet()) {
                boolean asked = member(schema, "required") instanceof Json.Arr required
                        && required.elements().contains(Json.of(name));
                Json without = BrokenRoster.with(BrokenRoster.whole(), place + name, Json.ofNull());
                boolean refused = refusal(without)
                        .filter(message -> message.contains("the member '" + name + "' is missing"))
                        .isPresent();
                assertEquals(asked, refused, place + name);
            }
        });
    }

    @Test
    void knowsExactlyTheRightsThatTheReaderKnows() {
        Json rights = member(member(member(DOCUMENT, "$defs"), "right"), "enum");
        assertEquals(
                Right.known().stream().map(right -> Json.of(right.toString())).toList(),
                ((Json.Arr) rights).elements());
    }

    @Test
    void knowsExactlyTheMetricsThatAReadingCanHave() {
        Json names = member(member(member(DOCUMENT, "$defs"), "metricSources"), "propertyNames");
        assertEquals(
                Arrays.stream(Metric.values())
                        .map(metric -> Json.of(metric.name()))
                        .toList(),
                ((Json.Arr) member(names, "enum")).elements());
    }
}
