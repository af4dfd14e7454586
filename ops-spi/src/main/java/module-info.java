/** Providers, configuration, discovery, assembly and the compatibility kit. */
module io.storeops.spi {
    requires transitive io.storeops.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.google.common;
    requires org.slf4j;
    // Only those who extend the compatibility kit have JUnit.
    requires static org.junit.jupiter.api;

    exports io.storeops.spi;
    exports io.storeops.spi.several;
    exports io.storeops.spi.sheet;
    exports io.storeops.spi.tck;

    // The kit's groups of rules are package-private; JUnit calls them.
    opens io.storeops.spi.tck;

    uses io.storeops.spi.StorageProvider;
    uses io.storeops.spi.MarketplaceProvider;
    uses io.storeops.spi.ChannelProvider;
    uses io.storeops.spi.RendererProvider;

    provides io.storeops.spi.StorageProvider with
            io.storeops.spi.builtin.MemoryStorageProvider;
    provides io.storeops.spi.MarketplaceProvider with
            io.storeops.spi.several.SeveralMarketplacesProvider;
    provides io.storeops.spi.ChannelProvider with
            io.storeops.spi.builtin.FileChannelProvider,
            io.storeops.spi.builtin.LogChannelProvider;
}
