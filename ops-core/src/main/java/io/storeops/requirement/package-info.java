/**
 * What departments and parties outside are asked for (活动要求对接): a {@link io.storeops.requirement.Requirement} says what, from whom and
 * by when, comes of an activity's preparation or of a problem ticket, and is confirmed and delivered by whom it asks, not by whoever asks.
 * Knowledge that several duties ask with and wait for.
 */
@NullMarked
package io.storeops.requirement;

import org.jspecify.annotations.NullMarked;
