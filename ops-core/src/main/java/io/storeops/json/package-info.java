/**
 * A small value tree for documents and nested columns. Core neither parses nor prints JSON for the outside world; the codec
 * stands in {@code ops-spi}. {@link io.storeops.json.Json#canonical()} is the one exception: the bytes that the audit chain
 * hashes.
 */
@NullMarked
package io.storeops.json;

import org.jspecify.annotations.NullMarked;
