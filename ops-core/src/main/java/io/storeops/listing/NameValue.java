package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * NAME_VALUE: a decision names a value that may be written (D10).
 *
 * @param subject whose field: the SKU or item
 * @param value the value
 * @param until until when, excluded
 */
record NameValue(String subject, ListingValue value, Instant until) implements Act<NamedValue> {
    @Override
    public EntryPoint entry() {
        return ListingEntries.NAME_VALUE;
    }

    @Override
    public Target target() {
        return ListingEntries.target(subject, value.field());
    }

    @Override
    public String arguments() {
        return subject + " " + value.field() + " " + value.text() + " " + until;
    }

    @Override
    public Verdict decide(Context context) {
        Optional<ListedField> at = ListingSubject.find(context, subject, value.field());
        if (at.isEmpty()) {
            return new Verdict.Refused(ListingSubject.unknown(context, subject, value.field()));
        }
        return until.isAfter(context.now())
                ? Verdict.done(NamedValue.naming(context, at.get(), value, until))
                : Verdict.refused(
                        "UNTIL_PASSED",
                        "the value could be written until " + until + ", and now is " + context.now()
                                + "; give a later instant");
    }

    @Override
    public NamedValue recall(Context context, Written written) {
        return written.get(NamedValue.TABLE);
    }
}
