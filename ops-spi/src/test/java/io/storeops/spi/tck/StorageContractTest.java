package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.storeops.storage.Storage;
import io.storeops.storage.Table;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The kit itself under test: a storage that gets one thing wrong breaks the rules about that thing. */
class StorageContractTest {
    /** Right unless a test has just made it wrong, so that nobody is misled who runs it by itself. */
    static final class Candidate extends MemoryStorageContractTest {
        private static UnaryOperator<Storage> fault = UnaryOperator.identity();

        @Override
        protected Storage open(Clock clock, List<Table<?>> tables) {
            return fault.apply(super.open(clock, tables));
        }
    }

    @AfterEach
    void leaveTheCandidateRight() {
        Candidate.fault = UnaryOperator.identity();
    }

    private static Set<String> rulesBrokenBy(UnaryOperator<Storage> fault) {
        Candidate.fault = fault;
        Set<String> broken = new TreeSet<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Candidate.class))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier rule, TestExecutionResult result) {
                if (rule.isTest() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    broken.add(rule.getDisplayName().substring(0, 3));
                }
            }
        });
        return broken;
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
        assertEquals(Set.of("S23", "S24", "S26", "S70"), rulesBrokenBy(WrongStorage.ForgettingReceipts::new));
    }

    private static Set<String> intersection(Set<String> broken, String... rules) {
        Set<String> common = new TreeSet<>(broken);
        common.retainAll(Set.of(rules));
        return common;
    }
}
