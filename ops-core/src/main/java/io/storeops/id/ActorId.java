package io.storeops.id;

import java.io.Serializable;

/**
 * A person, or {@link #SYSTEM}, the engine itself.
 *
 * @param value the id as text, by the rule of {@link IdText}
 */
public record ActorId(String value) implements Comparable<ActorId>, Serializable {

    /** The engine, acting by its own clock. */
    public static final ActorId SYSTEM = new ActorId("system");

    /**
     * Creates the id.
     *
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public ActorId {
        IdText.checked("actor id", value);
    }

    /**
     * The id with the given text.
     *
     * @param value the text
     * @return the id
     * @throws IllegalArgumentException if the text is not an id, saying why
     */
    public static ActorId of(String value) {
        return new ActorId(value);
    }

    @Override
    public int compareTo(ActorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
