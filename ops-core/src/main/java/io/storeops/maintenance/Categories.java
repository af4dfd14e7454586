package io.storeops.maintenance;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.WorkingTime;
import io.storeops.evidence.EvidenceNeed;
import io.storeops.failure.Refusal;
import io.storeops.id.ActorId;
import io.storeops.position.Duty;
import io.storeops.position.Roster;
import io.storeops.position.Sla;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a roster says of the categories of anomalies: who may do what about them, with which evidence, in which time. A category whose
 * duty asks for the manager's feedback is for others to decide, any other is for the operator to put right (R39).
 *
 * @param roster the roster
 */
record Categories(Roster roster) {
    private static final String FEEDBACK = "MANAGER_FEEDBACK";
    private static final EvidenceNeed SCREENSHOT = EvidenceNeed.parse("SCREENSHOT");

    static Categories in(Context context) {
        return new Categories(context.roster());
    }

    private Stream<Duty> duties() {
        return roster.duties().values().stream()
                .filter(duty -> !duty.content().categories().isEmpty());
    }

    private Optional<Duty> dutyOf(String category) {
        return duties().filter(duty -> duty.content().categories().contains(category))
                .findFirst();
    }

    private Optional<Duty> escalating() {
        return duties().filter(duty -> duty.asksFor(FEEDBACK)).findFirst();
    }

    /** Why nothing can be of a category. */
    Optional<Refusal> unknown(String category) {
        return dutyOf(category).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "NO_SUCH_CATEGORY",
                        "no duty of the roster " + roster.version() + " is about " + category
                                + "; its duties are about "
                                + duties().flatMap(duty -> duty.content().categories().stream())
                                        .toList()));
    }

    boolean correctable(String category) {
        return dutyOf(category).filter(duty -> !duty.asksFor(FEEDBACK)).isPresent();
    }

    /** Whoever may put it right may also say that it is a false alarm. */
    Right dismissing(String category) {
        return correctable(category) ? Right.MAINTAIN : Right.DECIDE_ANOMALY;
    }

    /** What a correction takes beside the receipt of its notice. */
    List<EvidenceNeed> correcting(String category) {
        return dutyOf(category).filter(duty -> !duty.asksFor(FEEDBACK)).stream()
                .flatMap(duty -> duty.evidence().stream())
                .filter(need -> !need.name().equals(Duty.CHANNEL_RECEIPT))
                .toList();
    }

    /** What an escalation takes beside the manager's feedback. */
    List<EvidenceNeed> escalatingNeeds() {
        return escalating()
                .map(duty -> duty.evidence().stream()
                        .filter(need -> !need.name().equals(FEEDBACK))
                        .toList())
                .orElse(ImmutableList.of(SCREENSHOT));
    }

    /** Where the duty's messages go: the first channel whose receipt such a duty asks for. */
    Optional<String> channel() {
        return duties().flatMap(duty -> duty.evidence().stream())
                .filter(need -> need.name().equals(Duty.CHANNEL_RECEIPT))
                .flatMap(need -> need.variants().stream())
                .findFirst();
    }

    /** By when somebody has to act on what is found now; empty without a time limit. */
    Optional<Instant> due(Context context, String category, Instant from, Optional<Instant> latest) {
        Sla.Key key = correctable(category)
                ? Stream.of(Sla.Key.values())
                        .filter(each -> each.name().equals(category))
                        .findFirst()
                        .orElse(Sla.Key.ESCALATE)
                : Sla.Key.ESCALATE;
        Optional<Instant> due = roster.sla().find(key).map(limit -> inTimeOfWorkers(context, from, limit));
        return Stream.concat(due.stream(), latest.stream()).min(Instant::compareTo);
    }

    /** By when a failed correction has to be put before whoever decides (D13). */
    Optional<Instant> escalationDue(Context context, Instant failedAt) {
        return roster.sla().find(Sla.Key.ESCALATE).map(limit -> inTimeOfWorkers(context, failedAt, limit));
    }

    /** When whoever decides is reminded, or passed over (D23). */
    Optional<Instant> feedbackDue(Context context, Sla.Key key, Instant accepted) {
        return roster.sla()
                .find(key)
                .map(limit -> new WorkingTime(
                                decider()
                                        .map(roster.calendar()::hoursOf)
                                        .orElse(roster.calendar().general()),
                                context.store().zone())
                        .after(accepted, limit));
    }

    private Instant inTimeOfWorkers(Context context, Instant from, Duration limit) {
        return new WorkingTime(roster.hoursOf(Right.MAINTAIN), context.store().zone()).after(from, limit);
    }

    /** The role that decides first. */
    Optional<Role> decider() {
        return Stream.concat(escalating().stream(), duties())
                .flatMap(duty -> duty.parties().escalateTo().stream())
                .findFirst();
    }

    /** Whether a person decides in the role that decides first, by themselves or as a deputy; anybody does if none is named. */
    boolean decidesFirst(Context context, ActorId person) {
        return decider().isEmpty() || decider().equals(roleOf(context, person));
    }

    /** Who decides next: those who hold the right in the role of the second level. */
    List<ActorId> superiors(Context context) {
        Optional<Role> next = escalating().flatMap(duty -> duty.parties().level2());
        return next.isEmpty()
                ? List.of()
                : context.charter().holders(Right.DECIDE_ANOMALY, context.now()).stream()
                        .filter(person -> roleOf(context, person).equals(next))
                        .toList();
    }

    private static Optional<Role> roleOf(Context context, ActorId person) {
        return context.charter().decide(person, context.now(), Right.DECIDE_ANOMALY) instanceof Decision.Allowed allowed
                ? Optional.of(allowed.role())
                : Optional.empty();
    }
}
