package io.storeops.listing;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Fact;
import java.util.List;

/**
 * All prices that one act approves: what relies on several of them checks them together (D38).
 *
 * @param changes the prices, each from its instant on, copied
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record PricesApproved(List<PriceChange> changes) implements Fact {
    /** Copies the prices. */
    public PricesApproved {
        changes = ImmutableList.copyOf(changes);
    }
}
