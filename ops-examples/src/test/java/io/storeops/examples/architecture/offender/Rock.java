package io.storeops.examples.architecture.offender;

/** One of three. */
interface Rock {
    Scissors beats();
}
