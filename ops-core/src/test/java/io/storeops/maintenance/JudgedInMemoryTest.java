package io.storeops.maintenance;

import io.storeops.CollectingScenarios;
import io.storeops.storage.MemoryStorage;
import org.junit.jupiter.api.Test;

/** What is collected is judged once where it is kept in memory. */
class JudgedInMemoryTest {
    @Test
    void aShiftedPriceBookOfFiftyThousandListingsIsOneAnomalyOfItsSource() {
        CollectingScenarios.shiftedBook(MemoryStorage::empty, 50_000);
    }
}
