/**
 * What is known of a store's health: scores, rates, what advertising tools spend, and penalties, as they were observed (R36, R46). Which of
 * them a store looks at, and how each is judged, stands in its roster ({@link io.storeops.position.HealthRules}, D29); the judgement is that
 * of {@link io.storeops.inspection}. Observations are versions that never change. They come from a {@link io.storeops.health.HealthFeed}, or
 * from a person with evidence where the marketplace has none.
 */
@NullMarked
package io.storeops.health;

import org.jspecify.annotations.NullMarked;
