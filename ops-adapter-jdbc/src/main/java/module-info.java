/** Any JDBC DataSource as a storage. */
module io.storeops.adapter.jdbc {
    requires transitive io.storeops.spi;
    requires transitive java.sql;
    requires org.slf4j;
}
