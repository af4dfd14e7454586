package io.storeops.reporting;

import static java.util.Objects.requireNonNull;

/**
 * In which language and with what beside the figures releases are sent. Where they go, the roster says: to the channel whose
 * receipt the duty of each boundary asks for (R25).
 *
 * @param wording the language
 * @param anchored whether each ends with the head of the store's audit chain as it was when the release was decided, so that
 *     a chain that is cut or written anew later shows (R12)
 */
public record ReleaseFormat(Wording wording, boolean anchored) {
    /** In Chinese, as the position description is, without the head of the audit chain. */
    public static final ReleaseFormat CHINESE = of(Wording.CHINESE);

    /** Checks for null. */
    public ReleaseFormat {
        requireNonNull(wording, "wording");
    }

    /**
     * The format without the head of the audit chain.
     *
     * @param wording the language
     * @return the format
     */
    public static ReleaseFormat of(Wording wording) {
        return new ReleaseFormat(wording, false);
    }

    /**
     * The same with the head of the audit chain at the end.
     *
     * @return the format
     */
    public ReleaseFormat withAnchor() {
        return new ReleaseFormat(wording, true);
    }
}
