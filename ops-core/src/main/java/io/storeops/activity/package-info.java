/**
 * Duty 3.3: activities (活动) from the draft to the hand-over. {@link io.storeops.activity.Activity} is one with its plan and its course
 * (4.5); {@link io.storeops.activity.Activities} has all that a person does with them.
 */
@NullMarked
package io.storeops.activity;

import org.jspecify.annotations.NullMarked;
