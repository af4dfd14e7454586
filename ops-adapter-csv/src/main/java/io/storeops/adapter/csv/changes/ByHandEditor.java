package io.storeops.adapter.csv.changes;

import io.storeops.feed.FeedRead;
import io.storeops.listing.ListedField;
import io.storeops.listing.ListingEditor;
import io.storeops.listing.ListingFeed;
import io.storeops.listing.ListingField;
import io.storeops.listing.ListingValue;
import io.storeops.listing.ListingsRequest;
import io.storeops.listing.ShownListing;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes to a marketplace through a person: a change is a file in a folder, and what came of it is what the newest snapshot of the listings
 * shows. Thread-safe.
 */
public final class ByHandEditor implements ListingEditor {
    private final ChangeFolder changes;
    private final ListingFeed listings;

    /**
     * An editor.
     *
     * @param folder where the files of changes are written; made if it is not there
     * @param listings what the listings show
     */
    public ByHandEditor(Path folder, ListingFeed listings) {
        this.changes = new ChangeFolder(folder);
        this.listings = listings;
    }

    @Override
    public Answer apply(Wish wish) {
        Path file = changes.write(wish);
        boolean neutral = wish.at().field() != ListingField.PRICE_MINOR
                && ChangeFolder.needsApostrophe(wish.value().text());
        return new Answer.ByHand("Import " + file.getFileName() + " from the folder " + file.getParent()
                + " into the marketplace, move it away, and put the next snapshot of the listings where they are read"
                + (neutral ? ". The apostrophe in front of the value is not part of it" : ""));
    }

    /** A snapshot that does not say of which instant it speaks shows nothing: nobody knows whether it was taken before the change. */
    @Override
    public Optional<Shown> read(ListedField at) {
        ListingsRequest request = new ListingsRequest(at.store());
        List<Shown> exact = new ArrayList<>();
        List<Shown> ofItem = new ArrayList<>();
        FeedRead.eachPage(
                after -> listings.read(request, after),
                page -> page.sourceAsOf().ifPresent(asOf -> {
                    for (ShownListing row : page.rows()) {
                        Optional<ListingValue> value =
                                row.itemId().equals(at.itemId()) ? row.find(at.field()) : Optional.empty();
                        value.ifPresent(text -> (isOf(row, at) ? exact : ofItem).add(shown(text, asOf)));
                    }
                }));
        boolean onlySku = at.subject().equals(at.itemId()) && ofItem.size() == 1;
        return exact.stream().findFirst().or(() -> onlySku ? Optional.of(ofItem.get(0)) : Optional.empty());
    }

    private static Shown shown(ListingValue value, Instant asOf) {
        return new Shown(value, asOf.truncatedTo(ChronoUnit.MICROS));
    }

    private static boolean isOf(ShownListing row, ListedField at) {
        return !at.field().ofSku() || row.skuId().orElse(row.itemId()).equals(at.subject());
    }
}
