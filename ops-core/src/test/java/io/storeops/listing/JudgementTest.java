package io.storeops.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.evidence.Stamp;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.position.MaintenanceRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of a write of stock 30 that was planned at minute 0 (D20): tables by hand. Review takes 120 minutes, old values 10. */
class JudgementTest {
    private static final Instant START = Instant.parse("2024-10-11T01:00:00Z");
    private static final MaintenanceRules.Writes RULES =
            new MaintenanceRules.Writes(new BigDecimal("0.30"), Duration.ofMinutes(120), Duration.ofMinutes(10));

    private static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static ListingWrite planned(Long before) {
        return new ListingWrite(
                StoreId.of("S1"),
                "B-1",
                1,
                ListingValue.stock(30),
                Optional.ofNullable(before).map(Object::toString),
                Optional.empty(),
                new Stamp(ActorId.of("op-1"), START, "1"),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<ListingValue> stock(Long units) {
        return Optional.ofNullable(units).map(ListingValue::stock);
    }

    private static Answer answer(String name) {
        return switch (name) {
            case "ACCEPTED" -> new Answer.Accepted();
            case "UNCHANGED" -> new Answer.Unchanged();
            case "REVIEW" -> new Answer.InReview(Optional.empty());
            case "REVIEW90" -> new Answer.InReview(Optional.of(minute(90)));
            case "REJECTED" -> new Answer.Rejected("no");
            case "BY_HAND" -> new Answer.ByHand("import it");
            case "LOST" -> new Answer.Lost("timeout");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String text(ListingWrite write) {
        return write.outcome()
                .map(outcome -> outcome.verdict()
                        + outcome.until()
                                .map(until ->
                                        " " + Duration.between(START, until).toMinutes())
                                .orElse(""))
                .orElse("nothing");
    }

    @ParameterizedTest(name = "{0}, {1} before, {2} read at minute {3}: {4}")
    @CsvSource({
        "ACCEPTED,  20, 30,  0, APPLIED",
        "ACCEPTED,    , 30,  0, APPLIED",
        "ACCEPTED,  20, 29,  0, DIFFERENT",
        "ACCEPTED,    , 29,  0, DIFFERENT",
        // The value from before is shown for less than ten minutes; from the tenth on it is a difference.
        "ACCEPTED,  20, 20,  0, PENDING 10",
        "ACCEPTED,  20, 20,  9, PENDING 10",
        "ACCEPTED,  20, 20, 10, DIFFERENT",
        "ACCEPTED,  20,   ,  0, PENDING 10",
        "UNCHANGED, 30, 30,  0, NO_CHANGE",
        "UNCHANGED, 20, 29,  0, DIFFERENT",
        // The roster's time unless the marketplace names one; whatever is shown meanwhile, unless it is there.
        "REVIEW,    20,   ,  1, PENDING 121",
        "REVIEW90,  20,   ,  1, PENDING 90",
        "REVIEW,    20, 20,  1, PENDING 121",
        "REVIEW,    20, 29,  1, PENDING 121",
        "REVIEW,    20, 30,  1, APPLIED",
        "REJECTED,  20, 20,  0, REJECTED",
        "REJECTED,  20, 30,  0, REJECTED",
        "BY_HAND,   20,   ,  0, MANUAL_REQUIRED",
        // What was sent may still be on its way.
        "LOST,      20,   ,  0, UNKNOWN",
        "LOST,      20, 30,  0, APPLIED",
        "LOST,      20, 20,  0, PENDING 10",
        "LOST,        , 25,  0, PENDING 10",
        "LOST,      20, 20, 10, DIFFERENT"
    })
    void ofAnAnswerAndWhatIsReadBack(String answer, Long before, Long shown, long at, String expected) {
        assertEquals(
                expected, text(Judgement.answered(planned(before), answer(answer), stock(shown), minute(at), RULES)));
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED,  ACCEPTED",
        "UNCHANGED, UNCHANGED",
        "REVIEW,    IN_REVIEW",
        "REJECTED,  REJECTED",
        "BY_HAND,   BY_HAND",
        "LOST,      LOST"
    })
    void keepsWhatTheMarketplaceAnswered(String answer, ListingWrite.Reply expected) {
        assertEquals(
                Optional.of(expected),
                Judgement.answered(planned(20L), answer(answer), stock(30L), minute(0), RULES)
                        .reply());
    }

    @ParameterizedTest(name = "{0}, {1} before, {2} read first, then {3} at minute {4}: {5}")
    @CsvSource({
        "ACCEPTED, 20, 20, 30,   5, APPLIED",
        "ACCEPTED, 20, 20, 20,   5, PENDING 10",
        "ACCEPTED, 20, 20, 29,   5, DIFFERENT",
        "ACCEPTED, 20, 20, 20,  10, DIFFERENT",
        "ACCEPTED, 20, 20, 30,  10, APPLIED",
        "REVIEW,   20,   , 20, 119, PENDING 120",
        "REVIEW,   20,   , 29, 119, PENDING 120",
        "REVIEW,   20,   , 20, 120, DIFFERENT",
        "REVIEW,   20,   , 30, 120, APPLIED",
        "LOST,     20,   , 30,   1, APPLIED",
        "LOST,     20,   , 20,   1, PENDING 10",
        "LOST,     20,   , 20,  10, DIFFERENT",
        "LOST,     20, 20, 25,   5, PENDING 10",
        "BY_HAND,  20,   , 20,   5, MANUAL_REQUIRED",
        "BY_HAND,  20,   , 30,   5, APPLIED",
        // A value that comes late after all came; what is proven otherwise stands, whoever set the value since.
        "ACCEPTED, 20, 29, 30,   5, APPLIED",
        "ACCEPTED, 20, 30, 99,   5, APPLIED",
        "REJECTED, 20,   , 30,   5, REJECTED"
    })
    void ofLookingAgain(String answer, Long before, Long first, Long then, long at, String expected) {
        ListingWrite write = Judgement.answered(planned(before), answer(answer), stock(first), minute(0), RULES);
        assertEquals(expected, text(Judgement.lookedAt(write, stock(then), minute(at), RULES)));
    }

    @Test
    void ofAWriteOfWhichNobodyKnowsWhetherItWasSent() {
        assertEquals("PENDING 10", text(Judgement.lookedAt(planned(20L), stock(20L), minute(1), RULES)));
        assertEquals("DIFFERENT", text(Judgement.lookedAt(planned(20L), stock(20L), minute(10), RULES)));
        assertEquals("APPLIED", text(Judgement.lookedAt(planned(20L), stock(30L), minute(1), RULES)));
    }

    @ParameterizedTest(name = "{0}, {1} read: a second write at minute {2}: {3}")
    @CsvSource({
        "ACCEPTED, 30,   0, ",
        "ACCEPTED, 29,   0, ",
        "ACCEPTED, 20,   9, READ_BACK_PENDING",
        "ACCEPTED, 20,  10, ",
        "REVIEW,     , 119, READ_BACK_PENDING",
        "REVIEW,     , 120, ",
        "LOST,       ,   0, READ_BACK_FIRST",
        "LOST,       , 999, READ_BACK_FIRST",
        "REJECTED,   ,   0, ",
        "BY_HAND,    ,   0, "
    })
    void ofAWriteForWhichASecondWaits(String answer, Long shown, long at, String expected) {
        ListingWrite first = Judgement.answered(planned(20L), answer(answer), stock(shown), minute(0), RULES);
        assertEquals(
                Optional.ofNullable(expected),
                Judgement.waits(Optional.of(first), minute(at)).map(Refusal::code));
    }

    @Test
    void lettingASecondWriteWaitForOneThatWasNotConcluded() {
        assertEquals(
                Optional.of("READ_BACK_FIRST"),
                Judgement.waits(Optional.of(planned(20L)), minute(500)).map(Refusal::code));
        assertEquals(Optional.empty(), Judgement.waits(Optional.empty(), minute(0)));
    }
}
