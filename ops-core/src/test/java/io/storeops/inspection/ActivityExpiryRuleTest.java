package io.storeops.inspection;

import static io.storeops.inspection.InspectionVerdict.*;
import static io.storeops.inspection.Phrase.*;
import static io.storeops.inspection.Said.row;
import static io.storeops.inspection.Standing.*;

import io.storeops.inspection.ActivityExpiryRule.End;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** D4: end <= asOf + 24 h, by the instant of the source and not by the clock of the look, a minute later (D5). */
class ActivityExpiryRuleTest {
    static Stream<Arguments> rows() {
        return Stream.of(
                row(End.of(Instant.parse("2024-10-13T07:30:00Z")), ANOMALY, BROKEN, ENDS_SOON),
                row(End.of(Instant.parse("2024-10-13T07:30:00.000001Z")), OK, CLEARED, ENDS_LATER),
                row(End.of(Instant.parse("2024-10-13T07:31:00Z")), OK, CLEARED, ENDS_LATER),
                row(End.of(Instant.parse("2024-10-12T07:30:01Z")), ANOMALY, BROKEN, ENDS_SOON),
                row(End.of(Instant.parse("2024-10-12T07:30:00Z")), ANOMALY, BROKEN, ENDED),
                row(End.of(Instant.parse("2024-10-01T00:00:00Z")), ANOMALY, BROKEN, ENDED),
                row(new End(Optional.empty()), COULD_NOT_CHECK, UNKNOWN, MISSING));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void judges(End read, InspectionVerdict verdict, Standing standing, Phrase phrase) {
        Said.judged(new ActivityExpiryRule(Optional.of(Duration.ofHours(24))), read, verdict, standing, phrase);
    }

    @Test
    void hasNoReferenceWithoutAWarning() {
        Said.judged(
                new ActivityExpiryRule(Optional.empty()),
                End.of(Instant.parse("2024-10-12T07:31:00Z")),
                NO_REFERENCE,
                UNKNOWN,
                NO_BASE);
    }
}
