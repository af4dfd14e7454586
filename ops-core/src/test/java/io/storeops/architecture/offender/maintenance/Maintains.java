package io.storeops.architecture.offender.maintenance;

import io.storeops.architecture.offender.reporting.Reports;

/** A duty that calls back. */
public final class Maintains {
    public String because(Reports other) {
        return other.toString();
    }
}
