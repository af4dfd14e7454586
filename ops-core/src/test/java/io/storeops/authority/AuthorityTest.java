package io.storeops.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.authority.RuleSet.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final int THREADS = 8;
    private static final int CHECKS = 1_000_000;
    private static final int SWAPS = 10_000;

    /** Version n is made of the rule set n mod 64. */
    private final Random random = new Random(20240616);

    private final List<RuleSet> rules =
            Stream.generate(() -> RuleSet.of(random)).limit(64).toList();
    private final List<Question> questions = rules.stream()
            .flatMap(set -> Stream.generate(() -> set.question(random)).limit(32))
            .toList();
    private final Authority authority = new Authority(charter(0));
    private final AtomicLong versions = new AtomicLong();

    private Charter charter(long version) {
        return rules.get((int) (version % rules.size())).charter(version);
    }

    @Test
    void everyAnswerDuringTenThousandSwapsIsThatOfTheVersionItReports() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                work.add(() -> askAndSwap(new Random(seed)));
            }
            int checked = 0;
            for (Future<Integer> done : pool.invokeAll(work, 120, TimeUnit.SECONDS)) {
                checked += done.get();
            }
            assertEquals(CHECKS, checked);
            assertEquals(SWAPS, authority.charter().version());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Each thread puts a new version into force after every hundred questions, so that swaps never end before questions do. */
    private int askAndSwap(Random mine) {
        int checked = 0;
        long last = 0;
        for (int swap = 0; swap < SWAPS / THREADS; swap++) {
            for (int i = 0; i < CHECKS / SWAPS; i++) {
                Question question = questions.get(mine.nextInt(questions.size()));
                Decision decision =
                        authority.decide(question.actor(), question.at(), question.anyOf(), question.submitters());
                long version = decision.version();
                assertTrue(version >= last, () -> "version " + version + " after a later one");
                RuleSet at = rules.get((int) (version % rules.size()));
                List<Decision> right = new Oracle(at, version).answers(question);
                assertTrue(right.contains(decision), () -> question + " at " + version + ": " + decision);
                last = version;
                checked++;
            }
            authority.exchange(charter(versions.incrementAndGet()));
        }
        return checked;
    }

    @Test
    void anEarlierVersionThatComesLateIsNotPutIntoForce() {
        Charter second = charter(2);
        assertSame(second, authority.exchange(second));
        assertSame(second, authority.exchange(charter(1)));
        assertEquals(2, authority.charter().version());
    }
}
