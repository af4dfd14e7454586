package io.storeops.examples.demo;

import static java.util.Objects.requireNonNull;

import io.storeops.calendar.SlotId;
import io.storeops.figures.Reading;
import java.time.Instant;

/** Something that happens in the demonstration. */
sealed interface DemoStep {
    /** When it happens. */
    Instant at();

    /**
     * Figures come in.
     *
     * @param at when they arrive
     * @param reading the figures
     */
    record Arrives(Instant at, Reading reading) implements DemoStep {
        public Arrives {
            requireNonNull(at, "at");
            requireNonNull(reading, "reading");
        }
    }

    /**
     * The operator releases a boundary, or a correction of it.
     *
     * @param at when
     * @param slot the slot that the boundary closes
     * @param correction whether it is a correction
     */
    record Releases(Instant at, SlotId slot, boolean correction) implements DemoStep {
        public Releases {
            requireNonNull(at, "at");
            requireNonNull(slot, "slot");
        }
    }
}
