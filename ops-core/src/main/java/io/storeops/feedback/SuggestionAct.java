package io.storeops.feedback;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.EntryPoint;
import io.storeops.act.Refusal;
import io.storeops.act.Verdict;
import io.storeops.evidence.AuditEntry;
import io.storeops.evidence.Target;
import io.storeops.id.CommandId;
import io.storeops.json.Json;
import io.storeops.lifecycle.Transition;
import io.storeops.storage.Query;
import io.storeops.storage.RowJson;
import io.storeops.storage.Versioned;
import java.util.Map;
import java.util.Optional;

/**
 * An act on a suggestion that exists: found, in a state in which its machine lists the event, past the act's own guard.
 *
 * @param <R> what it gives back
 */
abstract class SuggestionAct<R> implements Act<R> {
    private final String id;
    private final SuggestionEvent event;

    SuggestionAct(String id, SuggestionEvent event) {
        Target.of(Suggestion.KIND, id);
        this.id = id;
        this.event = requireNonNull(event, "event");
    }

    /** Why the act is refused in a state in which it is possible. */
    abstract Optional<Refusal> refusal(Context context, Suggestion known);

    abstract Verdict.Done done(Context context, Versioned<Suggestion> known, SuggestionState to);

    @Override
    public final EntryPoint entry() {
        return event.entry();
    }

    @Override
    public final Verdict decide(Context context) {
        Optional<Versioned<Suggestion>> found = find(context, id);
        if (found.isEmpty()) {
            return Verdict.refused(
                    subject(id),
                    "NO_SUCH_SUGGESTION",
                    "store " + context.store().id() + " has no suggestion " + id + "; submit it first");
        }
        Suggestion known = found.get().value();
        Optional<Transition<SuggestionState>> transition =
                SuggestionState.MACHINE.find(Optional.of(known.state()), event.name());
        if (transition.isEmpty()) {
            return Verdict.refused(
                    subject(id),
                    "WRONG_STATE",
                    "suggestion " + id + " is " + known.state() + "; " + event + " is possible when it is one of "
                            + SuggestionState.MACHINE.before(event.name()));
        }
        return refusal(context, known)
                .<Verdict>map(refusal -> new Verdict.Refused(subject(id), refusal))
                .orElseGet(() -> done(context, found.get(), transition.get().to()));
    }

    /** Nobody changes, or decides on, words that they have not seen (R9). */
    static Optional<Refusal> passed(Suggestion known, int version) {
        return known.version() == version
                ? Optional.empty()
                : Optional.of(new Refusal(
                        "VERSION_PASSED",
                        "version " + known.version() + " of suggestion " + known.id() + " stands, not " + version
                                + "; read it again"));
    }

    Optional<Suggestion> find(Context context) {
        return find(context, id).map(Versioned::value);
    }

    static Optional<Versioned<Suggestion>> find(Context context, String id) {
        return context.rows()
                .find(Suggestion.TABLE, Suggestion.key(context.store().id(), id));
    }

    static String subject(String id) {
        return Target.of(Suggestion.KIND, id).toString();
    }

    static Verdict.Done replaced(Versioned<Suggestion> known, Suggestion next) {
        return Verdict.done(
                        subject(next.id()),
                        result(next),
                        changes -> changes.replace(Suggestion.TABLE, next, known.revision()))
                .changing(RowJson.write(Suggestion.TABLE, known.value()), RowJson.write(Suggestion.TABLE, next));
    }

    static Json result(Suggestion next) {
        return Json.object(Map.of("state", Json.of(next.state().name()), "version", Json.of(next.version())));
    }

    /** What a command made of it the first time (R10); once that is redacted, the suggestion as it stands. */
    static Suggestion first(Context context, CommandId command, String id) {
        return context
                .rows()
                .select(Query.of(AuditEntry.TABLE, context.store().id(), AuditEntry.BY_COMMAND)
                        .where(command.value()))
                .items()
                .stream()
                .flatMap(line -> line.value().contents().stream())
                .findFirst()
                .map(contents -> RowJson.read(Suggestion.TABLE, context.store().id(), contents.after()))
                .or(() -> find(context, id).map(Versioned::value))
                .orElseThrow();
    }
}
