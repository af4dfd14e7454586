package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.catalog.Sku;
import io.storeops.inspection.InspectionVerdict;
import io.storeops.inspection.Phrase;
import io.storeops.position.MaintenanceRules;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rules propose to answer a line (R38): ANOMALY while one is open that the line looks at; else COULD_NOT_CHECK if a source could
 * not be judged by, or cannot any more; OK only if every subject was judged and is right. Where no rule looked, or had anything to compare
 * with, or what is wrong is accepted or silenced, nothing is proposed: that is a person's word. Pure.
 */
final class Proposing {
    private final Context context;
    private final MaintenanceRules.Line line;
    private final List<SeenRun> looks;

    private Proposing(Context context, MaintenanceRules.Line line) {
        this.context = context;
        this.line = line;
        this.looks = context.rows().all(Query.of(SeenRun.TABLE, context.store().id())).stream()
                .filter(look -> look.rule().category().equals(line.category()))
                .filter(look -> !ofMetric() || look.rule().metric().equals(line.filter()))
                .filter(look -> !saysNothing(look))
                .toList();
    }

    /**
     * Whether a look is none at what the rule is about: the source never had such a value, or there is nothing to compare any with, as
     * with pages of which no approved content is known.
     */
    private static boolean saysNothing(SeenRun look) {
        if (look.checked() == 0 && look.base().isEmpty()) {
            return true;
        }
        return look.outcome().whole().isEmpty()
                && Stream.of(InspectionVerdict.values())
                        .filter(verdict -> verdict != InspectionVerdict.NO_REFERENCE)
                        .allMatch(verdict -> count(look, verdict) == 0);
    }

    static Optional<ProposedAnswer> of(Context context, ChecklistLine line) {
        return new Proposing(context, line.line()).proposal();
    }

    private Optional<ProposedAnswer> proposal() {
        List<ProposedAnswer.Reason> found = found();
        List<ProposedAnswer.Reason> unchecked = unchecked();
        if (!found.isEmpty()) {
            return proposed(
                    LineState.ANOMALY,
                    Stream.concat(found.stream(), unchecked.stream()).toList());
        }
        if (!unchecked.isEmpty()) {
            return proposed(LineState.COULD_NOT_CHECK, unchecked);
        }
        boolean right =
                !looks.isEmpty() && looks.stream().allMatch(look -> count(look, InspectionVerdict.ANOMALY) == 0);
        return right ? proposed(LineState.OK, List.of()) : Optional.empty();
    }

    private Optional<ProposedAnswer> proposed(LineState state, List<ProposedAnswer.Reason> reasons) {
        Optional<Instant> oldest =
                looks.stream().flatMap(look -> look.asOf().stream()).min(Comparator.naturalOrder());
        long checked = looks.stream().mapToLong(SeenRun::checked).max().orElse(0);
        return Optional.of(new ProposedAnswer(state, oldest, checked, reasons));
    }

    /** The anomalies that are open for themselves, in the order in which they were first seen. */
    private List<ProposedAnswer.Reason> found() {
        return Case.open(context).stream()
                .filter(each -> each.anomaly().state().covers()
                        && concerns(each.anomaly().key()))
                .map(each -> {
                    Observation.Seen seen = each.lastSeen(context);
                    return new ProposedAnswer.Reason(
                            Optional.of(each.anomaly().id()),
                            each.anomaly().key().toString(),
                            seen.measured(),
                            seen.base());
                })
                .toList();
    }

    /** A line may look at one metric of its category, or at one item or SKU. */
    private boolean concerns(AnomalyKey key) {
        return key.category().equals(line.category())
                && line.filter()
                        .map(only -> key.rule().metric().equals(Optional.of(only))
                                || key.subject().equals(only)
                                || itemOf(key.subject()).equals(Optional.of(only)))
                        .orElse(true);
    }

    private Optional<String> itemOf(String subject) {
        return context.catalogue().skus().find(subject).map(Sku::itemId);
    }

    /** Whether the line looks at one metric of those that rules judge. */
    private boolean ofMetric() {
        return line.filter()
                .filter(only -> context.catalogue().skus().find(only).isEmpty()
                        && context.catalogue().items().stream()
                                .noneMatch(item -> item.id().equals(only)))
                .isPresent();
    }

    private List<ProposedAnswer.Reason> unchecked() {
        List<ProposedAnswer.Reason> reasons = new ArrayList<>();
        for (SeenRun look : looks) {
            why(look)
                    .ifPresent(why -> reasons.add(new ProposedAnswer.Reason(
                            Optional.empty(), look.rule().toString(), why, "")));
        }
        return reasons;
    }

    /** Why a look says less than that all is right; empty if it says that, or that something is wrong. */
    private Optional<String> why(SeenRun look) {
        Optional<String> obstacle = look.obstacle(context)
                .map(judgement -> judgement
                        .sentence(context.store().language(), context.store().zone())
                        .text());
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (look.outcome().whole().equals(Optional.of(Phrase.SOURCE_WRONG))) {
            return Optional.of(ChecklistWords.SOURCE_WRONG.in(context.store().language()));
        }
        long open = count(look, InspectionVerdict.COULD_NOT_CHECK)
                + count(look, InspectionVerdict.LEARNING)
                + count(look, InspectionVerdict.NO_REFERENCE);
        return open == 0
                ? Optional.empty()
                : Optional.of(ChecklistWords.NOT_JUDGED.in(context.store().language()) + open + "/" + look.checked());
    }

    private static long count(SeenRun look, InspectionVerdict verdict) {
        return look.outcome().count(verdict);
    }
}
