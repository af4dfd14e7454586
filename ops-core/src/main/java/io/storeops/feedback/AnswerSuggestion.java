package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.id.ActorId;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.storage.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The act of rejecting or deferring somebody else's suggestion, with a reason (R85). */
final class AnswerSuggestion extends SuggestionAct<Suggestion> {
    private final CommandId command;
    private final SuggestionEvent event;
    private final String id;
    private final int version;
    private final String reason;

    AnswerSuggestion(CommandId command, SuggestionEvent event, String id, int version, String reason) {
        super(id, event);
        this.command = requireNonNull(command, "command");
        this.event = event;
        this.id = id;
        this.version = version;
        this.reason = requireNonNull(reason, "reason");
    }

    @Override
    public String arguments() {
        return Json.array(List.of(Json.of(id), Json.of(version), Json.of(reason)))
                .canonical();
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return find(context).map(Suggestion::submitters).orElse(Set.of());
    }

    @Override
    Optional<Refusal> refusal(Context context, Suggestion known) {
        return reason.isBlank()
                ? Optional.of(new Refusal(
                        "REASON_MISSING", event + " needs a reason, which tells the author " + known.author() + " why"))
                : passed(known, version);
    }

    @Override
    Verdict.Done done(Context context, Versioned<Suggestion> known, SuggestionState to) {
        return replaced(known, known.value().answered(context, to, Optional.of(reason)));
    }

    @Override
    public Suggestion recall(Context context, Json result) {
        return first(context, command, id);
    }
}
