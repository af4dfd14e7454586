/** Providers, configuration, discovery and the compatibility kit. */
module io.storeops.spi {
    requires transitive io.storeops.core;
    requires com.fasterxml.jackson.databind;
    requires static org.junit.jupiter.api;
    requires org.slf4j;
}
