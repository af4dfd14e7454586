package io.storeops.examples.bench;

import io.storeops.authority.Authority;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.CachedEnforcer;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One permission decision beside jCasbin answering the same question by the same rules, plain and with its cache full. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class PermissionBenchmark {
    private static final Instant NOON = Rules.SINCE.atTime(12, 0).toInstant(ZoneOffset.UTC);

    /** Whether the questions are those that are allowed, or those that are denied. */
    @Param({"true", "false"})
    boolean allowed;

    private final Rules rules = new Rules();
    private final Authority authority = new Authority(rules.charter());
    private final Enforcer enforcer = rules.in(Enforcer::new);
    private final CachedEnforcer cached = rules.in(CachedEnforcer::new);
    private final List<Question> questions = new ArrayList<>();
    private int next;

    private record Question(ActorId actor, Right right, String subject, String act) {}

    public PermissionBenchmark() {}

    @Setup
    public void ask() {
        for (ActorId actor : rules.people) {
            for (Right right : rules.rights) {
                Question question = new Question(actor, right, actor.value(), right.toString());
                boolean ours = decide(question) instanceof Decision.Allowed;
                boolean theirs = enforce(enforcer, question);
                if (ours != theirs || ours != enforce(cached, question)) {
                    throw new IllegalStateException(question + ": " + ours + ", jCasbin " + theirs);
                }
                if (ours == allowed) {
                    questions.add(question);
                }
            }
        }
    }

    private Question question() {
        next = next + 1 < questions.size() ? next + 1 : 0;
        return questions.get(next);
    }

    private Decision decide(Question question) {
        return authority.decide(question.actor(), NOON, question.right());
    }

    private static boolean enforce(CoreEnforcer by, Question question) {
        return by.enforce(question.subject(), question.act());
    }

    @Benchmark
    public Decision charter() {
        return decide(question());
    }

    @Benchmark
    public boolean jCasbin() {
        return enforce(enforcer, question());
    }

    @Benchmark
    public boolean jCasbinCached() {
        return enforce(cached, question());
    }
}
