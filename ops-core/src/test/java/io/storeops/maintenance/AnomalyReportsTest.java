package io.storeops.maintenance;

import static io.storeops.StoreFixture.MANAGER;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.maintenance.AnomalyShop.KEEPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.RefusedException;
import io.storeops.feed.Coverage;
import io.storeops.inspection.PriceRule;
import io.storeops.inspection.RuleKey;
import io.storeops.listing.ListingField;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is reported and seen, how it is named and counted, and what silences it. */
class AnomalyReportsTest {
    private final AnomalyShop shop = new AnomalyShop();

    private static void assertRefused(String code, Executable act) {
        assertEquals(code, assertThrows(RefusedException.class, act).refusal().code());
    }

    private Maintenance keeper() {
        return shop.duty(KEEPER);
    }

    private Maintenance manager() {
        return shop.duty(MANAGER);
    }

    private <R> List<R> rows(Table<R> table) {
        return shop.shop.storage.select(Query.of(table, STORE)).items().stream()
                .map(Versioned::value)
                .toList();
    }

    private Instant now() {
        return shop.shop.clock.instant();
    }

    private Report report(String id, RuleKey rule, String subject, Instant since) {
        return Report.of(id, rule, subject, "bad", "good", since);
    }

    @Test
    void whatIsSeenInSilenceIsCountedApart() {
        shop.report("E1");
        manager().silence(STORE, "PRICE", Optional.empty(), now().plusSeconds(600), "a new photo");
        assertEquals(Remark.SILENCED, shop.report("E1").remark());
        assertEquals(new Anomaly.Counts(1, 1, 1), shop.known("E1").counts());
        assertEquals(
                Remark.FOUND,
                keeper().report(STORE, report("I", RuleKey.of("INFORMATION"), "A", now()))
                        .remark());
    }

    @Test
    void aSilenceNeedsACategoryAReasonAndAnEnd() {
        assertRefused(
                "NO_SUCH_CATEGORY",
                () -> manager().silence(STORE, "MOOD", Optional.empty(), now().plusSeconds(1), "x"));
        assertRefused(
                "REASON_MISSING", () -> manager().silence(STORE, "PRICE", Optional.empty(), now().plusSeconds(1), " "));
        assertRefused("UNTIL_PASSED", () -> manager().silence(STORE, "PRICE", Optional.empty(), now(), "x"));
    }

    @Test
    void aReportIsAboutWhatTheRosterKnowsAndNotOfTheFuture() {
        assertTrue(assertThrows(
                        RefusedException.class,
                        () -> keeper().report(STORE, report("E1", RuleKey.of("MOOD"), "A", now())))
                .refusal()
                .detail()
                .endsWith(
                        "its duties are about [PRICE, STOCK, REFUND_RATE, INFORMATION, COMPETITOR, ACTIVITY_EXPIRY]"));
        assertRefused(
                "FROM_THE_FUTURE",
                () -> keeper().report(STORE, report("E1", PriceRule.KEY, "A", now().plusNanos(1_000))));
        keeper().report(STORE, report("E1", PriceRule.KEY, "A", now()));
        assertRefused("EXISTS", () -> keeper().report(STORE, report("E1", RuleKey.of("INFORMATION"), "A", now())));
    }

    @Test
    void anIdHasNinetyCharactersAndWhatWasRightWasSoBefore() {
        String longest = "E".repeat(90);
        assertEquals(longest, report(longest, PriceRule.KEY, "A", now()).id());
        assertThrows(IllegalArgumentException.class, () -> report(longest + "E", PriceRule.KEY, "A", now()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Report(
                        "E1",
                        PriceRule.KEY,
                        "A",
                        "1",
                        "2",
                        now(),
                        Optional.of(now().plusSeconds(1)),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void whatNobodyNamedIsNamedByItsKeyAndNoNameIsTakenTwice() {
        Sighting<PriceRule.Price> named = shop.sighting(Map.of("A", 9_000L, "B", 9_000L), 10_000);
        Sighted sighted = shop.shop.ops.observe(
                STORE,
                new Sighting<>(named.rule(), named.asOf(), Coverage.COMPLETE, 2, named.read(), Map.of("A", "E1")));
        String other = sighted.found().stream()
                .filter(id -> !id.equals("E1"))
                .findFirst()
                .orElseThrow();
        assertTrue(other.matches("AN-[0-9a-f]{16}"), other);
        shop.shop.ops.observe(
                STORE,
                new Sighting<>(
                        named.rule(),
                        Optional.of(now()),
                        Coverage.COMPLETE,
                        2,
                        shop.sighting(Map.of("C", 9_000L, "D", 9_000L), 10_000).read(),
                        Map.of("C", "E1", "D", "E2")));
        assertEquals(
                List.of("A E1", "C E1.2", "D E2"),
                manager().anomalies(STORE).stream()
                        .filter(each -> each.id().startsWith("E"))
                        .map(each -> each.key().subject() + " " + each.id())
                        .sorted()
                        .toList());
    }

    @Test
    void oneRuleSaysNothingOfWhatAnotherFound() {
        shop.refunds(Map.of("A", 100));
        for (int i = 0; i < 3; i++) {
            shop.minute();
            assertEquals(new Sighted(List.of(), List.of(), List.of(), List.of(), false), shop.look(10_000));
        }
        assertEquals(AnomalyState.FOUND, shop.known("R-A").state());
    }

    @Test
    void anomaliesAreListedByTheirStates() {
        shop.report("E1");
        shop.minute();
        shop.refunds(Map.of("A", 100));
        shop.escalate("R-A");
        assertEquals(List.of("E1", "R-A"), ids());
        assertEquals(List.of("R-A"), ids(AnomalyState.ESCALATED));
        assertEquals(List.of("E1", "R-A"), ids(AnomalyState.ESCALATED, AnomalyState.FOUND));
        assertEquals(List.of(), ids(AnomalyState.CLOSED));
    }

    private List<String> ids(AnomalyState... states) {
        return manager().anomalies(STORE, states).stream().map(Anomaly::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "PRICE,          , PRICE_MINOR",
        "STOCK,          , STOCK",
        "PAGE,           , PAGE",
        "PAGE, PC        , PAGE_PC",
        "PAGE, WIRELESS  , PAGE_WIRELESS",
        "PAGE, IMAGE     , IMAGE",
        "PAGE, TITLE     , TITLE",
        "PAGE, ATTRIBUTES, ATTRIBUTES",
        "PAGE, SMELL     , ",
        "DSR,  SERVICE   , "
    })
    void aRuleIsAboutAFieldOfTheListingOrNone(String category, String metric, ListingField field) {
        assertEquals(Optional.ofNullable(field), Subjects.field(new RuleKey(category, Optional.ofNullable(metric))));
    }

    @Test
    void whatIsSilentIsACategoryOfASubjectOrOfAll() {
        for (String subject : List.of("A", "B")) {
            manager().silence(STORE, "PRICE", Optional.of(subject), now().plusSeconds(600), "a new photo");
        }
        assertEquals(
                Remark.SILENCED,
                keeper().report(STORE, report("E1", PriceRule.KEY, "A", now())).remark());
        assertEquals(
                Remark.SILENCED,
                keeper().report(STORE, report("E1", PriceRule.KEY, "B", now())).remark());
        assertEquals(
                Remark.FOUND,
                keeper().report(STORE, report("E1", PriceRule.KEY, "C", now())).remark());
    }

    @Test
    void aSubjectHasTwoHundredCharacters() {
        String longest = "S".repeat(200);
        assertEquals(longest, new AnomalyKey(PriceRule.KEY, longest).subject());
        assertThrows(IllegalArgumentException.class, () -> new AnomalyKey(PriceRule.KEY, longest + "S"));
        assertThrows(IllegalArgumentException.class, () -> new AnomalyKey(PriceRule.KEY, " "));
    }

    @Test
    void soldIsOneUnitOrMoreBeItForNothing() {
        assertEquals(0, new SoldLine(STORE, "A", "O-1", now(), 1, 0).paidUnitMinor());
        assertThrows(IllegalArgumentException.class, () -> new SoldLine(STORE, "A", "O-1", now(), 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SoldLine(STORE, "A", "O-1", now(), 1, -1));
    }
}
