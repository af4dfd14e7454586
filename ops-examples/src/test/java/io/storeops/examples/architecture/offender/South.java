package io.storeops.examples.architecture.offender;

/** To the west, as what a method takes. */
final class South {
    void leadsTo(West next) {}
}
