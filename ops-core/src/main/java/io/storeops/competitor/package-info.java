/**
 * What is known of rivals' items (竞品): price, title and counts, as they were observed (R36, R46). A source of them is a
 * {@link io.storeops.competitor.CompetitorFeed}; how they are judged stands in {@link io.storeops.inspection}.
 */
@NullMarked
package io.storeops.competitor;

import org.jspecify.annotations.NullMarked;
