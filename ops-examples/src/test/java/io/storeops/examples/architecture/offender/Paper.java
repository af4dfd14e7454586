package io.storeops.examples.architecture.offender;

/** One of three. */
interface Paper {
    Rock beats();
}
