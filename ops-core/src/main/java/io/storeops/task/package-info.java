/**
 * What somebody was told to do: {@link io.storeops.task.Task}, of whatever origin, and how it stands on the agenda. Several duties
 * give tasks.
 */
@NullMarked
package io.storeops.task;

import org.jspecify.annotations.NullMarked;
