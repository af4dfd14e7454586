package io.storeops.position;

/** The class of a post, of which the position description ticks one. Stored and shown, nothing more. */
public enum PositionClass {
    /** Functional management. */
    FUNCTIONAL_MANAGEMENT,
    /** Business (operating) management. */
    OPERATING_MANAGEMENT,
    /** Business. */
    BUSINESS,
    /** Technical. */
    TECHNICAL,
    /** Any other. */
    OTHER
}
