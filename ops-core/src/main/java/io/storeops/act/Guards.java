package io.storeops.act;

import io.storeops.authority.DataClass;
import io.storeops.authority.Limit;
import io.storeops.evidence.Evidence;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.storage.Changes;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** What is asked of every act that its duty lets pass: is there evidence, may it be told there, is the limit kept. */
final class Guards {
    private final Context context;
    private final Verdict.Done done;

    Guards(Context context, Verdict.Done done) {
        this.context = context;
        this.done = done;
    }

    /** Why it is refused after all; otherwise the limits' new counts are in the changes. */
    Optional<Refusal> refusal(String act, Changes changes) {
        return missingEvidence().or(this::confidential).or(() -> exceeded(act, changes));
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

    private Optional<Refusal> exceeded(String act, Changes changes) {
        for (Limit limit : context.roster().limits()) {
            if (limit.act().equals(act)) {
                LimitUse first = LimitUse.first(context, limit, done.subject());
                Optional<Versioned<LimitUse>> known = context.rows().find(LimitUse.TABLE, first.key());
                long used = known.map(use -> use.value().used()).orElse(0L);
                if (used >= limit.perDay()) {
                    return Optional.of(new Refusal(
                            "LIMIT_REACHED",
                            "the limit '" + limit.name() + "' allows " + limit.perDay() + " " + act
                                    + " a day, all of them used on " + first.date() + " (actor " + first.actor()
                                    + ", subject " + first.subject() + ")"));
                }
                if (known.isPresent()) {
                    changes.replace(
                            LimitUse.TABLE,
                            known.get().value().again(),
                            known.get().revision());
                } else {
                    changes.insert(LimitUse.TABLE, first);
                }
            }
        }
        return Optional.empty();
    }
}
