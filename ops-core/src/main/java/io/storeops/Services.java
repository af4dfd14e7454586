package io.storeops;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Acts;
import io.storeops.agenda.AgendaBuilder;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.Blobs;
import java.util.Optional;

/**
 * What every desk works with.
 *
 * @param acts the pattern of every act
 * @param reporting duty 1
 * @param expected what is expected of a store and how far it is
 * @param blobs where the bytes of evidence are kept, if the storage keeps any
 */
record Services(Acts acts, SlotReporting reporting, AgendaBuilder expected, Optional<Blobs> blobs) {
    Services {
        requireNonNull(acts, "acts");
        requireNonNull(reporting, "reporting");
        requireNonNull(expected, "expected");
        requireNonNull(blobs, "blobs");
    }
}
