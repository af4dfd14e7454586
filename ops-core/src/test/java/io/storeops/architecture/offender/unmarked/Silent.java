package io.storeops.architecture.offender.unmarked;

/** In a package that does not say whether it knows null. */
public final class Silent {}
