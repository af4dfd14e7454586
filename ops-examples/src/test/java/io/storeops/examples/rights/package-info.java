/** Who may do what in scenario A, as tables. */
@NullMarked
package io.storeops.examples.rights;

import org.jspecify.annotations.NullMarked;
