package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.spi.tck.ListingChange;
import io.storeops.spi.tck.MarketplaceContract;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Every port that has a state, and the editor whose changes a person imports. */
class CsvStatesContractTest extends MarketplaceContract {
    @TempDir
    private Path folder;

    @Override
    protected Marketplace open(Clock clock) {
        return StoreOfFiles.open(folder);
    }

    @Override
    protected List<Sample<?>> samples() {
        return StoreOfFiles.SAMPLES;
    }

    @Override
    protected List<ListingChange> changes() {
        return List.of(new ListingChange(
                new ListedField(Exports.SHANGHAI, "mug", Optional.of("mug/Red"), ListingField.PRICE_MINOR),
                ListingValue.price(1_250),
                ListingValue.price(1_300)));
    }
}
