package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;
import java.util.Set;

/**
 * A door to the data of a store: something that a person can do or look at, and what opens it. Nothing of a store is reached
 * without one, since {@link Acts} gives its rows only to whoever came through a door.
 *
 * @param name the name in denials and in the audit trail, as in RELEASE
 * @param kind whether something is done or looked at
 * @param anyOf the rights of which one is needed; the first is named when all are missing
 * @param shows the classes of data that it gives back; each needs its own right to be seen (R13)
 */
public record EntryPoint(String name, Kind kind, List<Right> anyOf, Set<DataClass> shows) {
    /** What a door leads to. */
    public enum Kind {
        /** Something is done: it has its line in the audit trail, and limits can count it. */
        ACT,
        /** Something is looked at: it leaves no trace unless it is denied. */
        LOOK
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if no right is named: there is no door without a lock
     */
    public EntryPoint {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        anyOf = ImmutableList.copyOf(anyOf);
        shows = ImmutableSortedSet.copyOf(shows);
        if (anyOf.isEmpty()) {
            throw new IllegalArgumentException(name + " needs no right; every entry point does");
        }
    }

    /**
     * A door to something that is done.
     *
     * @param name the name in denials and in the audit trail
     * @param anyOf the rights of which one is needed, at least one
     * @param shows the classes of data that it gives back
     * @return the entry point
     */
    public static EntryPoint act(String name, List<Right> anyOf, DataClass... shows) {
        return new EntryPoint(name, Kind.ACT, anyOf, Set.of(shows));
    }

    /**
     * A door to something that is looked at.
     *
     * @param name the name in denials
     * @param anyOf the rights of which one is needed, at least one
     * @param shows the classes of data that it gives back
     * @return the entry point
     */
    public static EntryPoint look(String name, List<Right> anyOf, DataClass... shows) {
        return new EntryPoint(name, Kind.LOOK, anyOf, Set.of(shows));
    }
}
