/** Changes to listings that a person imports, as files. Not exported. */
@NullMarked
package io.storeops.adapter.csv.changes;

import org.jspecify.annotations.NullMarked;
