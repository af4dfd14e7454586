package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Reaction;
import io.storeops.listing.ListingWrite;
import io.storeops.listing.ListingWritten;
import io.storeops.listing.WriteVerdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Follows what comes of the writes by which anomalies are put right (D20, R48). Pure. */
final class FollowedWrites {
    private FollowedWrites() {}

    static Reaction.Effect of(Context context, ListingWritten written) {
        ListingWrite write = written.write();
        List<Edit<?>> edits = Stream.of(AnomalyState.FOUND, AnomalyState.CORRECTING)
                .flatMap(state -> MaintenanceEntries.ANOMALIES.all(context, Anomaly.BY_STATE, state).stream())
                .filter(anomaly -> about(context, anomaly, write))
                .map(anomaly -> Case.of(context, anomaly))
                .filter(each ->
                        !write.planned().at().isBefore(each.episode().found().at()))
                .<Edit<?>>flatMap(each -> each
                        .edits(
                                context,
                                each.anomaly(),
                                each.episode()
                                        .work(after(context, each.episode().work(), write)))
                        .stream())
                .toList();
        return new Reaction.Effect(edits, List.of());
    }

    private static boolean about(Context context, Anomaly anomaly, ListingWrite write) {
        return Subjects.field(anomaly.key().rule()).equals(Optional.of(write.field()))
                && anomaly.key().subject().equals(Subjects.of(context, write.subjectId()));
    }

    private static Work after(Context context, Work before, ListingWrite write) {
        Optional<WriteVerdict> verdict = write.verdict();
        if (verdict.isEmpty()) {
            return before;
        }
        return switch (verdict.get()) {
            case PENDING ->
                before.pending(
                        write.planned().at(),
                        write.outcome().flatMap(ListingWrite.Outcome::until).orElseThrow());
            case APPLIED, NO_CHANGE -> before.applied(write.planned().at());
            case DIFFERENT, REJECTED -> before.failed(context.now());
            case UNKNOWN, MANUAL_REQUIRED -> before;
        };
    }
}
