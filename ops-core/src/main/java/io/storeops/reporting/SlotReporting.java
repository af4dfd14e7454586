package io.storeops.reporting;

/** The service of duty 1. */
public final class SlotReporting {
    private SlotReporting() {}
}
