package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;

/**
 * Where and in which language releases are sent.
 *
 * @param channel the channel's name in the roster
 * @param wording the language
 */
public record ReleaseFormat(String channel, Wording wording) {
    /** The data group (微信数据群), in Chinese, as the position description has it (R25). */
    public static final ReleaseFormat DATA_GROUP = new ReleaseFormat("DATA_GROUP", Wording.CHINESE);

    /**
     * Checks the channel's name.
     *
     * @throws IllegalArgumentException if it breaks the rule of {@link IdText}
     */
    public ReleaseFormat {
        IdText.checked("channel", channel);
        requireNonNull(wording, "wording");
    }
}
