package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit itself under test: a storage that gets one thing wrong breaks the rules about that thing. */
class StorageContractTest {
    private static final int RUNS = 30;

    /** Right unless a test has just made it wrong, so that nobody is misled who runs it by itself. */
    static class Candidate extends StorageContract {
        private static final UnaryOperator<Storage> RIGHT = UnaryOperator.identity();
        private static UnaryOperator<Storage> fault = RIGHT;

        Storage content = MemoryStorage.empty(Clock.systemUTC());

        @Override
        protected Storage open(Clock clock, List<Table<?>> tables) {
            content = MemoryStorage.empty(clock);
            return fault.apply(content);
        }

        @Override
        protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
            return Optional.empty();
        }
    }

    /** One that several handles share. */
    static final class SharedCandidate extends Candidate {
        @Override
        protected Optional<Storage> openAnother(Clock clock, List<Table<?>> tables) {
            return Optional.of(Candidate.fault.apply(content));
        }
    }

    /** One that keeps its content when it is closed, and is wrong only when it was opened again. */
    static final class KeepingCandidate extends Candidate {
        @Override
        protected Storage open(Clock clock, List<Table<?>> tables) {
            super.open(clock, tables);
            return new WrongKeeping(content);
        }

        @Override
        protected Optional<Storage> reopen(Clock clock, List<Table<?>> tables) {
            return Optional.of(Candidate.fault.apply(new WrongKeeping(content)));
        }
    }

    @AfterEach
    void leaveTheCandidateRight() {
        Candidate.fault = Candidate.RIGHT;
    }

    private static Set<String> rulesBrokenBy(UnaryOperator<Storage> fault) {
        return rulesBrokenBy(fault, Candidate.class);
    }

    private static Set<String> rulesBrokenBy(UnaryOperator<Storage> fault, Class<? extends Candidate> contract) {
        Candidate.fault = fault;
        return BrokenRules.of(contract).keySet();
    }

    /** What goes wrong only if two meet at a bad moment is not found by every run of the kit, but soon. */
    private static Set<String> rulesBrokenInARace(
            UnaryOperator<Storage> fault, Class<? extends Candidate> contract, String race) {
        Set<String> broken = new TreeSet<>();
        for (int run = 0; run < RUNS && !broken.contains(race); run++) {
            broken.addAll(rulesBrokenBy(fault, contract));
        }
        return broken;
    }

    private static Set<String> rulesBrokenInARace(UnaryOperator<Storage> fault, String race) {
        return rulesBrokenInARace(fault, Candidate.class, race);
    }

    @Test
    void findsNothingWrongWithTheReference() {
        assertEquals(Set.of(), rulesBrokenBy(WrongStorage::new));
    }

    @Test
    void findsSwallowedDuplicates() {
        assertEquals(Set.of("S20", "S24", "S25"), rulesBrokenBy(WrongStorage.SwallowingDuplicates::new));
    }

    @Test
    void findsRowsThatAreMadeTooEarly() {
        assertEquals(Set.of("S46"), rulesBrokenBy(WrongStorage.MakingRowsFirst::new));
    }

    @Test
    void findsCommitsThatAreDoneBitByBit() {
        Set<String> broken = rulesBrokenBy(WrongStorage.CommittingBitByBit::new);
        assertEquals(
                Set.of("S31", "S32", "S36", "S43", "S44"), intersection(broken, "S31", "S32", "S36", "S43", "S44"));
    }

    @Test
    void findsLostScale() {
        assertEquals(Set.of("S02"), rulesBrokenBy(WrongStorage.LosingScale::new));
    }

    @Test
    void findsAnOrderThatIsNeverDescending() {
        assertEquals(
                Set.of("S50", "S51", "S53"),
                intersection(rulesBrokenBy(WrongStorage.NeverDescending::new), "S50", "S51", "S52", "S53"));
    }

    @Test
    void findsRangesWithoutAnEnd() {
        assertEquals(
                Set.of("S53", "S54", "S56"),
                intersection(rulesBrokenBy(WrongStorage.OpenRanges::new), "S50", "S52", "S53", "S54", "S55", "S56"));
    }

    @Test
    void findsForgottenReceipts() {
        assertEquals(
                Set.of("S23", "S24", "S26", "S70"),
                intersection(rulesBrokenBy(WrongStorage.ForgettingReceipts::new), "S23", "S24", "S26", "S70"));
    }

    @Test
    void findsNothingWrongWithAReferenceThatIsSharedOrKeeps() {
        assertEquals(Set.of(), rulesBrokenBy(WrongStorage::new, SharedCandidate.class));
        assertEquals(Set.of(), rulesBrokenBy(WrongStorage::new, KeepingCandidate.class));
    }

    @Test
    void findsLostUpdates() {
        assertEquals(Set.of("S70"), intersection(rulesBrokenInARace(WrongInRaces.ComparingBefore::new, "S70"), "S70"));
    }

    @Test
    void findsUpdatesThatAreLostBetweenTwoHandlesOnly() {
        assertEquals(Set.of(), rulesBrokenBy(WrongInRaces.LockingAlone::new));
        assertEquals(
                Set.of("S70"),
                intersection(rulesBrokenInARace(WrongInRaces.LockingAlone::new, SharedCandidate.class, "S70"), "S70"));
    }

    @Test
    void findsAcceptedStaleWrites() {
        assertEquals(
                Set.of("S29", "S70", "S85", "S86"),
                intersection(
                        rulesBrokenInARace(WrongInRaces.AcceptingStaleWrites::new, "S70"), "S29", "S70", "S85", "S86"));
    }

    @Test
    void findsIgnoredGuards() {
        assertEquals(
                Set.of("S31", "S75"),
                intersection(rulesBrokenInARace(WrongInRaces.IgnoringGuards::new, "S75"), "S31", "S75"));
    }

    @Test
    void findsGuardsThatAreCheckedBeforeTheCommit() {
        assertEquals(Set.of("S75"), rulesBrokenInARace(WrongInRaces.GuardingBefore::new, "S75"));
    }

    @Test
    void findsChainsThatAreLinkedBeforeTheCommit() {
        assertEquals(Set.of("S71"), intersection(rulesBrokenInARace(WrongInRaces.LinkingBefore::new, "S71"), "S71"));
    }

    @Test
    void findsReadersThatSeeHalfACommit() {
        assertEquals(Set.of("S72"), rulesBrokenInARace(WrongInRaces.ReadingRowByRow::new, "S72"));
    }

    @Test
    void findsARowThatIsLostOnOpening() {
        assertEquals(Set.of("S80"), rulesBrokenBy(WrongKeeping.LosingARow::new, KeepingCandidate.class));
    }

    @Test
    void findsUseAfterItWasClosed() {
        assertEquals(Set.of("S89"), rulesBrokenBy(WrongStorage.GoingOn::new));
    }

    @Test
    void findsLostBytes() {
        assertEquals(
                Set.of("S90", "S91", "S92", "S93", "S94", "S95", "S96", "S97"),
                rulesBrokenBy(WrongKeeping.LosingBlobs::new));
    }

    @Test
    void findsBytesThatStoresShare() {
        assertEquals(Set.of("S94"), rulesBrokenBy(WrongKeeping.SharingBlobs::new));
    }

    private static Set<String> intersection(Set<String> broken, String... rules) {
        Set<String> common = new TreeSet<>(broken);
        common.retainAll(Set.of(rules));
        return common;
    }
}
