package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;

/**
 * Where, in which language and with what beside the figures releases are sent.
 *
 * @param channel the channel's name in the roster
 * @param wording the language
 * @param anchored whether each ends with the head of the store's audit chain as it was when the release was decided, so that
 *     a chain that is cut or written anew later shows (R12)
 */
public record ReleaseFormat(String channel, Wording wording, boolean anchored) {
    /** The data group (微信数据群), in Chinese, as the position description has it (R25). */
    public static final ReleaseFormat DATA_GROUP = new ReleaseFormat("DATA_GROUP", Wording.CHINESE);

    /**
     * The format without the head of the audit chain.
     *
     * @param channel the channel's name in the roster
     * @param wording the language
     * @throws IllegalArgumentException if the name breaks the rule of {@link IdText}
     */
    public ReleaseFormat(String channel, Wording wording) {
        this(channel, wording, false);
    }

    /**
     * Checks the channel's name.
     *
     * @throws IllegalArgumentException if it breaks the rule of {@link IdText}
     */
    public ReleaseFormat {
        IdText.checked("channel", channel);
        requireNonNull(wording, "wording");
    }

    /**
     * The same with the head of the audit chain at the end.
     *
     * @return the format
     */
    public ReleaseFormat withAnchor() {
        return new ReleaseFormat(channel, wording, true);
    }
}
