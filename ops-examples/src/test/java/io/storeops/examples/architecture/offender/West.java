package io.storeops.examples.architecture.offender;

/** To the north again, as what an array is of. */
interface West {
    North[] next();
}
