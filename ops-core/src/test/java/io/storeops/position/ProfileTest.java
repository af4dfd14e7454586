package io.storeops.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.storeops.json.Json;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** R16: the requirements on the holder are stored and shown; no rule reads age or sex. */
class ProfileTest {
    private static Roster with(Json.Obj profile) {
        return RosterFixture.with(RosterFixture.whole(), "position", RosterFixture.position(profile));
    }

    private static List<String> differences(Record one, Record other) throws ReflectiveOperationException {
        List<String> differences = new ArrayList<>();
        for (RecordComponent part : one.getClass().getRecordComponents()) {
            if (!part.getAccessor().invoke(one).equals(part.getAccessor().invoke(other))) {
                differences.add(part.getName());
            }
        }
        return differences;
    }

    @Test
    void rostersThatDifferInItDifferInNothingThatARuleIsGiven() throws ReflectiveOperationException {
        Roster young = with(Json.object(Map.of("age", Json.of("22-26"), "sex", Json.of("any"))));
        Roster old = with(Json.object(Map.of("age", Json.of("60"), "sex", Json.of("male"))));
        assertNotEquals(young, old);
        assertEquals(List.of("position"), differences(young, old));
        assertEquals(List.of("profile"), differences(young.position(), old.position()));
    }

    @Test
    void nothingButTheDescriptionAndItsDocumentTouchesIt() {
        Set<String> readers = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.storeops").stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .filter(access -> access.getTarget().getName().equals("profile")
                                && access.getTargetOwner().isEquivalentTo(PositionDescription.class))
                        .map(JavaAccess::getOriginOwner)
                        .map(type -> type.getSimpleName())
                        .collect(Collectors.toSet());
        assertEquals(Set.of("PositionDescription", "PositionDocument"), readers);
    }
}
