/**
 * A duty that the library does not have, built as one of its own would be: things lent to departments. It shows what a new duty
 * takes, and keeps the tests that loop over modules honest.
 */
@NullMarked
package io.storeops.sample;

import org.jspecify.annotations.NullMarked;
