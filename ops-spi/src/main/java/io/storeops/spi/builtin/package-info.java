/**
 * The adapters that need nothing but this jar: the storage {@code memory}, and the channels {@code log} and {@code file}.
 * Asked for by name, like every other adapter.
 */
@NullMarked
package io.storeops.spi.builtin;

import org.jspecify.annotations.NullMarked;
