package io.storeops.examples.architecture.offender;

/** One of three. */
interface Scissors {
    Paper beats();
}
