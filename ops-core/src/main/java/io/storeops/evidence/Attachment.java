package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.Sha256;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are attached as evidence, with what they are declared to be. Immutable and thread-safe: the array is copied on the
 * way in and out. Equal if declared alike with the same bytes.
 */
public final class Attachment {
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]{0,126}");

    private final String contentType;
    private final byte[] content;
    private final Sha256 sha256;

    private Attachment(String contentType, byte[] content) {
        this.contentType = contentType;
        this.content = content;
        this.sha256 = Sha256.of(content);
    }

    /**
     * Bytes with what they are declared to be. Whether they are that is asked by {@link #bears}, and by the archive before it
     * keeps them.
     *
     * @param contentType the declared type in lower case and without parameters, as in image/png
     * @param content the bytes, copied
     * @return the attachment
     * @throws IllegalArgumentException if the type is written in another way
     */
    public static Attachment of(String contentType, byte[] content) {
        if (!TYPE.matcher(contentType).matches()) {
            throw new IllegalArgumentException("'" + contentType
                    + "' is not a content type (expected lower case without parameters, as in image/png)");
        }
        return new Attachment(contentType, requireNonNull(content, "content").clone());
    }

    /**
     * What the bytes are declared to be.
     *
     * @return as in image/png
     */
    public String contentType() {
        return contentType;
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] content() {
        return content.clone();
    }

    /**
     * How many bytes there are.
     *
     * @return 0 or more
     */
    public long size() {
        return content.length;
    }

    /**
     * The name of the bytes.
     *
     * @return their SHA-256
     */
    public Sha256 sha256() {
        return sha256;
    }

    /**
     * What the bytes can be, whatever they are declared to be: image/png, image/jpeg, image/gif, image/webp and application/pdf
     * by how they begin; text/plain and text/csv if they are UTF-8 without control characters other than tab and line
     * breaks, and application/json if such text begins like JSON.
     *
     * @return the types; none if the bytes bear none of these, or there are none
     */
    public Set<String> sniffed() {
        return ContentSniffer.typesOf(content);
    }

    /**
     * Whether the bytes can be what they are declared to be.
     *
     * @return true if the declared type is among {@link #sniffed}; a type that is not known there is never borne
     */
    public boolean bears() {
        return sniffed().contains(contentType);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attachment that
                && contentType.equals(that.contentType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return contentType + ", " + content.length + " bytes, SHA-256 " + sha256;
    }
}
