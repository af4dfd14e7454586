package io.storeops.competitor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.source.SourceIntake;
import java.util.List;

/**
 * What became of observations of rivals' items that were collected. Immutable.
 *
 * @param intake what became of the rows
 * @param fallen the counters of what was taken that are lower than in the observation before, copied
 */
public record CompetitorIntake(SourceIntake intake, List<FallenCounter> fallen) {
    /** Copies the counters. */
    public CompetitorIntake {
        requireNonNull(intake, "intake");
        fallen = ImmutableList.copyOf(fallen);
    }
}
