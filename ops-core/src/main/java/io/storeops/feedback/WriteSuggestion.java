package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.authority.Right;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.storage.RowJson;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;

/** The act of writing a new suggestion, as a draft or submitted at once (4.10: none to DRAFT or SUBMITTED). */
final class WriteSuggestion implements Act<Suggestion> {
    private final CommandId command;
    private final SuggestionEvent event;
    private final Proposal proposal;

    WriteSuggestion(CommandId command, SuggestionEvent event, Proposal proposal) {
        this.command = requireNonNull(command, "command");
        this.event = requireNonNull(event, "event");
        this.proposal = requireNonNull(proposal, "proposal");
    }

    @Override
    public EntryPoint entry() {
        return event.entry();
    }

    @Override
    public List<Right> anyOf(Context context) {
        return List.of(proposal.scope().right());
    }

    @Override
    public String arguments() {
        return Json.array(List.of(
                        Json.of(proposal.id()),
                        Json.of(proposal.scope().name()),
                        Json.of(proposal.about()),
                        Json.of(proposal.text())))
                .canonical();
    }

    @Override
    public Verdict decide(Context context) {
        String subject = SuggestionAct.subject(proposal.id());
        Optional<Suggestion> known = SuggestionAct.find(context, proposal.id()).map(Versioned::value);
        if (known.isPresent()) {
            return Verdict.refused(
                    subject,
                    "EXISTS",
                    "suggestion " + proposal.id() + " was written by "
                            + known.get().author() + " at "
                            + known.get().writtenAt() + " and is " + known.get().state()
                            + "; amend or submit that one, or take another id");
        }
        Suggestion written = Suggestion.written(
                context,
                proposal,
                SuggestionState.MACHINE
                        .find(Optional.empty(), event.name())
                        .orElseThrow()
                        .to());
        return Verdict.done(
                        subject, SuggestionAct.result(written), changes -> changes.insert(Suggestion.TABLE, written))
                .changing(Json.ofNull(), RowJson.write(Suggestion.TABLE, written));
    }

    @Override
    public Suggestion recall(Context context, Json result) {
        return SuggestionAct.first(context, command, proposal.id());
    }
}
