package io.storeops.enrolment;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.catalog.Catalogue;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Sku;
import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.storage.StoreView;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    @Test
    void namesNothingTwice() {
        Roster roster = StoreFixture.roster(LocalDate.of(2024, 1, 1), "1", List.of(LocalTime.NOON));
        Enrolment whole = StoreFixture.open().enrolment(roster);
        Item item = new Item(StoreFixture.STORE, "A", LocalDate.of(2024, 1, 1), Optional.empty());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Enrolment(
                        whole.store(),
                        List.of(item, item),
                        List.of(),
                        whole.assignments(),
                        List.of(),
                        List.of(),
                        roster));
        assertEquals("The enrolment names item [S1, A] twice", refused.getMessage());
    }

    @Test
    void collectsWhatIsSaidOfAStoreFromItsFirstDateOn() {
        LocalDate from = LocalDate.of(2024, 6, 1);
        Roster roster = StoreFixture.roster(from, "1", List.of(LocalTime.NOON));
        Store store = Store.of("S1", "Asia/Shanghai", "CNY");
        Enrolment built = Enrolment.builder(store, from)
                .item("A", "Red mug")
                .competitor("K", "Blue mug")
                .person("li", Role.OPERATOR)
                .target(from, from.plusDays(29), 1_000_000)
                .roster(roster)
                .build();
        StoreId id = StoreId.of("S1");
        assertEquals(
                new Enrolment(
                        store,
                        List.of(new Item(id, "A", Optional.of("Red mug"), from, Optional.empty())),
                        List.of(new CompetitorItem(id, "K", Optional.of("Blue mug"), from, Optional.empty())),
                        List.of(new Assignment(
                                id, ActorId.of("li"), Role.OPERATOR, from, Optional.empty(), Optional.empty())),
                        List.of(),
                        List.of(new SalesTarget(id, from, from.plusDays(29), 1_000_000)),
                        roster),
                built);
    }

    @Test
    void takesSkusOfItemsThatAreThereAlreadyAndNoOthers() {
        LocalDate from = LocalDate.of(2024, 1, 1);
        StoreFixture shop = StoreFixture.open();
        Roster roster = StoreFixture.roster(from, "1", shop.day(DAY).plan().boundaries());
        Store store = shop.enrolment(roster).store();
        Item item = new Item(STORE, "A", from, Optional.empty());
        shop.ops.enrol(Enrolment.builder(store, from).item(item).roster(roster).build());
        Sku red = Sku.of(item, "A-red").option("colour", "red");
        shop.ops.enrol(Enrolment.builder(store, from).sku(red).roster(roster).build());
        assertEquals(
                List.of(red),
                Catalogue.of(StoreView.of(shop.storage, STORE)).skus().ofItem("A"));
        Sku stray = Sku.of(new Item(STORE, "B", from, Optional.empty()), "B-red");
        Enrolment refused =
                Enrolment.builder(store, from).sku(stray).roster(roster).build();
        int lines = shop.trail().size();
        assertEquals(
                "SKU B-red is one of item B, which store S1 does not have. Enrol the item with it",
                assertThrows(IllegalArgumentException.class, () -> shop.ops.enrol(refused))
                        .getMessage());
        assertEquals(lines, shop.trail().size());
    }

    @Test
    void namesTheRosterThatIsMissing() {
        Enrolment.Builder builder = Enrolment.builder(Store.of("S1", "UTC", "EUR"), LocalDate.of(2024, 6, 1));
        assertEquals(
                "The enrolment of store S1 needs a roster; call .roster(...) before build()",
                assertThrows(IllegalStateException.class, builder::build).getMessage());
    }

    @Test
    void refusesARoleThatTheRosterDoesNotKnow() {
        Roster roster = RosterDraft.usual(LocalDate.of(2024, 1, 1)).read(StoreFixture.STORE);
        Enrolment.Builder builder = Enrolment.builder(Store.of("S1", "UTC", "EUR"), LocalDate.of(2024, 6, 1))
                .person("li", Role.of("OPERATER"))
                .roster(roster);
        assertEquals(
                "The roster of store S1 has no role OPERATER, which li is to have; roles: "
                        + roster.roles().keySet(),
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    }
}
