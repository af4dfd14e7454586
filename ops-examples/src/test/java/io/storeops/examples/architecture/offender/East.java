package io.storeops.examples.architecture.offender;

/** To the south, from a nested class only. */
final class East {
    /** Stands in the east. */
    static final class Gate {
        final Object next = new South();
    }
}
