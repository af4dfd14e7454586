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
            case K2_1 -> "timeliness of handling";
            case K2_2 -> "completeness of handling";
            case K2_3 -> "accuracy of handling";
            case K2_4 -> "no omission";
            case K3_1 -> "execution without error";
            case K3_2 -> "timeliness of execution";
            case K3_3 -> "accuracy of feedback";
            case K3_4 -> "completeness of execution";
            case K4_1 -> "coordination without error";
            case K4_2 -> "timeliness of problem handling";
            case K4_3 -> "timeliness of coordination";
            case K4_4 -> "feedback to reporters";
            case TARGET -> "target";
        };
    }
}
