/** A database as a storage, and the tables of an ERP as a marketplace. */
@SuppressWarnings("requires-automatic") // PostgreSQL's driver has only a name
module io.storeops.adapter.jdbc {
    requires transitive io.storeops.spi;
    requires transitive java.sql;
    requires org.slf4j;
    requires static org.postgresql.jdbc;

    exports io.storeops.adapter.jdbc;
    exports io.storeops.adapter.jdbc.marketplace;

    provides io.storeops.spi.MarketplaceProvider with
            io.storeops.adapter.jdbc.marketplace.JdbcMarketplaceProvider;
    provides io.storeops.spi.StorageProvider with
            io.storeops.adapter.jdbc.JdbcStorageProvider;
}
