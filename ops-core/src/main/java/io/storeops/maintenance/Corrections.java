package io.storeops.maintenance;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Outgoing;
import io.storeops.act.Verdict;
import io.storeops.failure.Refusal;
import io.storeops.listing.ApprovedPrices;
import io.storeops.listing.ListedNow;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingVersion;
import io.storeops.listing.ListingWrite;
import io.storeops.notice.ChangeToAnnounce;
import io.storeops.task.GivenTasks;
import io.storeops.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Putting right what is wrong with a listing: CORRECT, NOTIFY, and what went away by itself (D13, D19, D20, R52). */
final class Corrections {
    private Corrections() {}

    static Act<Anomaly> correct(String id) {
        return Steps.of(AnomalyEvent.CORRECT, id)
                .unless(Steps::conflict)
                .unless((context, known) -> Steps.lacking(
                        context,
                        Case.of(context, known),
                        Categories.in(context).correcting(known.key().category())))
                .unless(Oversold::undecided)
                .unless((context, known) -> notThere(context, Case.of(context, known)))
                .doing((context, known, to) -> {
                    Case each = Case.of(context, known);
                    Anomaly next = Changing.of(known).to(to).under(context);
                    Instant acted = each.episode().work().pendingSince().orElse(context.now());
                    Episode episode = each.episode()
                            .acted(new Episode.FirstAct(Episode.FirstAct.Kind.CORRECT, acted, context.actor()))
                            .work(each.episode().work().corrected(context.now()))
                            .losing(loss(context, each));
                    Verdict.Done done = each.becoming(context, next, episode);
                    return announced(context, known).map(done::stating).orElse(done);
                });
    }

    static Optional<ListedNow> listed(Context context, Anomaly known) {
        return Subjects.field(known.key().rule())
                .flatMap(field -> ListedNow.find(context, known.key().subject(), field));
    }

    /** The last write in the episode. */
    private static Optional<ListingWrite> written(ListedNow now, Episode episode) {
        return now.write()
                .filter(write -> !write.planned().at().isBefore(episode.found().at()));
    }

    /** Why it is not put right: what was written is not there, or what somebody sees is not what it should be. */
    private static Optional<Refusal> notThere(Context context, Case each) {
        Optional<ListedNow> now = listed(context, each.anomaly());
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Optional<ListingWrite> write = written(now.get(), each.episode());
        return write.isPresent() ? unproven(write.get()) : unseen(now.get(), each);
    }

    private static Optional<Refusal> unproven(ListingWrite write) {
        String what = "the write of " + write.value() + " at " + write.planned().at();
        return switch (write.verdict().map(Enum::name).orElse("UNKNOWN")) {
            case "APPLIED", "NO_CHANGE" -> Optional.empty();
            case "PENDING", "MANUAL_REQUIRED" ->
                Optional.of(new Refusal("READ_BACK_PENDING", what + " is not there yet; read the value back"));
            case "UNKNOWN" ->
                Optional.of(
                        new Refusal("READ_BACK_FIRST", "nobody knows what came of " + what + "; read it back first"));
            default ->
                Optional.of(new Refusal(
                        "READ_BACK_DIFFERS", what + " came to nothing; write again, or escalate the anomaly"));
        };
    }

    /** Without a write of ours somebody must have looked since it was found. */
    private static Optional<Refusal> unseen(ListedNow now, Case each) {
        Optional<ListingValue> seen = now.seen()
                .filter(look ->
                        !look.seen().at().isBefore(each.episode().found().at()))
                .flatMap(ListingVersion::value);
        if (seen.isEmpty()) {
            return Optional.of(new Refusal(
                    "READ_BACK_FIRST",
                    "nobody has looked at " + now.at().field() + " of "
                            + now.at().subject() + " since it was found; read it back first"));
        }
        return now.approval().allows(seen.get())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "READ_BACK_DIFFERS",
                        seen.get() + " is shown, and approved is "
                                + now.approval()
                                        .approved()
                                        .map(ListingValue::toString)
                                        .orElse("nothing that is known")));
    }

    /** What departments were told is changed by it, unless it restored what is approved (R51, D22). */
    private static Optional<ChangeToAnnounce> announced(Context context, Anomaly known) {
        return listed(context, known).flatMap(now -> {
            Optional<ListingValue> shown =
                    now.write().map(ListingWrite::value).or(() -> now.seen().flatMap(ListingVersion::value));
            Optional<ListingValue> approved = now.approval().approved();
            return shown.filter(value -> approved.isPresent() && !approved.get().equals(value))
                    .map(value -> new ChangeToAnnounce(
                            Anomaly.target(known.id()),
                            known.key().subject(),
                            known.key().rule() + " " + known.key().subject() + ": " + value.text()));
        });
    }

    /**
     * Orders that paid too little since it was last right (D8). Where nobody knows when that was, since it is known to be wrong: at least
     * those paid too little.
     */
    private static Optional<Episode.Loss> loss(Context context, Case each) {
        Optional<ListedNow> now =
                listed(context, each.anomaly()).filter(listed -> listed.at().field() == ListingField.PRICE_MINOR);
        return now.map(listed -> {
            Episode.Found found = each.episode().found();
            Instant from = found.lastGoodAt().orElse(found.since());
            ApprovedPrices prices = ApprovedPrices.since(context, listed.at().subject(), from);
            long orders = 0;
            long minor = 0;
            for (SoldLine line : SoldLine.of(context, each.anomaly().key().subject(), from, context.now())) {
                long less = prices.minorAt(line.paidAt())
                        .map(approved -> Math.multiplyExact(line.units(), approved - line.paidUnitMinor()))
                        .orElse(0L);
                orders += less > 0 ? 1 : 0;
                minor = Math.addExact(minor, Math.max(less, 0));
            }
            return new Episode.Loss(orders, minor);
        });
    }

    static Act<Anomaly> notified(String id) {
        return Steps.of(AnomalyEvent.NOTIFY, id)
                .unless((context, known) -> noChannel(context))
                .doing((context, known, to) -> {
                    Case each = Case.of(context, known);
                    if (each.episode().work().noticeId().isPresent()) {
                        return Verdict.done();
                    }
                    String message = AnomalyMessages.id(each, "notice-" + known.version());
                    List<Outgoing> notice = AnomalyMessages.in(context).correction(each, message).stream()
                            .toList();
                    return each.becoming(
                                    context,
                                    known,
                                    each.episode().work(each.episode().work().telling(message)))
                            .sending(notice);
                });
    }

    static Optional<Refusal> noChannel(Context context) {
        return Categories.in(context).channel().isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NO_CHANNEL",
                        "no duty about anomalies of the roster "
                                + context.roster().version() + " names a channel, as in CHANNEL_RECEIPT:WORK_GROUP"));
    }

    /** CLOSE: what was decided is done, or it went away without us (D19). */
    static Act<Anomaly> close(String id, AnomalyResult result) {
        return Steps.of(AnomalyEvent.CLOSE, id, result)
                .unless((context, known) -> fitting(known, result))
                .unless(Corrections::workLeft)
                .unless((context, known) -> result == AnomalyResult.SELF_RECOVERED
                        ? Steps.conflict(context, known).or(() -> byUs(context, Case.of(context, known)))
                        : Optional.empty())
                .doing((context, known, to) -> {
                    Anomaly.Ending ending = new Anomaly.Ending(context.now(), result);
                    Case each = Case.of(context, known);
                    return each.becoming(
                            context,
                            Changing.of(known).to(to).ended(ending).under(context),
                            each.episode().ended(ending));
                });
    }

    /** What was decided is done when the tasks about it are (4.3). */
    private static Optional<Refusal> workLeft(Context context, Anomaly known) {
        List<String> open = known.state() == AnomalyState.FEEDBACK_GIVEN
                ? GivenTasks.openAbout(context, known.id()).stream()
                        .map(Task::id)
                        .toList()
                : List.of();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "LINKED_TASK_OPEN",
                        "anomaly " + known.id() + " has the tasks " + open
                                + ", which are not done; complete them, or say that they are not done"));
    }

    private static Optional<Refusal> fitting(Anomaly known, AnomalyResult result) {
        boolean fits = switch (result) {
            case DONE, HOLD, ACCEPTED -> known.state() == AnomalyState.FEEDBACK_GIVEN;
            case SELF_RECOVERED -> known.state() == AnomalyState.CORRECTING;
            case CORRECTED, DISMISSED -> false;
        };
        return fits ? Optional.empty() : Steps.wrongState(known, "it cannot be closed as " + result);
    }

    /** Why it did not go away by itself. */
    private static Optional<Refusal> byUs(Context context, Case each) {
        Optional<ListedNow> now = listed(context, each.anomaly());
        if (now.isEmpty()) {
            return each.anomaly().recoveredAt().isPresent()
                    ? Optional.empty()
                    : Optional.of(new Refusal(
                            "READ_BACK_FIRST",
                            "no rule has seen that " + each.anomaly().key() + " is good again"));
        }
        return written(now.get(), each.episode()).isPresent()
                ? Optional.of(new Refusal(
                        "WRITTEN_BY_US", "it was written to since it was found; correct it, or escalate it"))
                : unseen(now.get(), each);
    }
}
