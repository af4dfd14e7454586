package io.storeops.act;

import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import java.util.List;
import java.util.Set;

/**
 * One thing a person can do: the part of the pattern that a duty supplies. {@link Acts} does the rest. {@link #decide} may
 * be called again with a later context when somebody else was first; it changes nothing itself.
 *
 * @param <R> what it gives back
 */
public interface Act<R> {
    /**
     * The door that it goes through: its name and its rights.
     *
     * @return the same at every call
     */
    EntryPoint entry();

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
     * Who submitted what this act decides on: none of them may, in person or through a deputy (R89). Asked before and after
     * the decision, which is made anew if the answers differ.
     *
     * @param context who, where, when, under which roster
     * @return the submitter, and whom the submitter stood in for; nobody unless the act decides on a submission
     */
    default Set<ActorId> submitters(Context context) {
        return Set.of();
    }

    /**
     * Loads what the decision needs and decides.
     *
     * @param context who, where, when, under which roster
     * @return what to commit, or why not
     */
    Verdict decide(Context context);

    /**
     * The result, loaded after the commit or at a repetition of the command.
     *
     * @param context who, where, when, under which roster
     * @param result what {@link Verdict.Done#result} said
     * @return the result
     */
    R recall(Context context, Json result);
}
