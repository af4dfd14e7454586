package io.storeops.report;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Context;

/**
 * What a module knows for one section of the weekly report (R78): its figures are counted from records, never written by hand. Several
 * modules may know something for one section; it stands there in the order of the modules.
 *
 * @param section the section as the roster's weekly duty calls it, as in SALES_TARGET
 * @param counting counts the figures
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record ReportPart(String section, Counting counting) {
    /** What the store's sales are and how they compare with the target (R14). */
    public static final String SALES_TARGET = "SALES_TARGET";

    /** The slots of the week. */
    public static final String SLOT_DATA = "SLOT_DATA";

    /** Whether what is told twice agrees: the items' amounts and the store's (R33). */
    public static final String RECONCILIATION = "RECONCILIATION";

    /** Inspections and anomalies. */
    public static final String INSPECTION_ANOMALY = "INSPECTION_ANOMALY";

    /** Activities, new listings and optimisations. */
    public static final String ACTIVITY = "ACTIVITY";

    /** Problem tickets, requirements and notices. */
    public static final String PROBLEM_COORDINATION = "PROBLEM_COORDINATION";

    /** Tasks, key figures and suggestions. */
    public static final String TASK_KPI_SUGGESTION = "TASK_KPI_SUGGESTION";

    /** Counts figures. Pure. */
    @FunctionalInterface
    public interface Counting {
        /**
         * The figures of a week.
         *
         * @param context the store and its rows
         * @param scope the week, and the instant of knowing
         * @return the figures
         */
        ReportFilling of(Context context, ReportScope scope);
    }

    /** Checks for null. */
    public ReportPart {
        requireNonNull(section, "section");
        requireNonNull(counting, "counting");
    }
}
