package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.authority.Decision;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.storage.RowJson;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The act of accepting somebody else's suggestion, which gives an instruction in the same commit (R85). */
final class AcceptSuggestion extends SuggestionAct<Instruction> {
    private final String id;
    private final int version;
    private final Instruction.Terms terms;

    AcceptSuggestion(String id, int version, Instruction.Terms terms) {
        super(id, SuggestionEvent.ACCEPT);
        this.id = id;
        this.version = version;
        this.terms = requireNonNull(terms, "terms");
    }

    @Override
    public String arguments() {
        return Json.array(List.of(
                        Json.of(id),
                        Json.of(version),
                        Json.of(terms.assignee().value()),
                        Json.of(terms.text()),
                        Json.of(terms.due().toString())))
                .canonical();
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return find(context).map(Suggestion::submitters).orElse(Set.of());
    }

    @Override
    Optional<Refusal> refusal(Context context, Suggestion known) {
        return passed(known, version).or(() -> overdue(context)).or(() -> unable(context));
    }

    private Optional<Refusal> overdue(Context context) {
        return terms.due().isAfter(context.now())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "DUE_PASSED",
                        "the instruction would be due at " + terms.due() + ", and now is " + context.now()
                                + "; give it a later instant"));
    }

    private Optional<Refusal> unable(Context context) {
        Decision able = context.charter().decide(terms.assignee(), context.now(), Right.FEED_BACK);
        return able instanceof Decision.Denied denied
                ? Optional.of(new Refusal(
                        "ASSIGNEE_CANNOT_ACT",
                        terms.assignee() + " does not hold " + denied.missing() + ", so an instruction would be lost. "
                                + (denied.holders().isEmpty()
                                        ? "Nobody holds it now"
                                        : "It can be given to " + denied.holders())))
                : Optional.empty();
    }

    @Override
    Verdict.Done done(Context context, Versioned<Suggestion> known, SuggestionState to) {
        Suggestion accepted = known.value().answered(context, to, Optional.empty());
        Instruction given = new Instruction(
                context.store().id(),
                subject(id),
                id,
                terms.assignee(),
                Optional.of(terms.text()),
                terms.due(),
                context.actor(),
                context.now(),
                context.roster().version());
        return Verdict.done(
                        subject(id),
                        result(accepted),
                        changes -> changes.replace(Suggestion.TABLE, accepted, known.revision())
                                .insert(Instruction.TABLE, given))
                .changing(
                        RowJson.write(Suggestion.TABLE, known.value()),
                        Json.object(Map.of(
                                "suggestion",
                                RowJson.write(Suggestion.TABLE, accepted),
                                "instruction",
                                RowJson.write(Instruction.TABLE, given))));
    }

    /** An instruction is never changed, so it is the first result as long as it is there. */
    @Override
    public Instruction recall(Context context, Json result) {
        return context.rows()
                .find(Instruction.TABLE, Instruction.key(context.store().id(), subject(id)))
                .orElseThrow()
                .value();
    }
}
