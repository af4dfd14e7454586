package io.storeops.act;

import io.storeops.authority.Right;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be done: the part of the pattern that a duty supplies. {@link Acts} does the rest. {@link #decide} may be
 * called again with a later context when somebody else was first; it changes nothing itself.
 *
 * @param <R> what it gives back
 */
public interface Act<R> {
    /**
     * The entry point that it goes through: its name and its rights.
     *
     * @return the same at every call
     */
    EntryPoint entry();

    /**
     * What it is about, for the audit trail, for limits and for redaction.
     *
     * @return the same at every call
     */
    default Target target() {
        return Target.STORE;
    }

    /**
     * The rights asked for, where they depend on what the act is about: some of those that its entry point declares.
     *
     * @param context who, where, when, under which roster
     * @return the rights of which one is needed, at least one; all of the entry point's unless the act says otherwise
     */
    default List<Right> anyOf(Context context) {
        return entry().anyOf();
    }

    /**
     * What was asked, so that a command id used for something else is noticed.
     *
     * @return the same text for the same wish
     */
    String arguments();

    /**
     * Who submitted what this act decides on: none of them may, in person or through a deputy (R89).
     *
     * @param context who, where, when, under which roster
     * @return the submitter, and whom the submitter stood in for; nobody unless the act decides on a submission
     */
    default Set<ActorId> submitters(Context context) {
        return Set.of();
    }

    /**
     * Whether the right that the actor holds reaches as far as what the act is about: a department's right covers its own affairs.
     *
     * @param context who, in whose name, where, when, under which roster
     * @return empty if it does; else whom to ask, and the act is denied for lack of the right
     */
    default Optional<List<ActorId>> beyond(Context context) {
        return Optional.empty();
    }

    /**
     * Loads what the decision needs and decides.
     *
     * @param context who, where, when, under which roster
     * @return what to commit, or why not
     */
    Verdict decide(Context context);

    /**
     * The result, after the commit or at a repetition of the command.
     *
     * @param context who, where, when, under which roster; after the commit the one in which it was decided
     * @param written the rows as the act left them, and what it told beside them
     * @return the result
     */
    R recall(Context context, Written written);
}
