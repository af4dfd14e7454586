package io.storeops.id;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 of some content: its name, by which it is found again and by which a change shows.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Sha256(String hex) implements Comparable<Sha256> {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the digits.
     *
     * @throws IllegalArgumentException if the text is not 64 lower-case hexadecimal digits
     */
    public Sha256 {
        requireNonNull(hex, "hex");
        if (!DIGITS.matcher(hex).matches()) {
            throw new IllegalArgumentException(
                    "'" + hex + "' is not a SHA-256 (expected 64 hexadecimal digits, lower case)");
        }
    }

    /**
     * The SHA-256 of bytes.
     *
     * @param content the bytes
     * @return their SHA-256
     */
    public static Sha256 of(byte[] content) {
        return new Sha256(HexFormat.of().formatHex(digest().digest(content)));
    }

    /**
     * The SHA-256 of a text's UTF-8 bytes.
     *
     * @param text the text
     * @return its SHA-256
     */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param hex 64 hexadecimal digits, lower case
     * @return the SHA-256
     * @throws IllegalArgumentException if the text is none
     */
    public static Sha256 parse(String hex) {
        return new Sha256(hex);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(Sha256 other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
