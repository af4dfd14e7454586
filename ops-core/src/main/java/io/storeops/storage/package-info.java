/**
 * The port through which everything is remembered, and the in-memory storage that is its reference.
 *
 * <p>A duty declares its {@link io.storeops.storage.Table} once; every adapter is written once against the declaration.
 * {@code store_id} is the first column of every key and of every access path and one commit concerns one store, so that a
 * store's data can live on any shard.
 */
@NullMarked
package io.storeops.storage;

import org.jspecify.annotations.NullMarked;
