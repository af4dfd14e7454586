package io.storeops.listing;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.evidence.Target;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.listing.ListingEditor.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * READ_BACK: what is shown is written down, and with it what came of the last write.
 *
 * @param subject whose field: the SKU or item
 * @param field what of the listing
 * @param byHand the value, if a person looked
 * @param shown what is shown; empty if it could not be read
 */
record LookBack(String subject, ListingField field, Optional<ListingValue> byHand, Optional<Shown> shown)
        implements Act<ReadBack> {
    private static final String VERDICT = "verdict";
    private static final String UNTIL = "until";
    private static final String APPROVED = "equalsApproved";

    /** What a person sees. */
    static LookBack byEye(String subject, ListingValue value) {
        return new LookBack(subject, value.field(), Optional.of(value), Optional.empty());
    }

    @Override
    public EntryPoint entry() {
        return ListingEntries.READ_BACK;
    }

    @Override
    public Target target() {
        return ListingEntries.target(subject, field);
    }

    @Override
    public String arguments() {
        return subject + " " + field + byHand.map(value -> " " + value.text()).orElse("");
    }

    @Override
    public Verdict decide(Context context) {
        Optional<ListedField> found = ListingSubject.find(context, subject, field);
        if (found.isEmpty()) {
            return new Verdict.Refused(ListingSubject.unknown(context, subject, field));
        }
        Optional<Shown> looked =
                byHand.map(value -> new Shown(value, context.now())).or(() -> shown);
        if (looked.isEmpty()) {
            return Verdict.refused(
                    "NOTHING_READ",
                    "the marketplace shows no " + field + " of " + subject + " now; look again later, or read it by eye"
                            + " and tell the value");
        }
        ListedField at = found.get();
        ListingValue value = looked.get().value();
        Verdict.Done seen = Verdict.done(Edit.insert(ListingVersion.TABLE, ListingVersion.next(context, at, looked)));
        Optional<ListingWrite> last = ListingWrite.last(context, at);
        Optional<ListingWrite> judged = last.map(write -> Judgement.lookedAt(
                write,
                Optional.of(value),
                context.now(),
                context.roster().maintenance().writes()));
        if (!judged.equals(last)) {
            ListingWrite next = judged.orElseThrow();
            seen = seen.with(List.of(ListingWrite.replacing(context, next))).stating(new ListingWritten(next));
        }
        return told(seen, judged.flatMap(ListingWrite::outcome), approved(context, at, value, last));
    }

    /** Where nobody knows what is approved, what was written has to be read back (D9). */
    private static boolean approved(Context context, ListedField at, ListingValue value, Optional<ListingWrite> last) {
        ListingApproval approval = ListingApproval.of(context, at);
        return approval.allows(value)
                && (approval.approved().isPresent()
                        || last.map(write -> write.value().equals(value)).orElse(true));
    }

    private static Verdict.Done told(Verdict.Done seen, Optional<ListingWrite.Outcome> outcome, boolean approved) {
        Verdict.Done told = seen.telling(APPROVED, Json.of(approved));
        if (outcome.isPresent()) {
            told = told.telling(VERDICT, Json.of(outcome.get().verdict().name()));
            Optional<Instant> until = outcome.get().until();
            told = until.isPresent() ? told.telling(UNTIL, Json.of(until.get().toString())) : told;
        }
        return told;
    }

    @Override
    public ReadBack recall(Context context, Written written) {
        JsonReader told = written.told();
        return new ReadBack(
                written.get(ListingVersion.TABLE),
                told.findMember(VERDICT).map(place -> WriteVerdict.valueOf(place.text())),
                told.findMember(UNTIL).map(place -> Instant.parse(place.text())),
                told.member(APPROVED).flag());
    }
}
