/** A DataSource behind the ports. */
@NullMarked
package io.storeops.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
