package io.storeops.act;

import io.storeops.storage.Table;
import java.util.List;

/**
 * A part of the library that keeps tables and lets something be done with them: what the engine needs to know of it. Every method
 * gives the same at every call. Thread-safe.
 */
public interface OpsModule {
    /**
     * The module's name, for messages and for the trail.
     *
     * @return lower-case letters, as in feedback
     */
    String name();

    /**
     * What it keeps.
     *
     * @return its tables
     */
    List<Table<?>> tables();

    /**
     * What can be done or looked at.
     *
     * @return its entry points, acts first
     */
    List<EntryPoint> entryPoints();

    /**
     * The modules whose tables its acts may edit too: knowledge that several duties change. Duties never name each other.
     *
     * @return the modules
     */
    default List<OpsModule> knowledge() {
        return List.of();
    }

    /**
     * What it asks of other modules' acts before they are committed.
     *
     * @return the checks, asked in order
     */
    default List<Check<?>> checks() {
        return List.of();
    }

    /**
     * What it does when other modules' acts state facts.
     *
     * @return the reactions, in order
     */
    default List<Reaction<?>> reactions() {
        return List.of();
    }
}
