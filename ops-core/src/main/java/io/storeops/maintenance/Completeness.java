package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.storage.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether an anomaly has all evidence of its kind, in every episode: that of each act it took, or of its category if it took none (R3,
 * D14). The receipt of the notice and the manager's feedback are records of the library itself. Pure.
 */
final class Completeness {
    private Completeness() {}

    /** As of an instant, of which class and episodes are too. */
    static boolean of(Context context, Anomaly anomaly, List<Episode> episodes, Instant asOf) {
        List<Evidence> evidence = context.rows()
                .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                        .where(Anomaly.target(anomaly.id())));
        return IntStream.range(0, episodes.size()).allMatch(i -> {
            Episode episode = episodes.get(i);
            Instant end = i + 1 < episodes.size() ? episodes.get(i + 1).found().at() : Instant.MAX;
            return of(
                    Categories.in(context),
                    anomaly.key().category(),
                    episode,
                    evidence.stream()
                            .filter(item ->
                                    !item.stamp().at().isBefore(episode.found().at())
                                            && item.stamp().at().isBefore(end)
                                            && !item.stamp().at().isAfter(asOf))
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
