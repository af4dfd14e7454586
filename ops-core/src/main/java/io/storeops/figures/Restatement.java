package io.storeops.figures;

/** Why a figure that was already known is given anew (R28). */
public enum Restatement {
    /** The operator read or typed it wrongly; counts against accuracy (K1.1). */
    OPERATOR_ERROR,
    /** The platform changed its own figure. */
    PLATFORM
}
