package io.storeops.maintenance;

/** What can happen to a line of the checklist (domain 4.2). */
public enum LineEvent {
    /** Its inspection begins. */
    LIST,
    /** It is answered OK. */
    OK,
    /** It is answered ANOMALY. */
    ANOMALY,
    /** It is answered NOT_APPLICABLE. */
    NOT_APPLICABLE,
    /** It is answered COULD_NOT_CHECK. */
    COULD_NOT_CHECK
}
