/**
 * Sends what acts queued: {@link io.storeops.outbox.Outbox} takes the messages of a store channel by channel, in order, each at
 * most once unless the channel removes repeats.
 */
@NullMarked
package io.storeops.outbox;

import org.jspecify.annotations.NullMarked;
