/**
 * Problems that departments bring (问题处理): a {@link io.storeops.ticket.Ticket} is acknowledged, handled, put before the manager where that
 * is beyond the operator, resolved, and reported back to whoever brought it, each within its time (4.6).
 */
@NullMarked
package io.storeops.ticket;

import org.jspecify.annotations.NullMarked;
