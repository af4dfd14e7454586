package io.storeops.step;

import io.storeops.absence.Charged;
import io.storeops.absence.Charges;
import io.storeops.act.Context;
import io.storeops.agenda.Measure;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The measures of duty 3 that are counted from steps (domain section 5, D32, D43): K3.1 of those that are done, K3.2 and K3.4 of those
 * that are done or past due. A step is of the period in which it is due; one that was not done when its activity or task was cancelled
 * counts nowhere.
 */
final class StepKpis {
    /** A step as it stood at the instant of knowing. */
    private record Known(Step step, Optional<Done> done, boolean error) {
        boolean prompt() {
            return done.filter(each -> !each.at().isAfter(step.due())).isPresent();
        }
    }

    private record Done(Instant at, ActorId by) {}

    private static final List<Kpi> KPIS = List.of(Kpi.K3_1, Kpi.K3_2, Kpi.K3_4);

    static final List<Measure> MEASURES = KPIS.stream()
            .map(kpi -> new Measure(kpi, (context, period) -> charged(context, period, kpi)))
            .toList();

    private StepKpis() {}

    private static Charged charged(Context context, Measure.Period period, Kpi kpi) {
        Charges charges = Charges.asOf(context, period.asOf());
        Predicate<Known> counted = kpi == Kpi.K3_1
                ? each -> each.done().isPresent()
                : each -> each.done().isPresent()
                        || !period.asOf().isBefore(each.step().due());
        Predicate<Known> good = switch (kpi) {
            case K3_1 -> each -> !each.error();
            case K3_2 -> Known::prompt;
            default -> each -> each.done().isPresent();
        };
        return new Charged(
                known(context, period)
                        .filter(counted)
                        .map(each -> item(context, charges, each, good.test(each), kpi == Kpi.K3_1))
                        .toList(),
                charges);
    }

    /** An error is none of time, so an absence does not excuse it (D66). */
    private static Charged.Item item(Context context, Charges charges, Known each, boolean good, boolean ofErrors) {
        Instant due = each.step().due();
        Target target = Target.of(Step.TABLE.name(), each.step().id());
        List<ActorId> charged = charged(context, charges, each);
        return ofErrors
                ? new Charged.Item(
                        target,
                        good,
                        false,
                        charged.stream()
                                .map(person -> new Charged.Share(person, good, List.of()))
                                .toList(),
                        due)
                : Charged.Item.of(target, good, charged, due);
    }

    /** A step that nobody did is its owner's, if it has one (D91, D65). */
    private static List<ActorId> charged(Context context, Charges charges, Known each) {
        Instant due = each.step().due();
        List<ActorId> holders = charges.of(each.done().map(Done::by), Right.RUN_ACTIVITIES, due);
        if (each.done().isPresent() || each.step().owner().isEmpty()) {
            return holders;
        }
        return each.step().owner().get() instanceof StepOwner.Person person
                ? List.of(person.actor())
                : ofRole(context, holders, each.step().owner().get(), due);
    }

    private static List<ActorId> ofRole(Context context, List<ActorId> holders, StepOwner owner, Instant due) {
        List<ActorId> found = holders.stream()
                .filter(person ->
                        context.charter().decide(person, due, Right.RUN_ACTIVITIES) instanceof Decision.Allowed allowed
                                && StepOwner.role(allowed.role()).equals(owner))
                .toList();
        return found.isEmpty() ? holders : found;
    }

    /** The steps that are due in a period. */
    static List<Step> due(Context context, Measure.Period period) {
        return context.rows()
                .all(Query.of(Step.TABLE, context.store().id(), Step.BY_DUE)
                        .from(period.begins(context.store().zone()))
                        .to(period.ends(context.store().zone())));
    }

    private static Stream<Known> known(Context context, Measure.Period period) {
        return due(context, period).stream()
                .filter(step -> !step.planned().at().isAfter(period.asOf()))
                .filter(step -> step.course()
                        .uncountedAt()
                        .filter(at -> !at.isAfter(period.asOf()))
                        .isEmpty())
                .map(step -> known(context, step, period.asOf()));
    }

    /** The row tells how it stands now; how it stood before something was recorded later, the records tell. */
    private static Known known(Context context, Step step, Instant asOf) {
        boolean later = step.course().changedAt().filter(at -> at.isAfter(asOf)).isPresent();
        return later
                ? then(context, step, asOf)
                : new Known(
                        step,
                        step.course()
                                .doneAt()
                                .map(at -> new Done(at, step.course().doneBy().orElseThrow())),
                        step.errors() > 0);
    }

    private static Known then(Context context, Step step, Instant asOf) {
        List<CheckRecord> records = PlannedSteps.records(context, step.id()).stream()
                .filter(each -> !each.made().at().isAfter(asOf))
                .toList();
        Optional<Done> done = Optional.empty();
        boolean error = false;
        for (CheckRecord each : records) {
            switch (each.kind()) {
                case OK ->
                    done = Optional.of(new Done(each.made().at(), each.made().by()));
                case DIFFERED -> {
                    done = Optional.empty();
                    error = true;
                }
                case ERROR -> error = true;
                case FAIL -> error |= step.selfCheck();
                case FIXED, FEEDBACK_SENT, TAKEN_BACK -> {}
            }
        }
        return new Known(step, done, error);
    }
}
