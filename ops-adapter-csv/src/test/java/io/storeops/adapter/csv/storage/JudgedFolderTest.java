package io.storeops.adapter.csv.storage;

import io.storeops.CollectingScenarios;
import io.storeops.StoreFixture;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is collected is judged once where it is kept in files. */
class JudgedFolderTest {
    @TempDir
    Path root;

    private Storage folder(Clock clock) {
        CsvStorageProvider provider = new CsvStorageProvider();
        return provider.create(
                AdapterConfig.of("csv", provider.configKeys(), Map.of("directory", "shop")),
                AdapterContext.of(clock, StoreFixture.tables(), root));
    }

    @Test
    void tenAlternationsInTwoLivesOfAFolderAreOneAnomalyOneNoticeAndOneRecovery() {
        CollectingScenarios.tenAlternations(this::folder);
    }

    @Test
    void aShiftedPriceBookIsOneAnomalyOfItsSource() {
        CollectingScenarios.shiftedBook(this::folder, CollectingScenarios.listings());
    }
}
