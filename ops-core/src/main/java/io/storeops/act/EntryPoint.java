package io.storeops.act;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;
import java.util.Set;

/**
 * A way to the data of a store: something that can be done or looked at, and what it takes. Nothing of a store is reached
 * without one, since {@link Acts} gives its rows only to whoever came through one.
 *
 * @param name the name in denials and in the audit trail, as in RELEASE
 * @param kind whether something is done or looked at
 * @param anyOf the rights of which one is needed; the first is named when all are missing
 * @param shows the classes of data that it gives back; each needs its own right to be seen (R13)
 */
public record EntryPoint(String name, Kind kind, List<Right> anyOf, Set<DataClass> shows) {
    /** What is done through an entry point, and by whom. */
    public enum Kind {
        /** Something is done: it has its line in the audit trail, and limits can count it. */
        ACT,
        /** Something is looked at: it leaves no trace unless it is denied. */
        LOOK,
        /** The engine does something by itself, because its time has come or a channel answered. */
        ENGINE,
        /** The host does something that no roster rules: it could write the rows anyway. */
        HOST
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if no right is named: every entry point does
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
     * Something that a person does.
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
     * Something that a person looks at.
     *
     * @param name the name in denials
     * @param anyOf the rights of which one is needed, at least one
     * @param shows the classes of data that it gives back
     * @return the entry point
     */
    public static EntryPoint look(String name, List<Right> anyOf, DataClass... shows) {
        return new EntryPoint(name, Kind.LOOK, anyOf, Set.of(shows));
    }

    /**
     * Something that the engine does by itself.
     *
     * @param name the name in the audit trail
     * @param right the engine's right, as in REMIND
     * @return the entry point
     */
    public static EntryPoint engine(String name, Right right) {
        return new EntryPoint(name, Kind.ENGINE, List.of(right), Set.of());
    }

    /**
     * Something that the host does.
     *
     * @param name the name in the audit trail
     * @return the entry point
     */
    public static EntryPoint host(String name) {
        return new EntryPoint(name, Kind.HOST, List.of(Right.HOST), Set.of());
    }

    /** Whether nobody is asked for a right. */
    boolean unasked() {
        return kind == Kind.ENGINE || kind == Kind.HOST;
    }
}
