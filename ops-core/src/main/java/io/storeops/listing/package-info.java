/**
 * Listings, as knowledge of several duties: what is approved ({@link io.storeops.listing.Prices} and their floors, content, the ERP's
 * stock), what is shown, and what was written through a {@link io.storeops.listing.ListingEditor} and came of it.
 */
@NullMarked
package io.storeops.listing;

import org.jspecify.annotations.NullMarked;
