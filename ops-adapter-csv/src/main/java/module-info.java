/** StoreOps on exported files: a store in CSV files, and a marketplace read from them. */
module io.storeops.adapter.csv {
    requires transitive io.storeops.spi;
    requires de.siegmar.fastcsv;
    requires org.slf4j;

    exports io.storeops.adapter.csv.marketplace;
    exports io.storeops.adapter.csv.storage;

    uses io.storeops.spi.sheet.SheetReader;

    provides io.storeops.spi.MarketplaceProvider with
            io.storeops.adapter.csv.marketplace.CsvMarketplaceProvider;
    provides io.storeops.spi.StorageProvider with
            io.storeops.adapter.csv.storage.CsvStorageProvider;
}
