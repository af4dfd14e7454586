package io.storeops.adapter.csv.marketplace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.spi.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The schema of profiles takes every profile that ships, and refuses nothing that the reader takes. */
class ProfileSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(FileProfiles.schema(), InputFormat.JSON);
    private static final List<Json> OTHERS =
            List.of(Json.of("x"), Json.of(""), Json.of(7), Json.of(true), Json.array(List.of()), Json.object(Map.of()));

    private static List<String> problems(Json profile) {
        return SCHEMA.validate(JsonCodec.print(profile), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    private static Optional<String> refusal(Json profile) {
        try {
            ProfileDocument.read("p", profile);
            return Optional.empty();
        } catch (DocumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Json shipped(String name) {
        return JsonCodec.parse(name, Profiles.resource(name + ".json"));
    }

    @Test
    void takesEveryShippedProfileWhichSaysWhereItsFormatIsFrom() {
        for (String name : Profiles.SHIPPED) {
            Json profile = shipped(name);
            assertEquals(List.of(), problems(profile), name);
            assertTrue(((Json.Obj) profile).members().containsKey("source"), name);
        }
    }

    @Test
    void takesTheExamplesOfThePages() throws IOException {
        for (String page : List.of("../docs/csv-profiles.md", "../docs/profiles.md")) {
            Matcher example = Pattern.compile("<!-- example: profile -->\n```json\n(.*?)```", Pattern.DOTALL)
                    .matcher(Files.readString(Path.of(page)));
            int found = 0;
            while (example.find()) {
                assertEquals(List.of(), problems(JsonCodec.parse(page, example.group(1))), page);
                found++;
            }
            assertTrue(found > 0, page);
        }
    }

    @Test
    void refusesNothingThatTheReaderTakes() {
        int refused = 0;
        Set<String> stricter = new TreeSet<>();
        for (String name : Profiles.SHIPPED) {
            for (Json changed : changed(shipped(name))) {
                List<String> problems = problems(changed);
                refused += problems.isEmpty() ? 0 : 1;
                if (!problems.isEmpty() && refusal(changed).isEmpty()) {
                    stricter.add(name + ": " + problems);
                }
            }
        }
        assertEquals(Set.of(), stricter);
        assertTrue(refused > 1_000, () -> "the schema tells too little");
    }

    @Test
    void knowsTheMembersThatTheReaderKnows() {
        for (String name : Profiles.SHIPPED) {
            for (Json unknown : unknown(shipped(name))) {
                if (refusal(unknown)
                        .filter(said -> said.contains("is unknown; known:"))
                        .isPresent()) {
                    assertFalse(problems(unknown).isEmpty(), unknown.canonical());
                }
            }
        }
    }

    /** The value with each of its parts once left out and once replaced by each of the others. */
    private static List<Json> changed(Json value) {
        List<Json> all = new ArrayList<>();
        if (value instanceof Json.Obj object) {
            object.members().forEach((name, member) -> {
                Map<String, Json> without = new TreeMap<>(object.members());
                without.remove(name);
                all.add(Json.object(without));
                for (Json other : OTHERS) {
                    all.add(with(object, name, other));
                }
                changed(member).forEach(part -> all.add(with(object, name, part)));
            });
        } else if (value instanceof Json.Arr array && array.elements().size() < 5) {
            for (int i = 0; i < array.elements().size(); i++) {
                for (Json part : changed(array.elements().get(i))) {
                    List<Json> elements = new ArrayList<>(array.elements());
                    elements.set(i, part);
                    all.add(Json.array(elements));
                }
            }
        }
        return all;
    }

    /** The value with a member that nobody knows in each of its objects. */
    private static List<Json> unknown(Json value) {
        List<Json> all = new ArrayList<>();
        if (value instanceof Json.Obj object) {
            all.add(with(object, "unheardOf", Json.array(List.of(Json.of("x")))));
            object.members()
                    .forEach((name, member) -> unknown(member).forEach(part -> all.add(with(object, name, part))));
        } else if (value instanceof Json.Arr array) {
            for (Json element : array.elements()) {
                unknown(element).forEach(part -> all.add(Json.array(List.of(part))));
            }
        }
        return all;
    }

    private static Json with(Json.Obj object, String name, Json member) {
        Map<String, Json> members = new TreeMap<>(object.members());
        members.put(name, member);
        return Json.object(members);
    }
}
