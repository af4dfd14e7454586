/**
 * State machines as data: what can happen to a thing, who may make it happen, and on what evidence. A duty declares its
 * {@link io.storeops.lifecycle.StateMachine} once; its acts ask the machine, and a test can walk it.
 */
@NullMarked
package io.storeops.lifecycle;

import org.jspecify.annotations.NullMarked;
