package io.storeops.listing;

import static io.storeops.listing.WriteVerdict.APPLIED;
import static io.storeops.listing.WriteVerdict.DIFFERENT;
import static io.storeops.listing.WriteVerdict.MANUAL_REQUIRED;
import static io.storeops.listing.WriteVerdict.NO_CHANGE;
import static io.storeops.listing.WriteVerdict.PENDING;
import static io.storeops.listing.WriteVerdict.REJECTED;
import static io.storeops.listing.WriteVerdict.UNKNOWN;

import io.storeops.failure.Refusal;
import io.storeops.listing.ListingEditor.Answer;
import io.storeops.listing.ListingWrite.Outcome;
import io.storeops.listing.ListingWrite.Reply;
import io.storeops.position.MaintenanceRules;
import java.time.Instant;
import java.util.Optional;

/** Judges a write by the marketplace's answer and by what is read back (D20). Pure. */
final class Judgement {
    private Judgement() {}

    /** A write after the marketplace answered and somebody tried to look. */
    static ListingWrite answered(
            ListingWrite write,
            Answer answer,
            Optional<ListingValue> shown,
            Instant now,
            MaintenanceRules.Writes rules) {
        boolean there = shown.filter(write.value()::equals).isPresent();
        Instant lag = write.planned().at().plus(rules.readBackFor());
        if (answer instanceof Answer.Rejected rejected) {
            return write.with(Optional.of(Reply.REJECTED), Outcome.of(REJECTED, rejected.reason()));
        }
        if (answer instanceof Answer.ByHand byHand) {
            return write.with(Optional.of(Reply.BY_HAND), Outcome.of(MANUAL_REQUIRED, byHand.instruction()));
        }
        if (answer instanceof Answer.InReview review) {
            return write.with(
                    Optional.of(Reply.IN_REVIEW),
                    there
                            ? Outcome.of(APPLIED)
                            : Outcome.pending(review.until().orElse(now.plus(rules.pendingUntil()))));
        }
        if (answer instanceof Answer.Lost lost) {
            Outcome unseen = Outcome.of(UNKNOWN, lost.detail());
            return write.with(
                    Optional.of(Reply.LOST), shown.isEmpty() ? unseen : there ? Outcome.of(APPLIED) : late(now, lag));
        }
        boolean unchanged = answer instanceof Answer.Unchanged;
        return write.with(
                Optional.of(unchanged ? Reply.UNCHANGED : Reply.ACCEPTED),
                there ? Outcome.of(unchanged ? NO_CHANGE : APPLIED) : lagging(write, shown, now, lag));
    }

    /** The value from before may still be shown for a while; another value than that is a difference at once. */
    private static Outcome lagging(ListingWrite write, Optional<ListingValue> shown, Instant now, Instant lag) {
        if (shown.isEmpty()) {
            return Outcome.pending(lag);
        }
        return write.before().equals(shown.map(ListingValue::text)) ? late(now, lag) : Outcome.of(DIFFERENT);
    }

    private static Outcome late(Instant now, Instant until) {
        return now.isBefore(until) ? Outcome.pending(until) : Outcome.of(DIFFERENT);
    }

    /** A write after somebody looked again. A verdict that was found by looking stands, but that a value may still come. */
    static ListingWrite lookedAt(
            ListingWrite write, Optional<ListingValue> shown, Instant now, MaintenanceRules.Writes rules) {
        return write.with(write.reply(), again(write, shown, now, rules));
    }

    private static Outcome again(
            ListingWrite write, Optional<ListingValue> shown, Instant now, MaintenanceRules.Writes rules) {
        Outcome known = write.outcome().orElseGet(() -> Outcome.of(UNKNOWN, "nobody knows whether it was sent"));
        boolean there = shown.filter(write.value()::equals).isPresent();
        return switch (known.verdict()) {
            case APPLIED, NO_CHANGE, REJECTED -> known;
            case DIFFERENT, MANUAL_REQUIRED -> there ? Outcome.of(APPLIED) : known;
            // What was sent may still be on its way, whatever is shown meanwhile.
            case UNKNOWN ->
                there ? Outcome.of(APPLIED) : late(now, write.planned().at().plus(rules.readBackFor()));
            case PENDING -> there ? Outcome.of(APPLIED) : pending(write, shown, now, known);
        };
    }

    private static Outcome pending(ListingWrite write, Optional<ListingValue> shown, Instant now, Outcome known) {
        Instant until = known.until().orElseThrow();
        boolean taken = write.reply()
                .filter(reply -> reply == Reply.ACCEPTED || reply == Reply.UNCHANGED)
                .isPresent();
        if (now.isBefore(until) && taken && shown.isPresent()) {
            return lagging(write, shown, now, until);
        }
        return now.isBefore(until) ? known : Outcome.of(DIFFERENT);
    }

    /** Why a second write of a field waits: the first has no verdict yet. */
    static Optional<Refusal> waits(Optional<ListingWrite> last, Instant now) {
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Optional<Outcome> outcome = last.get().outcome();
        String write = "the write of " + last.get().value() + " of "
                + last.get().subjectId() + " at " + last.get().planned().at();
        if (outcome.map(Outcome::verdict).orElse(UNKNOWN) == UNKNOWN) {
            return Optional.of(new Refusal(
                    "READ_BACK_FIRST", "nobody knows what came of " + write + "; read the value back first"));
        }
        return outcome.flatMap(Outcome::until)
                .filter(now::isBefore)
                .map(until -> new Refusal(
                        "READ_BACK_PENDING",
                        write + " is " + PENDING + " until " + until + "; read the value back, or wait"));
    }
}
