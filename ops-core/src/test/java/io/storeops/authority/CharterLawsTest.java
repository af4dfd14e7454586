package io.storeops.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.storeops.authority.RuleSet.Question;
import io.storeops.id.ActorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CharterLawsTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 16);
    private static final int QUESTIONS = 1_000;

    /** 10,000 rule sets take -Dstoreops.test.full=true; a thousand of them are enough for every build. */
    private static final int RULE_SETS = Boolean.getBoolean("storeops.test.full") ? 10_000 : 1_000;

    @Example
    void decidesAsTheRulesSayRowByRow() {
        for (int seed = 0; seed < RULE_SETS; seed++) {
            Random random = new Random(seed);
            RuleSet rules = RuleSet.of(random);
            Charter charter = rules.charter(seed);
            Oracle oracle = new Oracle(rules, seed);
            for (int i = 0; i < QUESTIONS; i++) {
                Question question = rules.question(random);
                Decision decision = ask(charter, question);
                if (!oracle.answers(question).contains(decision)) {
                    fail("seed " + seed + ", " + rules + "\n" + question + "\n is answered " + decision
                            + "\n instead of " + oracle.answers(question));
                }
            }
        }
    }

    /** The questions are no good if hardly any is answered one way or another. */
    @Example
    void theQuestionsComeToEveryKindOfAnswer() {
        Map<String, Integer> answers = new TreeMap<>();
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            RuleSet rules = RuleSet.of(random);
            Charter charter = rules.charter(seed);
            for (int i = 0; i < QUESTIONS; i++) {
                Decision decision = ask(charter, rules.question(random));
                String kind = decision.getClass().getSimpleName();
                boolean deputy = decision instanceof Decision.Allowed allowed
                        && allowed.onBehalfOf().isPresent();
                answers.merge(deputy ? "AllowedAsDeputy" : kind, 1, Integer::sum);
            }
        }
        assertEquals(Set.of("Allowed", "AllowedAsDeputy", "Denied", "SelfDecision"), answers.keySet());
        answers.forEach((kind, count) -> assertTrue(count > 500, answers.toString()));
    }

    @Property(tries = 100)
    void takingAnythingAwayNeverAllowsMore(@ForAll Random random) {
        RuleSet rules = RuleSet.of(random);
        List<RuleSet> less = new ArrayList<>(rules.withoutARight());
        less.addAll(rules.withoutAnAssignment());
        less.addAll(rules.withoutADeputyship());
        Charter all = rules.charter(1);
        List<Question> questions =
                Stream.generate(() -> rules.question(random)).limit(200).toList();
        for (RuleSet fewer : less) {
            Charter charter = fewer.charter(1);
            for (Question question : questions) {
                if (ask(charter, question) instanceof Decision.Allowed) {
                    assertInstanceOf(Decision.Allowed.class, ask(all, question), () -> fewer + "\n" + question);
                }
            }
        }
    }

    static Decision ask(Charter charter, Question question) {
        return charter.decide(question.actor(), question.at(), question.anyOf(), question.submitters());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ABCXYZ0189_")
                .ofMinLength(0)
                .ofMaxLength(12)
                .map(rest -> "X" + rest);
    }

    @Property
    void rightsReadWhatTheyPrint(@ForAll("words") String verb, @ForAll("words") String scope) {
        for (Right right : List.of(new Right(verb, scope), new Right(verb, ""))) {
            assertEquals(right, Right.parse(right.toString()));
        }
    }

    @Example
    void refusesWhatIsNoRight() {
        for (String text : List.of("", "execute:X1", "EXECUTE:x1", "A:B:C", ":X1", "1A", "A B")) {
            assertThrows(IllegalArgumentException.class, () -> Right.parse(text), text);
        }
    }

    private static List<Boolean> allowed(Assignment assignment, Instant... instants) {
        Right right = Right.parse("EXECUTE:X1");
        RolePlan plan = RolePlan.of(
                Bound.on(DAY.minusYears(1)), Map.of(assignment.role(), Set.of(right)), Confidentiality.of(Map.of()));
        Charter charter = Charter.of(1, ZoneOffset.UTC, List.of(plan), List.of(assignment), List.of());
        return Stream.of(instants)
                .map(at -> charter.decide(assignment.actor(), at, right) instanceof Decision.Allowed)
                .toList();
    }

    @Example
    void anAssignmentHoldsFromItsFirstToItsLastDate() {
        Assignment assignment = new Assignment(
                RuleSet.STORE,
                RuleSet.PEOPLE.get(0),
                RuleSet.ROLES.get(0),
                DAY,
                Optional.of(DAY.plusDays(1)),
                Optional.empty());
        Instant start = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = start.plus(Duration.ofDays(2));
        assertEquals(
                List.of(false, true, true, false),
                allowed(assignment, start.minusNanos(1), start, end.minusNanos(1), end));
    }

    @Example
    void anAssignmentHoldsFromOneInstantUntilAnother() {
        Instant from = Instant.parse("2024-10-10T01:00:00Z");
        Instant to = Instant.parse("2024-10-10T02:30:00Z");
        Assignment assignment = new Assignment(
                RuleSet.STORE,
                RuleSet.PEOPLE.get(0),
                ActorKind.PERSON,
                RuleSet.ROLES.get(0),
                Bound.parse("2024-10-10T09:00:00+08:00"),
                Optional.of(Bound.at(to)),
                Optional.empty());
        assertEquals(
                List.of(false, true, true, false), allowed(assignment, from.minusNanos(1), from, to.minusNanos(1), to));
        assertEquals(assignment.from(), Bound.parse(assignment.from().toString()));
    }
}
