package io.storeops.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.id.StoreId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowTest {
    private record Visit(StoreId store, String name, Optional<Instant> at) {}

    private static final Column<String> NAME = Column.text("name", "who");
    private static final Column<Instant> AT = Column.instant("at", "when");
    private static final Table<Visit> VISITS = table("visit");

    private static Table<Visit> table(String name) {
        return Table.of(name, Visit::store)
                .column(NAME, Visit::name)
                .optional(AT, Visit::at)
                .key(NAME)
                .reads(row -> new Visit(row.store(), row.get(NAME), row.find(AT)));
    }

    private static Row first() {
        return Row.of(VISITS, Arrays.asList("S1", "Li", null));
    }

    @Test
    void aRowMadeAfterAnotherIsTheSameAsOneMadeAlone() {
        List<Object> values = Arrays.asList("S2", "Li", Instant.EPOCH);
        Row row = Row.of(VISITS, values, first());
        assertEquals(Row.of(VISITS, values), row);
        assertEquals(StoreId.of("S2"), row.store());
        assertEquals(
                StoreId.of("S1"),
                Row.of(VISITS, Arrays.asList("S1", "Wu", null), first()).store());
    }

    @Test
    void whatTheRowBeforeDidNotHaveIsChecked() {
        Row before = first();
        assertThrows(IllegalArgumentException.class, () -> Row.of(VISITS, Arrays.asList("S1", "L\0i", null), before));
        assertThrows(IllegalArgumentException.class, () -> Row.of(VISITS, Arrays.asList("S1", null, null), before));
        assertThrows(IllegalArgumentException.class, () -> Row.of(VISITS, Arrays.asList("S1", "Li"), before));
        assertThrows(
                IllegalArgumentException.class,
                () -> Row.of(VISITS, Arrays.asList("S1", "Li", Instant.ofEpochSecond(0, 1)), before));
    }

    @Test
    void aRowOfAnotherTableIsNoRowBefore() {
        Table<Visit> other = table("other");
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Row.of(other, Arrays.asList("S1", "Li", null), first()));
        assertEquals("The row before is of table visit, not of other", refused.getMessage());
    }
}
