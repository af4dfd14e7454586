package io.storeops.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.catalog.Item;
import io.storeops.position.Roster;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    @Test
    void namesNothingTwice() {
        Roster roster = StoreFixture.roster(LocalDate.of(2024, 1, 1), "1", List.of(java.time.LocalTime.NOON));
        Enrolment whole = StoreFixture.open().enrolment(roster);
        Item item = new Item(StoreFixture.STORE, "A", LocalDate.of(2024, 1, 1), Optional.empty());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Enrolment(
                        whole.store(), List.of(item, item), List.of(), whole.assignments(), List.of(), roster));
        assertEquals("The enrolment names item [S1, A] twice", refused.getMessage());
    }
}
