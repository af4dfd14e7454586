package io.storeops.adapter.csv.storage;

/** The power goes. An error, because a program that has no power handles no exception. */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("the power was cut", null, false, false);
    }
}
