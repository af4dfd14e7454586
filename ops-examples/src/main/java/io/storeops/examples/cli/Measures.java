package io.storeops.examples.cli;

import io.storeops.kpi.Kpi;

/** The measures in English. */
final class Measures {
    private Measures() {}

    static String english(Kpi kpi) {
        return switch (kpi) {
            case K1_1 -> "accuracy";
            case K1_2 -> "completeness";
            case K1_3 -> "comprehensiveness";
            case K1_4 -> "timeliness of releases";
            case TARGET -> "target";
        };
    }
}
