package io.storeops.spi;

import io.storeops.storage.Storage;

/** The provider of a {@link Storage}. The storage is asked for {@link AdapterContext#tables()} and no other table. */
public interface StorageProvider extends AdapterProvider<Storage> {}
