package io.storeops.feedback;

/** What can happen to a suggestion (domain 4.10). */
public enum SuggestionEvent {
    /** Its author writes it down. */
    DRAFT,
    /** Its author puts it before whoever decides. */
    SUBMIT,
    /** Its author says something else instead. */
    AMEND,
    /** Its author takes it back. */
    WITHDRAW,
    /** Somebody else accepts it, which gives a task. */
    ACCEPT,
    /** Somebody else rejects it. */
    REJECT,
    /** Somebody else puts it off. */
    DEFER
}
