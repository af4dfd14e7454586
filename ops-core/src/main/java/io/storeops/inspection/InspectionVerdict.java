package io.storeops.inspection;

/** What a rule says of one value. Only OK may be confirmed as OK; nothing that could not be judged ever becomes it. */
public enum InspectionVerdict {
    /** The rule is kept. */
    OK,
    /** The rule is broken: there is something to correct or to escalate. */
    ANOMALY,
    /** Too little was seen to judge: below the least sample (D28), or not yet for as long as the rule asks (D6). */
    LEARNING,
    /** The source, or what it gave for this value, cannot be judged by (D1, D5). */
    COULD_NOT_CHECK,
    /** There is a value, and nothing that it could be compared with. */
    NO_REFERENCE
}
