package io.storeops.act;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the marketplace of a store states of itself, one thing of a type: data that decisions go by and no row keeps, as in the rules of
 * its promotions (D40). Immutable.
 *
 * @param byType the things by their types, copied
 */
public record Stated(Map<Class<?>, Object> byType) {
    /** Nothing is stated. */
    public static final Stated NOTHING = new Stated(Map.of());

    /**
     * Copies the things.
     *
     * @throws IllegalArgumentException if one is not of its type
     */
    public Stated {
        byType = ImmutableMap.copyOf(byType);
        byType.forEach((type, thing) -> {
            if (!type.isInstance(thing)) {
                throw new IllegalArgumentException("What is stated as " + type.getSimpleName() + " is " + thing);
            }
        });
    }

    /**
     * What is stated of a type.
     *
     * @param <T> what
     * @param type its type
     * @return the thing; empty if nothing of the type is stated
     */
    public <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(byType.get(type)).map(type::cast);
    }
}
