package io.storeops.listing;

import static io.storeops.StoreFixture.STORE;
import static io.storeops.listing.ShopWithPrices.FIRST;
import static io.storeops.listing.ShopWithPrices.KEEPER;
import static io.storeops.listing.ShopWithPrices.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.failure.DeniedException;
import io.storeops.failure.FaultKind;
import io.storeops.failure.RefusedException;
import io.storeops.id.CommandId;
import io.storeops.listing.FakeEditor.Manner;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ListingsTest {
    private final FakeEditor editor = new FakeEditor(() -> this.shop.shop.clock);
    private final ShopWithPrices shop = new ShopWithPrices(Optional.of(editor.marketplace()));

    private Listings keeper() {
        return shop.desk(KEEPER).listings();
    }

    private ListingWrite write(ListingValue value) {
        return keeper().write(STORE, "A", value);
    }

    private Optional<WriteVerdict> verdict(ListingValue value) {
        return write(value).verdict();
    }

    private static ListingValue title(String text) {
        return new ListingValue(ListingField.TITLE, text);
    }

    private static void assertRefused(String code, Executable act) {
        assertEquals(code, assertThrows(RefusedException.class, act).refusal().code());
    }

    private void tellStock(long units) {
        shop.shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.shop.clock.instant()).stock("A", units).build());
    }

    private void wait(String until) {
        shop.shop.clock.set(shop.at(until));
    }

    @Test
    void anApprovedPriceIsWrittenAndReadBack() {
        shop.approve("P1", 10_000);
        ListingWrite write = write(ListingValue.price(10_000));
        assertEquals(Optional.of(WriteVerdict.APPLIED), write.verdict());
        assertEquals(1, editor.wishes.size());
        assertEquals(write.idempotencyKey(), editor.wishes.get(0).key());
        assertEquals(Optional.of(write), keeper().lastWrite(STORE, "A", ListingField.PRICE_MINOR));
        assertEquals(
                Optional.of(ListingValue.price(10_000)),
                keeper().lastSeen(STORE, "A", ListingField.PRICE_MINOR).flatMap(ListingVersion::value));
    }

    @Test
    void nothingThatIsNotApprovedReachesTheMarketplace() {
        shop.approve("P1", 10_000);
        tellStock(30);
        shop.desk(FIRST).listings().setContent(STORE, "A", title("Teapot"));
        assertEquals(
                "SET:PRICE_BOOK",
                assertThrows(DeniedException.class, () -> write(ListingValue.price(9_500)))
                        .code());
        assertRefused("NOT_APPROVED", () -> write(ListingValue.stock(50)));
        assertRefused("NOT_APPROVED", () -> write(title("Kettle")));
        assertEquals(List.of(), editor.wishes);
        assertEquals(Optional.of(WriteVerdict.APPLIED), verdict(ListingValue.stock(30)));
        // A text is the same in composed form and trimmed (D33).
        assertEquals(Optional.of(WriteVerdict.APPLIED), verdict(title(" Teapot ")));
    }

    @Test
    void aStockThatTheErpNeverToldIsNotApproved() {
        assertRefused("NOT_APPROVED", () -> write(ListingValue.stock(0)));
    }

    @Test
    void contentOfWhichNobodyKnowsWhatIsApprovedIsWritten() {
        assertEquals(Optional.of(WriteVerdict.APPLIED), verdict(title("Teapot")));
        assertTrue(keeper().readBack(STORE, "A", ListingField.TITLE).equalsApproved());
        editor.show("A", title("Kettle"));
        assertFalse(keeper().readBack(STORE, "A", ListingField.TITLE).equalsApproved());
    }

    @Test
    void aValueThatADecisionNamesIsWrittenForItsTime() {
        tellStock(20);
        shop.desk(FIRST).listings().nameValue(STORE, "A", ListingValue.stock(12), shop.at("12:00"));
        assertEquals(Optional.of(WriteVerdict.APPLIED), verdict(ListingValue.stock(12)));
        assertTrue(keeper().readBack(STORE, "A", ListingField.STOCK).equalsApproved());
        wait("12:00");
        assertRefused("NOT_APPROVED", () -> write(ListingValue.stock(12)));
        assertRefused(
                "UNTIL_PASSED",
                () -> shop.desk(FIRST).listings().nameValue(STORE, "A", ListingValue.stock(1), shop.at("12:00")));
    }

    @Test
    void theApprovedPriceIsTheOneOfTheInstant() {
        shop.approve("P1", 10_000);
        shop.desk(FIRST).prices().setPriceBook(STORE, "P2", "A", 9_000, shop.at("12:00"));
        assertThrows(DeniedException.class, () -> write(ListingValue.price(9_000)));
        wait("12:00");
        assertEquals(Optional.of(WriteVerdict.APPLIED), verdict(ListingValue.price(9_000)));
        assertThrows(DeniedException.class, () -> write(ListingValue.price(10_000)));
    }

    @Test
    void whatIsShownAlreadyIsNotSent() {
        verdict(title("Teapot"));
        assertEquals(Optional.of(WriteVerdict.NO_CHANGE), verdict(title("Teapot")));
        assertEquals(1, editor.wishes.size());
    }

    @Test
    void aRefusalOfTheMarketplaceIsNoOutcomeToWaitFor() {
        editor.manner = Manner.REFUSES;
        ListingWrite refused = write(title("Teapot"));
        assertEquals(Optional.of(WriteVerdict.REJECTED), refused.verdict());
        editor.manner = Manner.PLAIN;
        ListingWrite again = write(title("Teapot"));
        assertEquals(Optional.of(WriteVerdict.APPLIED), again.verdict());
        assertNotEquals(refused.idempotencyKey(), again.idempotencyKey());
    }

    @Test
    void aLostRequestIsReadBackBeforeAnythingElse() {
        editor.manner = Manner.SWALLOWS;
        editor.blind = true;
        assertEquals(Optional.of(WriteVerdict.UNKNOWN), verdict(title("Teapot")));
        editor.manner = Manner.PLAIN;
        assertRefused("READ_BACK_FIRST", () -> write(title("Teapot")));
        assertRefused("NOTHING_READ", () -> keeper().readBack(STORE, "A", ListingField.TITLE));
        // A person sees the old title: the request may still be on its way, until it would have shown.
        ReadBack seen = keeper().readBack(STORE, "A", title("Kettle"));
        assertEquals(Optional.of(WriteVerdict.PENDING), seen.verdict());
        assertEquals(Optional.of(shop.at("09:10")), seen.until());
        assertRefused("READ_BACK_PENDING", () -> write(title("Teapot")));
        wait("09:10");
        assertEquals(
                Optional.of(WriteVerdict.DIFFERENT),
                keeper().readBack(STORE, "A", title("Kettle")).verdict());
        editor.blind = false;
        assertEquals(Optional.of(WriteVerdict.APPLIED), verdict(title("Teapot")));
    }

    @Test
    void aReviewThatPassesItsTimeLetsTheNextWriteGo() {
        tellStock(20);
        editor.manner = Manner.REVIEWS;
        editor.blind = true;
        assertEquals(
                Optional.of(shop.at("11:00")),
                write(ListingValue.stock(20)).outcome().orElseThrow().until());
        wait("10:59");
        assertRefused("READ_BACK_PENDING", () -> write(ListingValue.stock(20)));
        wait("11:00");
        editor.manner = Manner.PLAIN;
        editor.blind = false;
        tellStock(12);
        assertEquals(Optional.of(WriteVerdict.APPLIED), verdict(ListingValue.stock(12)));
    }

    /** The verdict of each write, in the order in which they were planned. */
    private List<WriteVerdict> verdicts() {
        return shop.shop.storage.select(Query.of(ListingWrite.TABLE, STORE)).items().stream()
                .map(Versioned::value)
                .map(write -> write.verdict().orElseThrow())
                .toList();
    }

    @Test
    void aWriteThatPassedItsTimeIsJudgedWhenTheNextOneIsPlanned() {
        tellStock(20);
        editor.manner = Manner.REVIEWS;
        editor.blind = true;
        write(ListingValue.stock(20));
        wait("11:00");
        editor.manner = Manner.PLAIN;
        write(ListingValue.stock(20));
        assertEquals(List.of(WriteVerdict.DIFFERENT, WriteVerdict.PENDING), verdicts());
    }

    @Test
    void aWriteOfWhichNobodyWaitsForAnythingKeepsItsVerdict() {
        editor.manner = Manner.REFUSES;
        write(title("Teapot"));
        editor.manner = Manner.PLAIN;
        editor.show("A", title("Kettle"));
        write(title("Teapot"));
        assertEquals(List.of(WriteVerdict.REJECTED, WriteVerdict.APPLIED), verdicts());
    }

    /** Somebody looks while the request is on its way, and its answer comes after that. */
    private WriteVerdict seenMeanwhile(Manner manner, boolean blind, String seen) {
        editor.show("A", title("Kettle"));
        editor.manner = manner;
        editor.onApply = () -> {
            editor.blind = blind;
            keeper().readBack(STORE, "A", title(seen));
        };
        return write(title("Teapot")).verdict().orElseThrow();
    }

    @Test
    void whatIsSeenMeanwhileIsNotForgottenForAnAnswerThatIsLost() {
        assertEquals(WriteVerdict.PENDING, seenMeanwhile(Manner.SWALLOWS, true, "Kettle"));
    }

    @Test
    void anAnswerThatIsLostIsReadBackThoughSomebodyLookedMeanwhile() {
        assertEquals(WriteVerdict.APPLIED, seenMeanwhile(Manner.LOSES, false, "Kettle"));
    }

    @Test
    void anAnswerIsTakenThoughTheOldValueWasSeenMeanwhile() {
        assertEquals(WriteVerdict.REJECTED, seenMeanwhile(Manner.REFUSES, true, "Kettle"));
    }

    @Test
    void whatIsSeenToBeThereStandsWhateverTheAnswer() {
        assertEquals(WriteVerdict.APPLIED, seenMeanwhile(Manner.REFUSES, true, "Teapot"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertEquals(
                "NO_SUCH_ITEM",
                assertThrows(RefusedException.class, () -> keeper().write(STORE, "Z", title("Teapot")))
                        .refusal()
                        .code());
        assertEquals(List.of(), editor.wishes);
    }

    @Test
    void aRepeatedCommandSendsNothingAndGivesTheFirstVerdict() {
        editor.manner = Manner.REVIEWS;
        CommandId command = CommandId.of("c-1");
        ListingWrite first = shop.desk(KEEPER).under(command).listings().write(STORE, "A", title("Teapot"));
        wait("11:00");
        assertEquals(
                Optional.of(WriteVerdict.APPLIED),
                keeper().readBack(STORE, "A", ListingField.TITLE).verdict());
        assertEquals(first, shop.desk(KEEPER).under(command).listings().write(STORE, "A", title("Teapot")));
        assertEquals(Optional.of(WriteVerdict.PENDING), first.verdict());
        assertEquals(1, editor.wishes.size());
    }

    @Test
    void aRepeatedReadBackGivesTheFirstResult() {
        verdict(title("Teapot"));
        CommandId command = CommandId.of("c-2");
        ReadBack first = shop.desk(KEEPER).under(command).listings().readBack(STORE, "A", ListingField.TITLE);
        verdict(title("Kettle"));
        assertEquals(first, shop.desk(KEEPER).under(command).listings().readBack(STORE, "A", ListingField.TITLE));
    }

    @Test
    void aWriteThatWasPlannedAndNeverConcludedIsNotSentAgain() {
        CommandId command = CommandId.of("c-3");
        editor.onApply = () -> shop.shop.storage.beforeNextCommit(() -> {
            throw new IllegalStateException("the process dies");
        });
        assertThrows(
                RuntimeException.class,
                () -> shop.desk(KEEPER).under(command).listings().write(STORE, "A", title("Teapot")));
        assertEquals(1, editor.wishes.size());
        editor.onApply = () -> {};
        ListingWrite again = shop.desk(KEEPER).under(command).listings().write(STORE, "A", title("Teapot"));
        assertEquals(Optional.of(WriteVerdict.UNKNOWN), again.verdict());
        assertRefused("READ_BACK_FIRST", () -> write(title("Kettle")));
        assertEquals(
                Optional.of(WriteVerdict.APPLIED),
                keeper().readBack(STORE, "A", ListingField.TITLE).verdict());
        assertEquals(1, editor.wishes.size());
    }

    @Test
    void aStoreWithoutAnEditorSaysSoAndTakesWhatAPersonSees() {
        ShopWithPrices bare = new ShopWithPrices();
        AdapterException unsupported = assertThrows(
                AdapterException.class, () -> bare.desk(KEEPER).listings().write(STORE, "A", title("Teapot")));
        assertEquals(FaultKind.UNSUPPORTED, unsupported.kind());
        ReadBack seen = bare.desk(KEEPER).listings().readBack(STORE, "A", title("Teapot"));
        assertEquals(Optional.empty(), seen.verdict());
        assertTrue(seen.equalsApproved());
    }

    @Test
    void theHostTellsWhatIsApprovedOnce() {
        ListingFacts facts = ListingFacts.since(shop.at("08:00"))
                .price("A", 10_000)
                .floor("A", 9_000)
                .content("A", title("Teapot"))
                .stock("A", 30)
                .build();
        shop.shop.ops.tellListings(STORE, facts);
        shop.shop.ops.tellListings(STORE, facts);
        assertEquals(Optional.of(10_000L), shop.approved("08:00"));
        assertEquals(Optional.empty(), shop.approved("07:59"));
        assertEquals(
                Optional.of(HoldReason.BELOW_FLOOR),
                shop.desk(FIRST).prices().setPriceBook(STORE, "P1", "A", 8_999).heldFor());
        assertEquals(30, keeper().sellable(STORE, "A").orElseThrow().units());
        for (ListingFacts other : List.of(
                ListingFacts.since(shop.at("08:00")).price("A", 1).build(),
                ListingFacts.since(shop.at("08:00")).floor("A", 1).build(),
                ListingFacts.since(shop.at("08:00"))
                        .content("A", title("Kettle"))
                        .build())) {
            assertRefused("APPROVED_ALREADY", () -> shop.shop.ops.tellListings(STORE, other));
        }
        assertRefused(
                "NO_SUCH_SKU",
                () -> shop.shop.ops.tellListings(
                        STORE,
                        ListingFacts.since(shop.at("08:00")).stock("Z", 1).build()));
        assertRefused(
                "FROM_THE_FUTURE",
                () -> shop.shop.ops.tellListings(
                        STORE,
                        ListingFacts.since(shop.at("10:00")).stock("A", 1).build()));
        assertEquals(
                1,
                shop.desk(FIRST)
                        .prices()
                        .bookOf(STORE, "A")
                        .approvedAt(shop.at("08:00"))
                        .orElseThrow()
                        .number());
        assertEquals(PriceState.HELD, shop.state("P1"));
        shop.desk(SECOND).prices().releasePrice(STORE, "P1");
        assertEquals(Optional.of(8_999L), shop.approved("09:00"));
        assertEquals(PriceState.SUPERSEDED, shop.state("opening/A"));
    }

    @Test
    void attributesAreASet() {
        verdict(ListingValue.attributes(Map.of("colour", "red", "size", "M")));
        assertEquals(
                ListingValue.attributes(Map.of("size", "M", "colour", "red")),
                keeper().lastSeen(STORE, "A", ListingField.ATTRIBUTES)
                        .flatMap(ListingVersion::value)
                        .orElseThrow());
        assertNotEquals(
                ListingValue.attributes(Map.of("size", "M")),
                ListingValue.attributes(Map.of("size", "M", "colour", "red")));
    }
}
