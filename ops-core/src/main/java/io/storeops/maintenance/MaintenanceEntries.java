package io.storeops.maintenance;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to anomalies, and their machine. */
final class MaintenanceEntries {
    /** Whoever finds something learns whether it was found before, and whoever acts on it learns what others said. */
    static final Things<Anomaly, AnomalyState, AnomalyEvent> ANOMALIES = Things.of(
                    AnomalyState.MACHINE, Anomaly.TABLE, Anomaly::state)
            .showing(
                    DataClass.OPERATIONS,
                    AnomalyEvent.CLAIM,
                    AnomalyEvent.CORRECT,
                    AnomalyEvent.NOTIFY,
                    AnomalyEvent.ESCALATE,
                    AnomalyEvent.FEED_BACK,
                    AnomalyEvent.INSTRUCT_WORK,
                    AnomalyEvent.CLOSE,
                    AnomalyEvent.DISMISS,
                    AnomalyEvent.RECLASSIFY)
            .named("OBSERVE", AnomalyEvent.DETECT, AnomalyEvent.COVER, AnomalyEvent.RECOVER)
            .named("REPORT_ANOMALY", AnomalyEvent.REPORT, AnomalyEvent.REPORT_COVERED);

    static final EntryPoint SILENCE = EntryPoint.act("SILENCE", List.of(Right.DECIDE_ANOMALY));

    static final EntryPoint REQUEST_DECISION = EntryPoint.act("REQUEST_DECISION", List.of(Right.MAINTAIN));

    static final EntryPoint DECIDE_ORDERS =
            EntryPoint.act("DECIDE_ORDERS", List.of(Right.DECIDE_ORDERS), DataClass.OPERATIONS);

    static final EntryPoint ACCEPTED = EntryPoint.engine("ANOMALY_MESSAGE_ACCEPTED", Right.RETRY);

    static final EntryPoint TELL_SALES = EntryPoint.host("TELL_SALES");

    static final EntryPoint TELL_REFERENCE = EntryPoint.host("TELL_REFERENCE");

    static final EntryPoint READ_ANOMALIES = EntryPoint.look(
            "READ_ANOMALIES",
            List.of(
                    Right.MAINTAIN,
                    Right.LIAISE,
                    Right.COLLECT_AND_RELEASE,
                    Right.DECIDE_ANOMALY,
                    Right.FIND_ANOMALY,
                    Right.INSTRUCT,
                    Right.READ),
            DataClass.OPERATIONS);

    private MaintenanceEntries() {}
}
