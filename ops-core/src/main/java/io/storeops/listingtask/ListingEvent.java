package io.storeops.listingtask;

/** What can happen to a listing or an optimisation (domain 4.4, D93). */
public enum ListingEvent {
    /** Its task is given. */
    INSTRUCT,
    /** Its task is taken on. */
    ACCEPT,
    /** A step is answered, and not all are OK. */
    ANSWER,
    /** A step is answered, and all are OK. */
    PASS,
    /** What is to be shown is not instructed. */
    BLOCK,
    /** Some of it is, and some is missing yet. */
    AMEND_IN_PART,
    /** It is instructed; no step was answered before. */
    AMEND_ACCEPTED,
    /** It is instructed; a step was answered before. */
    AMEND_BEGUN,
    /** What is shown agrees. */
    GO_LIVE,
    /** What is shown differs. */
    DIFFER,
    /** Its task is done on the evidence of its duty, where nothing can be read back. */
    PROVE,
    /** The manager confirms it. */
    CONFIRM,
    /** Its task is taken back. */
    CANCEL
}
