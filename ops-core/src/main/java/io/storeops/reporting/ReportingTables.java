package io.storeops.reporting;

import io.storeops.figures.DataDay;
import io.storeops.figures.ReadingVersion;
import io.storeops.storage.Table;
import java.util.List;

/** The tables of duty 1. */
public final class ReportingTables {
    private ReportingTables() {}

    /**
     * All of them.
     *
     * @return readings, releases and the guards of their dates
     */
    public static List<Table<?>> all() {
        return List.of(ReadingVersion.TABLE, ReleaseEntry.TABLE, DataDay.TABLE);
    }
}
