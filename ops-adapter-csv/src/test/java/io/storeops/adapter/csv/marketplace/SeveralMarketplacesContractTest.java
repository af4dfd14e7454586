package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.calendar.SlotId;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Subject;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.spi.several.Alias;
import io.storeops.spi.several.Alias.Of;
import io.storeops.spi.several.Aliases;
import io.storeops.spi.several.SeveralMarketplaces;
import io.storeops.spi.tck.ListingChange;
import io.storeops.spi.tck.MarketplaceContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A store of three sources: its states under the platform's ids, and readings of two counters, each with a row that is not taken. */
class SeveralMarketplacesContractTest extends MarketplaceContract {
    private static final String HEADER =
            "seq,boundary,observed_at,arrived_at,subject_kind,subject_id,amount_minor,visitors,buyers,quality,reason\n";
    private static final String ROW =
            "%d,2024-06-16T09:00,2024-06-16T09:00:10+08:00,2024-06-16T09:01:00+08:00,%s,ACTUAL,\n";

    @TempDir
    private Path folder;

    @Override
    protected Marketplace open(Clock clock) {
        Exports exports = new Exports(folder)
                .file(
                        "amounts.csv",
                        HEADER
                                + ROW.formatted(1, "STORE,S1,100,,1")
                                + ROW.formatted(2, "ITEM,MUG,60,,1")
                                + ROW.formatted(3, "ITEM,MUG,60,,x"))
                .file(
                        "visitors.csv",
                        HEADER
                                + ROW.formatted(1, "STORE,S1,,10,")
                                + ROW.formatted(2, "ITEM,8812,,6,")
                                + ROW.formatted(3, "ITEM,9999,,1,"));
        return SeveralMarketplaces.builder()
                .part("states", StoreOfFiles.open(folder), aliases(Of.ITEM, "MUG", "mug", Of.SKU, "MUG-RED", "mug/Red"))
                .part("erp", exports.marketplace("amounts.csv", "storeops-readings"))
                .part(
                        "counter",
                        exports.marketplace("visitors.csv", "storeops-readings"),
                        aliases(Of.ITEM, "MUG", "8812", Of.SKU, "MUG-RED", "8812-1"))
                .build();
    }

    private static Aliases aliases(
            Of one, String ours, String platform, Of other, String otherOurs, String otherPlatform) {
        return Aliases.of(
                "ids.csv", List.of(new Alias(one, ours, platform), new Alias(other, otherOurs, otherPlatform)));
    }

    @Override
    protected List<Sample<?>> samples() {
        return Stream.concat(
                        StoreOfFiles.SAMPLES.stream(),
                        Stream.of(new Sample<>(
                                new MetricsRequest(
                                        Exports.SHANGHAI,
                                        Exports.PLAN,
                                        SlotId.of(LocalDate.of(2024, 6, 16), 1),
                                        List.of(Subject.ofStore(Exports.SHANGHAI.id()), Subject.ofItem("MUG"))),
                                4,
                                // A figure that is none, and an item that is not in the table.
                                2)))
                .toList();
    }

    @Override
    protected List<ListingChange> changes() {
        return List.of(new ListingChange(
                new ListedField(Exports.SHANGHAI, "MUG", Optional.of("MUG-RED"), ListingField.PRICE_MINOR),
                ListingValue.price(1_250),
                ListingValue.price(1_300)));
    }
}
