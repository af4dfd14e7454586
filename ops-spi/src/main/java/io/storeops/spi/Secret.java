package io.storeops.spi;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A password, a token, a signing key. Prints as {@code ***}; only {@link #reveal()} gives the text. Immutable. */
public final class Secret {
    static final String MASK = "***";

    private final String text;

    private Secret(String text) {
        this.text = requireNonNull(text, "text");
    }

    /**
     * A secret.
     *
     * @param text the text to protect
     * @return the secret
     */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /**
     * The text itself, for the one call that needs it. Never put it into a message, a log or a file.
     *
     * @return the text
     */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && text.equals(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The mask, whatever the secret is. */
    @Override
    public String toString() {
        return MASK;
    }
}
