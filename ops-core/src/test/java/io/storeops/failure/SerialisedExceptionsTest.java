package io.storeops.failure;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.storeops.StoreFixture;
import io.storeops.archive.ContentErasedException;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.enrolment.Enrolments.RosterInForceException;
import io.storeops.id.CommandId;
import io.storeops.json.DocumentException;
import io.storeops.position.Roster;
import io.storeops.storage.CommitId;
import io.storeops.storage.CommitUnknownException;
import io.storeops.storage.Committed;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Key;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.StorageClosedException;
import io.storeops.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What crosses a wire, or is kept in a session, says the same on the other side. */
@DisplayName("A serialised exception")
class SerialisedExceptionsTest {
    private static final Instant AT = Instant.parse("2024-06-16T01:00:00Z");

    static Stream<StoreOpsException> samples() {
        Roster roster = StoreFixture.roster(LocalDate.of(2024, 6, 16), "1", List.of(LocalTime.of(9, 0)));
        IOException cause = new IOException("reset");
        return Stream.of(
                new AdapterException(FaultKind.THROTTLED, "too many calls", AT),
                new AdapterException(FaultKind.INVALID, "broken", cause),
                new CommandReusedException(STORE, CommandId.of("c-1"), "RELEASE by op-1", "RELEASE"),
                new CommitUnknownException(STORE, CommitId.of("c-1"), cause),
                new ContentErasedException(STORE, "e-1"),
                new DeniedException("RELEASE", OPERATOR, STORE, "EXECUTE:X1", List.of(MANAGER, OPERATOR)),
                new DocumentException("roster.json", "$.a", "1", "is not a text"),
                new DuplicateCommitException(STORE, new Committed(CommitId.of("c-1"), 7, AT)),
                new NotEnrolledException(STORE, "the storage has no such store"),
                new RefusedException("RELEASE", STORE, new Refusal("NOT_DUE", "it is too early")),
                new RosterInForceException(
                        STORE, Bound.on(LocalDate.of(2024, 6, 16)), roster, Bound.on(LocalDate.of(2024, 6, 17))),
                new StaleWriteException(
                        Assignment.TABLE, Key.of(STORE, "op-1", 7L, true, LocalDate.of(2024, 6, 16), AT), 1, 2),
                new StorageClosedException(),
                new StorageException(FaultKind.TRANSIENT, "the connection was reset", cause));
    }

    /** What a caller can ask of it, and its cause. */
    private static SortedMap<String, String> told(Throwable thrown) throws ReflectiveOperationException {
        SortedMap<String, String> told = new TreeMap<>();
        told.put("message", thrown.getMessage());
        told.put("cause of it", String.valueOf(thrown.getCause()));
        for (Method method : thrown.getClass().getMethods()) {
            if (method.getParameterCount() == 0
                    && method.getDeclaringClass().getName().startsWith("io.storeops.")) {
                told.put(method.getName(), String.valueOf(method.invoke(thrown)));
            }
        }
        return told;
    }

    private static Throwable again(Throwable thrown) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Throwable) in.readObject();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsWhatItExposes(StoreOpsException thrown) throws Exception {
        SortedMap<String, String> told = told(thrown);
        assertFalse(told.get("message").isBlank());
        assertEquals(told, told(again(thrown)));
    }

    @Test
    void isEveryOneOfTheLibrary() {
        JavaClasses core = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.storeops");
        assertEquals(
                core.stream()
                        .filter(type -> type.isAssignableTo(StoreOpsException.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(type -> type.getName())
                        .sorted()
                        .toList(),
                samples()
                        .map(sample -> sample.getClass().getName())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
