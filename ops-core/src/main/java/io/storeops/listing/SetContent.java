package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;

/**
 * SET_CONTENT: from now on an item is to show this (D9).
 *
 * @param itemId the item
 * @param value what it is to show
 */
record SetContent(String itemId, ListingValue value) implements Act<ApprovedContent> {
    SetContent {
        ApprovedContent.requireContent(value);
    }

    @Override
    public EntryPoint entry() {
        return ListingEntries.SET_CONTENT;
    }

    @Override
    public Target target() {
        return ListingEntries.target(itemId, value.field());
    }

    @Override
    public String arguments() {
        return itemId + " " + value.field() + " " + value.text();
    }

    @Override
    public Verdict decide(Context context) {
        return ListingSubject.find(context, itemId, value.field()).isEmpty()
                ? new Verdict.Refused(ListingSubject.unknown(context, itemId, value.field()))
                : Verdict.done(ApprovedContent.approving(context, itemId, value));
    }

    @Override
    public ApprovedContent recall(Context context, Written written) {
        return written.get(ApprovedContent.TABLE);
    }
}
