/**
 * What runs when on which SKUs, at what price and quota: a {@link io.storeops.campaign.Campaign}, and its later end (活动到期延长), which
 * takes an approval. Knowledge that several duties ask.
 */
@NullMarked
package io.storeops.campaign;

import org.jspecify.annotations.NullMarked;
