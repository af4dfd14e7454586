package io.storeops.examples.architecture.offender;

/** To the east, as what a method gives. */
public final class North {
    /** The next. */
    public East next() {
        return new East();
    }
}
