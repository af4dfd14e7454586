package io.storeops.adapter.csv.marketplace;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingVersion;
import io.storeops.listing.ListingWrite;
import io.storeops.listing.Listings;
import io.storeops.listing.PriceState;
import io.storeops.listing.ReadBack;
import io.storeops.listing.WriteVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the wish to the verdict, with a person who imports files in between. */
@DisplayName("A write by hand")
class WriteByHandTest {
    private static final ActorId FIRST = ActorId.of("pricer-1");
    private static final ActorId SECOND = ActorId.of("pricer-2");
    private static final ActorId KEEPER = ActorId.of("keeper-1");
    private static final String HEADER = "Handle,Title,Option1 Value,Variant Price\n";

    @TempDir
    private Path folder;

    private Exports exports;
    private StoreFixture shop;

    @BeforeEach
    void openTheShop() {
        exports = new Exports(folder);
        shop = new StoreFixture.Setup()
                .itemAndRival()
                .role("PRICER", "SET:PRICE_BOOK", "SET:BASELINE", "INSTRUCT")
                .role("KEEPER", "EXECUTE:X2")
                .works(FIRST, "PRICER")
                .works(SECOND, "PRICER")
                .works(KEEPER, "KEEPER")
                .marketplace(exports.marketplace(
                        Map.of("path", "shown.csv", "profile", "shopify-products", "changes", "changes")))
                .open();
        shop.clock.set(shop.at("09:00"));
    }

    /** The platform's export of this instant. */
    private void snapshot(String time, String rows) {
        exports.file("shown.csv", HEADER + rows)
                .written("shown.csv", shop.at(time).toString());
    }

    private Listings keeper() {
        return shop.ops.deskOf(KEEPER).listings();
    }

    private void approve(long minor) {
        if (shop.ops
                        .deskOf(FIRST)
                        .prices()
                        .setPriceBook(STORE, "P1", "A", minor)
                        .state()
                == PriceState.HELD) {
            shop.ops.deskOf(SECOND).prices().releasePrice(STORE, "P1");
        }
    }

    private List<Path> changes() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("changes"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void isAppliedOnceTheNextSnapshotShowsIt() throws IOException {
        snapshot("08:30", "A,Mug,Default Title,95\n");
        approve(10_000);
        ListingWrite write = keeper().write(STORE, "A", ListingValue.price(10_000));
        assertEquals(Optional.of(WriteVerdict.MANUAL_REQUIRED), write.verdict());
        assertEquals(Optional.of("9500"), write.before());
        Path file = changes().get(0);
        assertEquals(
                "S1_A_price_minor_" + write.idempotencyKey() + ".csv",
                file.getFileName().toString());
        assertEquals(
                "\uFEFFstore,item,sku,field,value,currency\r\nS1,A,A,PRICE_MINOR,100.00,CNY\r\n",
                Files.readString(file));
        assertEquals(
                "Import " + file.getFileName() + " from the folder " + folder.resolve("changes")
                        + " into the marketplace, move it away, and put the next snapshot of the listings where they are"
                        + " read",
                write.outcome().orElseThrow().detail());

        // Nobody imported it yet.
        ReadBack before = keeper().readBack(STORE, "A", ListingField.PRICE_MINOR);
        assertEquals(Optional.of(WriteVerdict.MANUAL_REQUIRED), before.verdict());
        assertFalse(before.equalsApproved());

        shop.clock.set(shop.at("10:00"));
        snapshot("09:50", "A,Mug,Default Title,100\n");
        ReadBack after = keeper().readBack(STORE, "A", ListingField.PRICE_MINOR);
        assertEquals(Optional.of(WriteVerdict.APPLIED), after.verdict());
        assertTrue(after.equalsApproved());
        ListingVersion seen =
                keeper().lastSeen(STORE, "A", ListingField.PRICE_MINOR).orElseThrow();
        assertEquals(Optional.of(ListingValue.price(10_000)), seen.value());
        assertEquals(1, changes().size());
    }

    @Test
    void isNotAppliedWhileAnotherValueIsShown() {
        snapshot("08:30", "A,Mug,Default Title,95\n");
        approve(10_000);
        keeper().write(STORE, "A", ListingValue.price(10_000));
        shop.clock.set(shop.at("10:00"));
        snapshot("09:50", "A,Mug,Default Title,99\n");
        ReadBack after = keeper().readBack(STORE, "A", ListingField.PRICE_MINOR);
        assertEquals(Optional.of(WriteVerdict.MANUAL_REQUIRED), after.verdict());
        assertFalse(after.equalsApproved());
    }

    @Test
    void isNotNeededForWhatIsShownAlready() {
        snapshot("08:30", "A,Mug,Default Title,100\n");
        approve(10_000);
        assertEquals(
                Optional.of(WriteVerdict.NO_CHANGE),
                keeper().write(STORE, "A", ListingValue.price(10_000)).verdict());
        assertFalse(Files.exists(folder.resolve("changes")));
    }

    @Test
    void isNotReadBackFromARowThatCannotBeRead() {
        for (String rows : List.of(
                "A,Mug,Default Title,9.9-19.9\n",
                "A,Mug,Default Title,\n",
                "B,Bowl,Default Title,5\n",
                "A,Mug,Default Title,5\nA,Mug,Default Title,6\n")) {
            snapshot("08:30", rows);
            assertEquals(
                    "NOTHING_READ",
                    assertThrows(RefusedException.class, () -> keeper().readBack(STORE, "A", ListingField.PRICE_MINOR))
                            .refusal()
                            .code(),
                    rows);
        }
    }

    @Test
    void ofATitleThatASpreadsheetCouldEvaluateHasAnApostropheInFront() throws IOException {
        snapshot("08:30", "A,Mug,Default Title,95\n");
        ListingWrite write =
                keeper().write(STORE, "A", new ListingValue(ListingField.TITLE, "=HYPERLINK(\"x\",\"y\")"));
        assertEquals(
                "\uFEFFstore,item,sku,field,value,currency\r\nS1,A,,TITLE,\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",\r\n",
                Files.readString(changes().get(0)));
        assertTrue(write.outcome()
                .orElseThrow()
                .detail()
                .endsWith(". The apostrophe in front of the value is not part of it"));
    }
}
