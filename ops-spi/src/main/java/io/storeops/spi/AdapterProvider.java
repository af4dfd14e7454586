package io.storeops.spi;

import java.util.List;

/**
 * What ServiceLoader finds of an adapter: how it is called, what can be set, and how one is made. Implementations have a
 * public constructor without parameters that does nothing, a line in {@code META-INF/services} and, in a named module, a
 * {@code provides}. Called from one thread, while a {@code StoreOps} is assembled.
 *
 * @param <T> the port that it makes
 */
public interface AdapterProvider<T> {
    /**
     * The name by which the configuration asks for the adapter.
     *
     * @return a lower-case slug, {@code [a-z][a-z0-9-]*}, always the same; found without input or output
     */
    String name();

    /**
     * Everything that can be set. A key that is not listed is refused.
     *
     * @return the keys, each name once, always the same
     */
    List<ConfigKey<?>> configKeys();

    /**
     * Makes an adapter. May be called more than once; each call makes an adapter of its own, which is closed by whoever
     * asked for it. An adapter that cannot be made holds nothing that would have to be released.
     *
     * @param config the settings, checked against {@link #configKeys()}
     * @param context what the library gives
     * @return the adapter, ready to use
     * @throws io.storeops.failure.AdapterException if something outside fails, saying what to do
     * @throws IllegalArgumentException if settings do not go together, saying what to do
     */
    T create(AdapterConfig config, AdapterContext context);
}
