/**
 * Duty module five, work feedback (工作反馈): what the people at work suggest (建议权), and the tasks that come of it. The
 * duty is {@link io.storeops.feedback.WorkFeedback}; everything else here is values and pure functions.
 */
@NullMarked
package io.storeops.feedback;

import org.jspecify.annotations.NullMarked;
