package io.storeops.architecture.offender.reporting;

import io.storeops.architecture.offender.maintenance.Maintains;

/** A duty that calls another's service. */
public final class Reports {
    public String because(Maintains other) {
        return other.toString();
    }
}
