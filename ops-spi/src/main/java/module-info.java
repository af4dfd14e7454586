/** Providers, configuration, discovery and the compatibility kit. */
module io.storeops.spi {
    requires transitive io.storeops.core;
    requires com.fasterxml.jackson.core;
    requires com.google.common;
    requires org.slf4j;
    requires static org.junit.jupiter.api;

    exports io.storeops.spi;
    exports io.storeops.spi.tck;

    opens io.storeops.spi.tck;
}
