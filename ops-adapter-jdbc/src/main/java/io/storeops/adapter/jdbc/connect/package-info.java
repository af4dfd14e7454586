/** How a database is reached by a configured URL, and whose fault it is when it fails: for the storage and the marketplace. */
@NullMarked
package io.storeops.adapter.jdbc.connect;

import org.jspecify.annotations.NullMarked;
