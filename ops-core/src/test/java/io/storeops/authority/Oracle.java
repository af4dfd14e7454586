package io.storeops.authority;

import io.storeops.authority.RuleSet.Question;
import io.storeops.id.ActorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules of issue 3 say (R7, R85, R88, R89), asked row by row: slow, and knowing nothing of how a charter works. */
record Oracle(RuleSet rules, long version) {
    /** Every answer that is right. */
    List<Decision> answers(Question question) {
        LocalDate day = question.at().atZone(rules.zone()).toLocalDate();
        for (Right right : question.anyOf()) {
            List<Decision> ways = ways(question.actor(), day, right, question.submitters());
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        for (Right right : question.anyOf()) {
            if (!ways(question.actor(), day, right, Set.of()).isEmpty()) {
                return List.of(new Decision.SelfDecision(right, holders(day, right, question.submitters()), version));
            }
        }
        Right first = question.anyOf().get(0);
        return List.of(new Decision.Denied(first, holders(day, first, question.submitters()), version));
    }

    private List<ActorId> holders(LocalDate day, Right right, Set<ActorId> submitters) {
        return RuleSet.PEOPLE.stream()
                .filter(person -> !ways(person, day, right, submitters).isEmpty())
                .toList();
    }

    /** By which of their own roles a person may; if by none, for whom they may as a deputy. */
    private List<Decision> ways(ActorId person, LocalDate day, Right right, Set<ActorId> submitters) {
        List<Decision> ways = new ArrayList<>();
        if (submitters.contains(person)) {
            return ways;
        }
        for (Role role : RuleSet.ROLES) {
            if (gives(role, day, right) && has(person, role, day)) {
                ways.add(new Decision.Allowed(right, role, Optional.empty(), version));
            }
        }
        for (Deputyship d : ways.isEmpty() ? rules.deputies() : List.<Deputyship>of()) {
            if (d.deputy().equals(person)
                    && in(day, d.from(), d.to())
                    && gives(d.role(), day, right)
                    && has(d.principal(), d.role(), day)
                    && !submitters.contains(d.principal())) {
                ways.add(new Decision.Allowed(right, d.role(), Optional.of(d.principal()), version));
            }
        }
        return ways;
    }

    private boolean has(ActorId person, Role role, LocalDate day) {
        for (Assignment a : rules.assignments()) {
            if (a.actor().equals(person) && a.role().equals(role) && in(day, a.from(), a.to())) {
                return true;
            }
        }
        return false;
    }

    private boolean gives(Role role, LocalDate day, Right right) {
        RolePlan last = null;
        for (RolePlan plan : rules.plans()) {
            if (!plan.effectiveFrom().isAfter(day)
                    && (last == null || plan.effectiveFrom().isAfter(last.effectiveFrom()))) {
                last = plan;
            }
        }
        return last != null
                && last.roles().containsKey(role)
                && last.roles().get(role).contains(right);
    }

    private static boolean in(LocalDate day, Bound from, Optional<Bound> to) {
        return !day.isBefore(date(from)) && (to.isEmpty() || !day.isAfter(date(to.get())));
    }

    private static LocalDate date(Bound bound) {
        return LocalDate.parse(bound.toString());
    }
}
