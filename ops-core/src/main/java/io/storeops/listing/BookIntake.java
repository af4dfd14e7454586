package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.source.SourceIntake;
import java.util.List;

/**
 * What became of a price book that was collected. Immutable.
 *
 * @param intake what became of its rows; a price that is held is taken, and not in force
 * @param held the ids of the changes that wait for somebody else's release (D26), copied
 */
public record BookIntake(SourceIntake intake, List<String> held) {
    /** Copies the ids. */
    public BookIntake {
        requireNonNull(intake, "intake");
        held = ImmutableList.copyOf(held);
    }
}
