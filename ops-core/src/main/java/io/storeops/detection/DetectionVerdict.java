package io.storeops.detection;

/** What a judgement says of a figure. */
public enum DetectionVerdict {
    /** Nothing unusual. */
    OK,
    /** Unusual, and by which rule. */
    ANOMALY,
    /** Not yet enough of the past to judge by (D28); neither good nor bad. */
    LEARNING,
    /** The source cannot be judged by (D5). */
    COULD_NOT_CHECK,
    /** There is no figure, for good; never taken for 0. */
    MISSING
}
