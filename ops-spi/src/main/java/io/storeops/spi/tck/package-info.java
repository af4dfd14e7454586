/**
 * The compatibility kit: what every adapter of a port must do, as JUnit tests with numbered rules. An adapter's test
 * extends {@link io.storeops.spi.tck.StorageContract} (or that of its port), says in one or two methods how the adapter is
 * opened, and inherits the rules. A capability that an adapter does not have is not skipped: its absence is asserted.
 * Only rules that need a second handle or another process are reported as skipped where the contract does not offer one.
 *
 * <p>Only those who extend the kit need JUnit on their path.
 */
@NullMarked
package io.storeops.spi.tck;

import org.jspecify.annotations.NullMarked;
