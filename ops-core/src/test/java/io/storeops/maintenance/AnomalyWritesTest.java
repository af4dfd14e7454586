package io.storeops.maintenance;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.Scored;
import io.storeops.failure.RefusedException;
import io.storeops.kpi.Kpi;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a write to the marketplace proves of an anomaly (D13, D19, D20): it is due at 09:10, and a review takes until 09:40. */
class AnomalyWritesTest {
    private final FakeMarket market = new FakeMarket();
    private final AnomalyShop shop = new AnomalyShop(Optional.of(market));

    /** It answers as it is told, and shows nothing unless it is told what. */
    private static final class FakeMarket implements ListingEditor {
        private Answer answer = new Answer.Accepted();
        private Optional<ListingValue> shown = Optional.empty();
        private Instant now = Instant.EPOCH;

        @Override
        public Answer apply(Wish wish) {
            return answer;
        }

        @Override
        public Optional<Shown> read(ListedField field) {
            return shown.map(value -> new Shown(value, now));
        }
    }

    private void at(String time) {
        shop.shop.clock.set(shop.shop.at(time));
    }

    private void found() {
        shop.report("E1");
        shop.duty(KEEPER).claim(STORE, "E1", 1);
        shop.attach("E1", "SCREENSHOT_AFTER");
    }

    private void write(ListingEditor.Answer answer) {
        market.answer = answer;
        shop.shop.ops.deskOf(KEEPER).listings().write(STORE, "A", ListingValue.price(10_000));
    }

    private Episode episode() {
        return shop.duty(MANAGER).episodes(STORE, "E1").get(0);
    }

    private String timeliness() {
        return Scored.of(shop.shop, DAY, DAY, Kpi.K2_1).raw().get(0);
    }

    private String correcting() {
        try {
            return shop.duty(KEEPER).correct(STORE, "E1").state().name();
        } catch (RefusedException e) {
            return e.refusal().code();
        }
    }

    private ListingEditor.Answer answer(String name) {
        return switch (name) {
            case "ACCEPTED" -> new ListingEditor.Answer.Accepted();
            case "REVIEW" -> new ListingEditor.Answer.InReview(Optional.of(shop.shop.at("09:40")));
            case "REJECTED" -> new ListingEditor.Answer.Rejected("no");
            case "BY_HAND" -> new ListingEditor.Answer.ByHand("import it");
            default -> new ListingEditor.Answer.Lost("timeout");
        };
    }

    @ParameterizedTest
    @CsvSource({
        "REVIEW,   READ_BACK_PENDING",
        "BY_HAND,  READ_BACK_PENDING",
        "LOST,     READ_BACK_FIRST",
        "REJECTED, READ_BACK_DIFFERS"
    })
    void aWriteThatIsNotSeenToBeThereCorrectsNothing(String answer, String code) {
        found();
        write(answer(answer));
        assertEquals(code, correcting());
        assertEquals(
                "WRITTEN_BY_US",
                assertThrows(
                                RefusedException.class,
                                () -> shop.duty(KEEPER).close(STORE, "E1", AnomalyResult.SELF_RECOVERED))
                        .refusal()
                        .code());
    }

    @Test
    void aWriteThatIsReadBackCorrects() {
        found();
        market.shown = Optional.of(ListingValue.price(9_000));
        write(answer("ACCEPTED"));
        assertEquals("READ_BACK_PENDING", correcting());
        shop.see(10_000);
        assertEquals("CORRECTED", correcting());
    }

    @Test
    void aWriteOfBeforeItWasFoundProvesNothing() {
        write(answer("REJECTED"));
        shop.minute();
        found();
        assertEquals("READ_BACK_FIRST", correcting());
        shop.see(10_000);
        assertEquals("CORRECTED", correcting());
        assertEquals(Optional.empty(), episode().work().failedAt());
    }

    /** D13: what waited counts from the instant at which it was written. */
    @Test
    void aWriteThatIsReviewedIsActedOnWhenItWasSent() {
        found();
        at("09:10");
        write(answer("REVIEW"));
        assertEquals(
                new Work(
                        Optional.of(shop.shop.at("09:10")),
                        Optional.of(shop.shop.at("09:40")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                episode().work());
        at("09:39:59");
        assertEquals("K2.1 0/0 N/A", timeliness());
        shop.see(10_000);
        at("09:50");
        assertEquals("CORRECTED", correcting());
        assertEquals(
                Optional.of(new Episode.FirstAct(Episode.FirstAct.Kind.CORRECT, shop.shop.at("09:10"), KEEPER)),
                episode().firstAct());
        assertEquals("K2.1 1/1 100.00%", timeliness());
    }

    @Test
    void aWriteThatIsReviewedTooLongIsOverdue() {
        found();
        write(answer("REVIEW"));
        at("09:40");
        assertEquals("K2.1 0/1 0.00%", timeliness());
    }

    @Test
    void aReviewThatEndsBeforeTheDueMovesNothing() {
        found();
        write(new ListingEditor.Answer.InReview(Optional.of(shop.shop.at("09:05"))));
        at("09:09:59");
        assertEquals("K2.1 0/0 N/A", timeliness());
        at("09:10");
        assertEquals("K2.1 0/1 0.00%", timeliness());
    }

    @Test
    void aWriteOfBeforeItWasFoundIsNothingThatWasDoneAboutIt() {
        write(answer("REVIEW"));
        shop.minute();
        found();
        shop.see(10_000);
        assertEquals(Work.NONE, episode().work());
    }

    @Test
    void aWriteThatIsSentAfterTheDueMovesNothing() {
        found();
        at("09:10:01");
        write(answer("REVIEW"));
        assertEquals("K2.1 0/1 0.00%", timeliness());
    }

    /** After a correction that failed the escalation is due as well, ten minutes later (D13); whichever is first is said. */
    @ParameterizedTest
    @CsvSource({"09:00, 09:10", "09:05, 09:10"})
    void aWriteThatFailsIsEscalated(String failed, String overdue) {
        found();
        at(failed);
        write(answer("REJECTED"));
        assertEquals(Optional.of(shop.shop.at(failed)), episode().work().failedAt());
        shop.shop.clock.set(shop.shop.at(overdue).minusSeconds(1));
        shop.shop.ops.tick(STORE);
        assertEquals(Optional.empty(), episode().marks().overdueAt());
        at(overdue);
        shop.shop.ops.tick(STORE);
        assertEquals(Optional.of(shop.shop.at(overdue)), episode().marks().overdueAt());
    }

    @Test
    void aWriteOfAnotherFieldHasNothingToDoWithIt() {
        found();
        shop.shop.ops.deskOf(KEEPER).listings().write(STORE, "A", new ListingValue(ListingField.TITLE, "Teapot"));
        assertEquals(Work.NONE, episode().work());
        assertEquals(
                List.of("E1"),
                shop.duty(MANAGER).anomalies(STORE).stream().map(Anomaly::id).toList());
    }
}
