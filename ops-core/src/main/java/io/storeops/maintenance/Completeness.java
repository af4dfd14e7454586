package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Target;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Whether an anomaly has all evidence of its kind, in every episode: that of each act it took, or of its category if it took none (R3,
 * D14). The receipt of the notice and the manager's feedback are records of the library itself. Pure.
 */
final class Completeness {
    /** About how many rows a storage gives in the time of one more question: of fewer than one in so many, all are not read for some. */
    private static final int ROWS_A_QUESTION = 16;

    /** Behind what is about any anomaly, in the order of texts: an underscore comes after the slash. */
    private static final Target BEHIND = Target.of(Anomaly.TABLE.name() + "_", "!");

    private Completeness() {}

    /** Tells of each of some anomalies whether it has, as of the instant of which they are. */
    static Predicate<History> among(Context context, List<History> histories) {
        Categories categories = Categories.in(context);
        Map<Target, List<Evidence>> evidence = evidence(context, histories);
        return each -> of(categories, each, evidence.getOrDefault(target(each), List.of()));
    }

    private static Target target(History each) {
        return Anomaly.target(each.anomaly().id());
    }

    /** What is attached to some anomalies: of many in one pass, of few of the store's in a question each. */
    private static Map<Target, List<Evidence>> evidence(Context context, List<History> histories) {
        Map<Target, List<Evidence>> evidence = new HashMap<>();
        histories.forEach(each -> evidence.put(target(each), new ArrayList<>()));
        Query<Evidence> all = Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET);
        if (few(context, histories)) {
            evidence.forEach((target, items) -> items.addAll(context.rows().all(all.where(target))));
            return evidence;
        }
        Target first = Collections.min(evidence.keySet(), Comparator.comparing(Target::toString));
        try (Scan<Versioned<Evidence>> scan =
                context.rows().scan(all.from(first).to(BEHIND))) {
            scan.forEachRemaining(row -> {
                List<Evidence> ofOne = evidence.get(row.value().target());
                if (ofOne != null) {
                    ofOne.add(row.value());
                }
            });
        }
        return evidence;
    }

    private static boolean few(Context context, List<History> histories) {
        return histories.isEmpty()
                || histories.size() * ROWS_A_QUESTION
                        < Histories.of(context, histories.get(0).asOf()).size();
    }

    private static boolean of(Categories categories, History each, List<Evidence> evidence) {
        List<Episode> episodes = each.episodes();
        return IntStream.range(0, episodes.size()).allMatch(i -> {
            Episode episode = episodes.get(i);
            Instant end = i + 1 < episodes.size() ? episodes.get(i + 1).found().at() : Instant.MAX;
            return of(
                    categories,
                    each.anomaly().key().category(),
                    episode,
                    evidence.stream()
                            .filter(item ->
                                    !item.stamp().at().isBefore(episode.found().at())
                                            && item.stamp().at().isBefore(end)
                                            && !item.stamp().at().isAfter(each.asOf()))
                            .toList());
        });
    }

    private static boolean of(Categories categories, String category, Episode episode, List<Evidence> evidence) {
        boolean recovered = episode.ended()
                .filter(ending -> ending.result() == AnomalyResult.SELF_RECOVERED)
                .isPresent();
        boolean corrected = episode.work().correctedAt().isPresent();
        boolean escalated = episode.escalation()
                .filter(escalation -> escalation.accepted() > 0)
                .isPresent();
        boolean none = !corrected && !escalated;
        if (recovered && none) {
            return true;
        }
        boolean asCorrection = corrected || (none && categories.correctable(category));
        boolean asEscalation = escalated || (none && !categories.correctable(category));
        List<EvidenceNeed> needs = new ArrayList<>();
        if (asCorrection) {
            needs.addAll(categories.correcting(category));
        }
        if (asEscalation) {
            needs.addAll(categories.escalatingNeeds());
        }
        boolean told = episode.ended()
                .filter(ending -> ending.result() == AnomalyResult.CORRECTED)
                .isPresent();
        return needs.stream().allMatch(need -> evidence.stream().anyMatch(item -> need.metBy(item.kind())))
                && (!asCorrection || told)
                && (!asEscalation || episode.answer().isPresent());
    }
}
