package io.storeops.notice;

/** What can happen to a notice (domain 4.11, D93). */
public enum NoticeEvent {
    /** It is written, by somebody or because something changed that departments were told (D22). */
    DRAFT,
    /** It is given to the roster's channels. */
    SEND,
    /** The last channel that it needs accepts it. */
    ACCEPT,
    /** A department gives its receipt, and others have not yet. */
    ACKNOWLEDGE,
    /** The last department gives its receipt. */
    COMPLETE,
    /** Another notice that names it is sent (D55). */
    SUPERSEDE
}
