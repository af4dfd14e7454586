package io.storeops.act;

import io.storeops.authority.DataClass;
import io.storeops.authority.Limit;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.evidence.Target;
import io.storeops.failure.Refusal;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** What is asked of every act that its duty lets pass: is there evidence, may it be told there, is the limit kept. */
final class Guards {
    private final Context context;
    private final Act<?> act;
    private final Verdict.Done done;

    Guards(Context context, Act<?> act, Verdict.Done done) {
        this.context = context;
        this.act = act;
        this.done = done;
    }

    /** Why it is refused after all; otherwise the limits' new counts are added to the edits. */
    Optional<Refusal> refusal(List<Edit<?>> edits) {
        return missingEvidence().or(this::confidential).or(() -> exceeded(edits));
    }

    private Optional<Refusal> missingEvidence() {
        return done.proof().flatMap(proof -> {
            List<Evidence> found = context.rows()
                    .all(Query.of(Evidence.TABLE, context.store().id(), Evidence.BY_TARGET)
                            .where(proof.target()));
            List<EvidenceNeed> missing = proof.needs().stream()
                    .filter(need -> found.stream().noneMatch(item -> need.metBy(item.kind())))
                    .toList();
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "EVIDENCE_MISSING",
                            proof.target() + " has no evidence of " + missing + "; it has "
                                    + found.stream().map(Evidence::kind).toList() + ". Attach it first"));
        });
    }

    private Optional<Refusal> confidential() {
        for (Outgoing outgoing : done.messages()) {
            for (DataClass data : outgoing.tells()) {
                String channel = outgoing.message().channel();
                if (!context.roster().confidentiality().channelsOf(data).contains(channel)) {
                    return Optional.of(new Refusal(
                            "CONFIDENTIAL",
                            data + " must not go to the channel " + channel + "; the roster names "
                                    + context.roster().confidentiality().channelsOf(data) + " for it"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> exceeded(List<Edit<?>> edits) {
        for (Limit limit : context.roster().limits()) {
            if (limit.act().equals(act.entry().name())) {
                for (LimitUse first : uses(limit)) {
                    Optional<Versioned<LimitUse>> known = context.rows().find(LimitUse.TABLE, first.key());
                    if (known.map(use -> use.value().used()).orElse(0L) >= limit.perDay()) {
                        return Optional.of(reached(limit, first));
                    }
                    edits.add(Edit.touch(
                            LimitUse.TABLE,
                            known,
                            known.map(use -> use.value().again()).orElse(first)));
                }
            }
        }
        return Optional.empty();
    }

    /** What one doing uses of a limit: once, or once for each thing where things are counted apart. */
    private List<LimitUse> uses(Limit limit) {
        List<Target> counted = done.counted().isEmpty() ? List.of(act.target()) : done.counted();
        return counted.stream()
                .map(thing -> LimitUse.first(context, limit, thing))
                .distinct()
                .toList();
    }

    private Refusal reached(Limit limit, LimitUse use) {
        return new Refusal(
                "LIMIT_REACHED",
                "the limit '" + limit.name() + "' allows " + limit.perDay() + " " + limit.act()
                        + " a day, all of them used on " + use.date() + " (actor " + use.actor() + ", subject "
                        + use.subject() + ")");
    }
}
