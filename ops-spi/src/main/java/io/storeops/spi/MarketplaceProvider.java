package io.storeops.spi;

import io.storeops.Marketplace;

/** The provider of a {@link Marketplace}. What the marketplace can do is what ports the created one has. */
public interface MarketplaceProvider extends AdapterProvider<Marketplace> {}
