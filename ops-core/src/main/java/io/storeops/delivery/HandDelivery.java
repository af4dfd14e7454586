package io.storeops.delivery;

import static java.util.Objects.requireNonNull;

import io.storeops.document.Document;
import io.storeops.document.PlainText;
import io.storeops.evidence.Attachment;
import io.storeops.evidence.Target;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.publishing.Delivery;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that a person is to send (D59). Immutable.
 *
 * @param store the store that it speaks of
 * @param messageId the message, unique in the store
 * @param channel the channel's name in the roster, as in WORK_GROUP
 * @param document what it says
 * @param rendered the document as the library's renderer draws it, for channels that take a picture or a file; empty without a renderer
 * @param queuedAt since when it waits
 */
public record HandDelivery(
        StoreId store,
        String messageId,
        String channel,
        Document document,
        Optional<Attachment> rendered,
        Instant queuedAt) {
    private static final int LONGEST = 100;

    /** Checks for null. */
    public HandDelivery {
        requireNonNull(store, "store");
        requireNonNull(messageId, "messageId");
        requireNonNull(channel, "channel");
        requireNonNull(document, "document");
        requireNonNull(rendered, "rendered");
        requireNonNull(queuedAt, "queuedAt");
    }

    /**
     * The text to copy.
     *
     * @return the whole message as plain text
     */
    public String text() {
        return PlainText.of(document);
    }

    /**
     * What the screenshot of the sent message is attached to.
     *
     * @return the target of the evidence
     */
    public Target target() {
        return target(messageId);
    }

    /**
     * What the screenshot of a sent message is attached to. A target has no room for the longest ids; those are named by their hash.
     *
     * @param messageId the message
     * @return the target of the evidence
     */
    public static Target target(String messageId) {
        return Target.of(
                Delivery.TABLE.name(),
                messageId.length() > LONGEST ? Sha256.of(messageId).hex() : messageId);
    }
}
