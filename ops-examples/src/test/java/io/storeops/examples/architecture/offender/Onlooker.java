package io.storeops.examples.architecture.offender;

/** Looks at both cycles, and nobody at it. */
record Onlooker(North north, Rock rock) {}
