package io.storeops.activity;

import com.google.common.collect.ImmutableList;
import io.storeops.listing.ListingField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an activity changes of a listing and restores (完结更换), as the roster names it. */
enum CloseOut {
    /** The images. */
    IMAGE("RESTORE_IMAGE", ListingField.IMAGE),
    /** The detail page. */
    PAGE("RESTORE_PAGE", ListingField.PAGE, ListingField.PAGE_PC, ListingField.PAGE_WIRELESS),
    /** The price shown and the limited one: writing the one ends the other. */
    PRICE("RESTORE_PRICE", ListingField.PRICE_MINOR, ListingField.FLASH_PRICE_MINOR),
    /** The title. */
    TITLE("RESTORE_TITLE", ListingField.TITLE);

    private final String check;
    private final ImmutableList<ListingField> fields;

    CloseOut(String check, ListingField... fields) {
        this.check = check;
        this.fields = ImmutableList.copyOf(fields);
    }

    /** The check that says that it is restored. */
    String check() {
        return check;
    }

    List<ListingField> fields() {
        return fields;
    }

    /** What a check says to be restored; empty if it is another check. */
    static Optional<CloseOut> ofCheck(String step) {
        return Stream.of(values()).filter(each -> each.check.equals(step)).findFirst();
    }

    /** What the roster names. */
    static Optional<CloseOut> find(String name) {
        return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
