package io.storeops.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final int QUESTIONS = 100_000;

    private final ActorId operator = ActorId.of("op-1");
    private final Instant noon = DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    private final List<Right> anyOf = List.of(Right.READ, Right.MAINTAIN);
    private final Set<ActorId> submitters = Set.of(ActorId.of("op-2"));
    private final Authority authority = new Authority(Charter.of(
            1,
            ZoneOffset.UTC,
            List.of(new RolePlan(Bound.on(DAY), new TreeMap<>(Map.of(Role.OPERATOR, Set.of(Right.MAINTAIN))))),
            List.of(new Assignment(StoreId.of("S1"), operator, Role.OPERATOR, DAY, Optional.empty(), Optional.empty())),
            List.of()));

    /** Asked often enough for the first calls, which link what they need, not to count for more than nothing. */
    @Test
    void anAllowedDecisionAllocatesNothing() {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "This JVM does not count allocations");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int allowed = ask(QUESTIONS);
        long before = threads.getCurrentThreadAllocatedBytes();
        allowed += ask(QUESTIONS);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(4 * QUESTIONS, allowed);
        assertEquals(0, bytes / QUESTIONS, bytes + " bytes for " + QUESTIONS + " pairs of questions");
    }

    private int ask(int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += authority.decide(operator, noon, Right.MAINTAIN) instanceof Decision.Allowed ? 1 : 0;
            allowed += authority.decide(operator, noon, anyOf, submitters) instanceof Decision.Allowed ? 1 : 0;
        }
        return allowed;
    }
}
