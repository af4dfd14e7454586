package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.listing.ListingEditor.Shown;
import io.storeops.position.MaintenanceRules;
import java.util.Optional;

/**
 * What the marketplace answered to a write, and what was read back, are written down.
 *
 * @param planned the write as it was planned
 * @param at which field of which listing
 * @param answer what the marketplace answered
 * @param shown what was read back; empty if nobody could look
 */
record ConcludeWrite(ListingWrite planned, ListedField at, Answer answer, Optional<Shown> shown)
        implements Act<ListingWrite> {
    @Override
    public EntryPoint entry() {
        return ListingEntries.CONCLUDE_WRITE;
    }

    @Override
    public Target target() {
        return ListingEntries.target(at.subject(), at.field());
    }

    /** The same whatever the answer: there is one conclusion of a write. */
    @Override
    public String arguments() {
        return planned.idempotencyKey();
    }

    @Override
    public Verdict decide(Context context) {
        ListingWrite known = context.rows()
                .find(ListingWrite.TABLE, planned.key())
                .orElseThrow()
                .value();
        Optional<ListingValue> value = shown.map(Shown::value);
        MaintenanceRules.Writes rules = context.roster().maintenance().writes();
        ListingWrite next = open(known)
                ? Judgement.answered(known, answer, value, context.now(), rules)
                : value.isEmpty() ? known : Judgement.lookedAt(known, value, context.now(), rules);
        return Verdict.done(
                        ListingWrite.replacing(context, next),
                        Edit.insert(ListingVersion.TABLE, ListingVersion.next(context, at, shown)))
                .stating(new ListingWritten(next));
    }

    /** Whether the answer still tells something: somebody may have looked before it was written down. */
    private boolean open(ListingWrite known) {
        boolean pending = known.verdict().filter(WriteVerdict.PENDING::equals).isPresent();
        return known.outcome().isEmpty() || (pending && !(answer instanceof Answer.Lost));
    }

    @Override
    public ListingWrite recall(Context context, Written written) {
        return written.get(ListingWrite.TABLE);
    }
}
