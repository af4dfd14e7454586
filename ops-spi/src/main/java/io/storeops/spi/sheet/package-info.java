/** Files whose rows are not text, as those who read exported files see them: sheets, rows and cells with a type. */
@NullMarked
package io.storeops.spi.sheet;

import org.jspecify.annotations.NullMarked;
