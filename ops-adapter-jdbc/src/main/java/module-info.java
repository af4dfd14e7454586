/** A database as a storage. */
module io.storeops.adapter.jdbc {
    requires transitive io.storeops.spi;
    requires transitive java.sql;
    requires org.slf4j;

    exports io.storeops.adapter.jdbc;

    provides io.storeops.spi.StorageProvider with
            io.storeops.adapter.jdbc.JdbcStorageProvider;
}
