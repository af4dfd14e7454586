package io.storeops.act;

import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An act that does nothing but pass through every guard, on a subject, with submitters if a test needs some. */
final class HandMadeAct implements Act<String> {
    private final EntryPoint entry;
    private final String subject;
    private final Function<Context, Set<ActorId>> submitters;
    private final Function<Context, List<Outgoing>> messages;

    private HandMadeAct(
            EntryPoint entry,
            String subject,
            Function<Context, Set<ActorId>> submitters,
            Function<Context, List<Outgoing>> messages) {
        this.entry = entry;
        this.subject = subject;
        this.submitters = submitters;
        this.messages = messages;
    }

    static HandMadeAct of(String name, Right right, String subject) {
        return new HandMadeAct(
                EntryPoint.act(name, List.of(right)), subject, context -> Set.of(), context -> List.of());
    }

    HandMadeAct submittedBy(Function<Context, Set<ActorId>> people) {
        return new HandMadeAct(entry, subject, people, messages);
    }

    HandMadeAct sending(Function<Context, List<Outgoing>> outgoing) {
        return new HandMadeAct(entry, subject, submitters, outgoing);
    }

    @Override
    public EntryPoint entry() {
        return entry;
    }

    @Override
    public Target target() {
        return Target.of("thing", subject);
    }

    @Override
    public String arguments() {
        return subject;
    }

    @Override
    public Set<ActorId> submitters(Context context) {
        return submitters.apply(context);
    }

    @Override
    public Verdict decide(Context context) {
        return Verdict.done().telling("subject", Json.of(subject)).sending(messages.apply(context));
    }

    @Override
    public String recall(Context context, Written written) {
        return written.told().text("subject");
    }
}
