package io.storeops.figures;

/** How sure a value is (R19). A value that is missing has no quality; a suspect one is refused, never kept. */
public enum Quality {
    /** Counted by the platform. */
    ACTUAL,
    /** Estimated; always so for a rival's item. */
    ESTIMATED
}
