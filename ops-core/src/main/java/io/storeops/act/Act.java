package io.storeops.act;

import io.storeops.authority.Right;
import io.storeops.json.Json;
import java.util.List;

/**
 * One thing a person can do: the part of the pattern that a duty supplies. {@link Acts} does the rest. {@link #decide} may
 * be called again with a later scene when somebody else was first; it changes nothing itself.
 *
 * @param <R> what it gives back
 */
public interface Act<R> {
    /**
     * The name in the audit trail.
     *
     * @return as in RELEASE
     */
    String name();

    /**
     * The rights of which one is needed.
     *
     * @return at least one; the first is named when all are missing
     */
    List<Right> anyOf();

    /**
     * What was asked, so that a command id used for something else is noticed.
     *
     * @return the same text for the same wish
     */
    String arguments();

    /**
     * Loads what the decision needs and decides.
     *
     * @param scene who, where, when, under which roster
     * @return what to commit, or why not
     */
    Verdict decide(Scene scene);

    /**
     * The result, loaded after the commit or at a repetition of the command.
     *
     * @param scene who, where, when, under which roster
     * @param result what {@link Verdict.Done#result} said
     * @return the result
     */
    R recall(Scene scene, Json result);
}
