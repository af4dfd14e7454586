package io.storeops.maintenance;

import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Reaction;
import io.storeops.campaign.ExtensionApproved;
import io.storeops.storage.Query;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** The requests for decisions, and what an approved extension makes of them. Pure. */
final class Requests {
    private static final String APPROVED = "APPROVED";

    private Requests() {}

    static Optional<Versioned<DecisionRequest>> row(Context context, String id) {
        return context.rows()
                .find(
                        DecisionRequest.TABLE,
                        DecisionRequest.TABLE.keyOf(context.store().id(), id));
    }

    /** Those about an anomaly or an activity, decided ones too. */
    static List<DecisionRequest> about(Context context, String subject) {
        return context.rows()
                .all(Query.of(DecisionRequest.TABLE, context.store().id(), DecisionRequest.BY_SUBJECT)
                        .where(subject));
    }

    /** Whoever approves that an activity ends later decides the requests that ask for no later end (R66). */
    static Reaction.Effect of(Context context, ExtensionApproved fact) {
        List<Edit<?>> edits = about(context, fact.approval().campaignId()).stream()
                .filter(DecisionRequest::open)
                .filter(request -> request.about()
                        .newEnd()
                        .filter(end -> !end.isAfter(fact.approval().latestEnd()))
                        .isPresent())
                .<Edit<?>>map(request -> Edit.replace(
                        DecisionRequest.TABLE,
                        row(context, request.id()).orElseThrow(),
                        request.with(new DecisionRequest.Decided(
                                APPROVED,
                                fact.approval().approved().at(),
                                fact.approval().approved().by()))))
                .toList();
        return new Reaction.Effect(edits, List.of());
    }
}
