package io.storeops.publishing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.document.Document;
import io.storeops.evidence.Attachment;
import io.storeops.id.IdText;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A message to a channel. It has no text of its own: the channel renders the document in the form that its other side takes,
 * for instance as {@link io.storeops.document.Markdown}.
 *
 * @param store the store it speaks of
 * @param id its name, unique in the store, as in {@code release/2024-06-16#09/v1}
 * @param channel the channel's name in the roster, as in DATA_GROUP (微信数据群)
 * @param document what it says
 * @param files the files that go with it, copied; none for a channel that takes none
 */
public record OutgoingMessage(StoreId store, String id, String channel, Document document, List<File> files) {
    private static final int KEY_LENGTH = 40;

    /**
     * A file that goes with a message.
     *
     * @param name the file's name: 1 to 100 letters, digits, hyphens, underscores and dots, ASCII, no dot in front
     * @param content the bytes with what they are
     */
    public record File(String name, Attachment content) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if the name breaks the rule
         */
        public File {
            requireNonNull(content, "content");
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not a name of a file to be sent (expected " + NAME + ")");
            }
        }
    }

    /**
     * Checks the names and copies the files.
     *
     * @throws IllegalArgumentException if a name breaks the rule of {@link IdText}
     */
    public OutgoingMessage {
        requireNonNull(store, "store");
        IdText.checked("message id", id);
        IdText.checked("channel", channel);
        requireNonNull(document, "document");
        files = ImmutableList.copyOf(files);
    }

    /**
     * A message without files.
     *
     * @param store the store it speaks of
     * @param id its name, unique in the store
     * @param channel the channel's name in the roster
     * @param document what it says
     * @throws IllegalArgumentException if a name breaks the rule of {@link IdText}
     */
    public OutgoingMessage(StoreId store, String id, String channel, Document document) {
        this(store, id, channel, document, List.of());
    }

    /**
     * The same message with files.
     *
     * @param enclosed the files that go with it
     * @return the message
     */
    public OutgoingMessage enclosing(List<File> enclosed) {
        return new OutgoingMessage(store, id, channel, document, enclosed);
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
