package io.storeops.publishing;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;

/**
 * A message to a channel.
 *
 * @param store the store it speaks of
 * @param id its name, unique in the store, as in {@code release/2024-06-16#09/v1}
 * @param channel the channel's name in the roster, as in DATA_GROUP (微信数据群)
 * @param title one line
 * @param body the text, in Markdown
 */
public record OutgoingMessage(StoreId store, String id, String channel, String title, String body) {
    private static final int KEY_LENGTH = 40;

    /**
     * Checks the names.
     *
     * @throws IllegalArgumentException if a name breaks the rule of {@link IdText}
     */
    public OutgoingMessage {
        requireNonNull(store, "store");
        IdText.checked("message id", id);
        IdText.checked("channel", channel);
        requireNonNull(title, "title");
        requireNonNull(body, "body");
    }

    /**
     * The key by which a channel can remove repeats: the same for every attempt at this message, different for every other
     * message.
     *
     * @return 40 hexadecimal digits
     */
    public String idempotencyKey() {
        return Sha256.of(store + "\n" + id).hex().substring(0, KEY_LENGTH);
    }
}
