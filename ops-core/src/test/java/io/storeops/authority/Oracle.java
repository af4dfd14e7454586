package io.storeops.authority;

import io.storeops.authority.RuleSet.Question;
import io.storeops.id.ActorId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules of issue 3 say (R7, R85, R88, R89), asked row by row: slow, and knowing nothing of how a charter works. */
record Oracle(RuleSet rules, long version) {
    /** Every answer that is right. */
    List<Decision> answers(Question question) {
        Instant at = question.at();
        for (Right right : question.anyOf()) {
            List<Decision> ways = ways(question.actor(), at, right, question.submitters());
            if (!ways.isEmpty()) {
                return ways;
            }
        }
        for (Right right : question.anyOf()) {
            if (!ways(question.actor(), at, right, Set.of()).isEmpty()) {
                return List.of(new Decision.SelfDecision(right, holders(at, right, question.submitters()), version));
            }
        }
        Right first = question.anyOf().get(0);
        return List.of(new Decision.Denied(first, holders(at, first, question.submitters()), version));
    }

    private List<ActorId> holders(Instant at, Right right, Set<ActorId> submitters) {
        return RuleSet.PEOPLE.stream()
                .filter(person -> !ways(person, at, right, submitters).isEmpty())
                .toList();
    }

    /** By which of their own roles a person may; if by none, for whom they may as a deputy. */
    private List<Decision> ways(ActorId person, Instant at, Right right, Set<ActorId> submitters) {
        List<Decision> ways = new ArrayList<>();
        if (submitters.contains(person)) {
            return ways;
        }
        for (Role role : RuleSet.ROLES) {
            if (gives(role, at, right) && has(person, role, at)) {
                ways.add(new Decision.Allowed(right, role, Optional.empty(), version));
            }
        }
        for (Deputyship d : ways.isEmpty() ? rules.deputies() : List.<Deputyship>of()) {
            if (d.deputy().equals(person)
                    && in(at, d.from(), d.to())
                    && gives(d.role(), at, right)
                    && has(d.principal(), d.role(), at)
                    && !submitters.contains(d.principal())) {
                ways.add(new Decision.Allowed(right, d.role(), Optional.of(d.principal()), version));
            }
        }
        return ways;
    }

    private boolean has(ActorId person, Role role, Instant at) {
        for (Assignment a : rules.assignments()) {
            if (a.actor().equals(person) && a.role().equals(role) && in(at, a.from(), a.to())) {
                return true;
            }
        }
        return false;
    }

    private boolean gives(Role role, Instant at, Right right) {
        RolePlan last = null;
        for (RolePlan plan : rules.plans()) {
            if (begun(at, plan.effectiveFrom()) && (last == null || first(plan).isAfter(first(last)))) {
                last = plan;
            }
        }
        return last != null
                && last.roles().containsKey(role)
                && last.roles().get(role).contains(right);
    }

    private Instant first(RolePlan plan) {
        return plan.effectiveFrom() instanceof Bound.OnDate on
                ? on.date().atStartOfDay(rules.zone()).toInstant()
                : Instant.parse(plan.effectiveFrom().toString());
    }

    private boolean in(Instant at, Bound from, Optional<Bound> to) {
        return begun(at, from) && (to.isEmpty() || !ended(at, to.get()));
    }

    private boolean begun(Instant at, Bound from) {
        return from instanceof Bound.OnDate on
                ? !day(at).isBefore(on.date())
                : !at.isBefore(Instant.parse(from.toString()));
    }

    private boolean ended(Instant at, Bound to) {
        return to instanceof Bound.OnDate on ? day(at).isAfter(on.date()) : !at.isBefore(Instant.parse(to.toString()));
    }

    private LocalDate day(Instant at) {
        return at.atZone(rules.zone()).toLocalDate();
    }
}
