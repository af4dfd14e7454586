/** CSV files as a marketplace and as a storage. */
module io.storeops.adapter.csv {
    requires transitive io.storeops.spi;
    requires de.siegmar.fastcsv;
    requires org.slf4j;

    exports io.storeops.adapter.csv.storage;

    provides io.storeops.spi.StorageProvider with
            io.storeops.adapter.csv.storage.CsvStorageProvider;
}
