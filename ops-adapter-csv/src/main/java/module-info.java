/** CSV files as a marketplace and as a storage. */
module io.storeops.adapter.csv {
    requires transitive io.storeops.spi;
    requires de.siegmar.fastcsv;

    exports io.storeops.adapter.csv.marketplace;

    provides io.storeops.spi.MarketplaceProvider with
            io.storeops.adapter.csv.marketplace.CsvMarketplaceProvider;
}
