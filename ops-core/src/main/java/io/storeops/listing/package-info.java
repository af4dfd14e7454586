/** What is approved of listings: {@link io.storeops.listing.Prices} with their floors. Knowledge of several duties. */
@NullMarked
package io.storeops.listing;

import org.jspecify.annotations.NullMarked;
