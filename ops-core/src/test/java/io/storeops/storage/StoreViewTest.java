package io.storeops.storage;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.catalog.SalesTarget;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one decision sees of a row that somebody else changes meanwhile. */
class StoreViewTest {
    private static final Key KEY = SalesTarget.TABLE.keyOf(STORE, DAY, DAY);
    private static final Query<SalesTarget> ALL = Query.of(SalesTarget.TABLE, STORE);

    private final Storage storage = MemoryStorage.empty(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final StoreView view = StoreView.remembering(storage, STORE);

    private static SalesTarget target(long amount) {
        return new SalesTarget(STORE, DAY, DAY, amount);
    }

    @BeforeEach
    void insert() {
        storage.commit(Changes.of(STORE, CommitId.of("first")).insert(SalesTarget.TABLE, target(1)));
    }

    private void changedBySomebodyElse() {
        storage.commit(Changes.of(STORE, CommitId.of("second")).replace(SalesTarget.TABLE, target(2), 1));
    }

    @Test
    void aRowThatWasAmongAllIsFoundAsItWasThen() {
        assertEquals(List.of(target(1)), view.all(ALL));
        changedBySomebodyElse();
        Versioned<SalesTarget> found = view.find(SalesTarget.TABLE, KEY).orElseThrow();
        assertEquals(new Versioned<>(target(1), 1), found);
        Changes late = Changes.of(STORE, CommitId.of("third")).replace(SalesTarget.TABLE, target(3), found.revision());
        assertThrows(StaleWriteException.class, () -> storage.commit(late));
    }

    @Test
    void aRowThatWasFoundStaysSoAlthoughAllAreReadLater() {
        assertEquals(Optional.of(new Versioned<>(target(1), 1)), view.find(SalesTarget.TABLE, KEY));
        changedBySomebodyElse();
        assertEquals(List.of(target(2)), view.all(ALL));
        assertEquals(Optional.of(new Versioned<>(target(1), 1)), view.find(SalesTarget.TABLE, KEY));
    }

    @Test
    void aViewThatDoesNotRememberSeesWhatIsThere() {
        StoreView now = StoreView.of(storage, STORE);
        assertEquals(List.of(target(1)), now.all(ALL));
        changedBySomebodyElse();
        assertEquals(Optional.of(new Versioned<>(target(2), 2)), now.find(SalesTarget.TABLE, KEY));
    }
}
