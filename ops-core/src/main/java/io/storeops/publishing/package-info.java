/**
 * What is sent out: messages wait in the outbox, in the same commit as the state they tell of, until a
 * {@link io.storeops.publishing.Channel} accepted them. Decided once, sent at most once by default, and UNKNOWN when nobody can know.
 */
@NullMarked
package io.storeops.publishing;

import org.jspecify.annotations.NullMarked;
