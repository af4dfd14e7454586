package io.storeops.maintenance;

import io.storeops.act.EntryPoint;
import io.storeops.act.Things;
import io.storeops.authority.DataClass;
import io.storeops.authority.Right;
import java.util.List;

/** The ways to anomalies and inspections, and their machines. */
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

    static final Things<ChecklistLine, LineState, LineEvent> LINES = Things.of(
                    LineState.MACHINE,
                    ChecklistLine.TABLE,
                    (ChecklistLine line) -> line.answer().state())
            .named("START_INSPECTION", LineEvent.LIST)
            .named("ANSWER_ITEM", LineEvent.OK, LineEvent.ANOMALY, LineEvent.NOT_APPLICABLE, LineEvent.COULD_NOT_CHECK)
            .showing(DataClass.OPERATIONS, LineEvent.values());

    /** Whoever begins an inspection lists its lines. */
    static final EntryPoint START_INSPECTION = LINES.entry(LineEvent.LIST);

    static final EntryPoint COMPLETE_INSPECTION =
            EntryPoint.act("COMPLETE_INSPECTION", List.of(Right.MAINTAIN), DataClass.OPERATIONS);

    static final EntryPoint CONFIRM_ITEMS =
            EntryPoint.act("CONFIRM_ITEMS", List.of(Right.MAINTAIN), DataClass.OPERATIONS);

    static final EntryPoint SWEEP = EntryPoint.act("SWEEP", List.of(Right.MAINTAIN), DataClass.OPERATIONS);

    static final EntryPoint SILENCE = EntryPoint.act("SILENCE", List.of(Right.DECIDE_ANOMALY));

    static final EntryPoint REQUEST_DECISION = EntryPoint.act("REQUEST_DECISION", List.of(Right.MAINTAIN));

    static final EntryPoint DECIDE_ORDERS =
            EntryPoint.act("DECIDE_ORDERS", List.of(Right.DECIDE_ORDERS), DataClass.OPERATIONS);

    static final EntryPoint ACCEPTED = EntryPoint.engine("ANOMALY_MESSAGE_ACCEPTED", Right.RETRY);

    static final EntryPoint TELL_SALES = EntryPoint.host("TELL_SALES");

    static final EntryPoint TELL_REFERENCE = EntryPoint.host("TELL_REFERENCE");

    private static final List<Right> READERS = List.of(
            Right.MAINTAIN,
            Right.LIAISE,
            Right.COLLECT_AND_RELEASE,
            Right.DECIDE_ANOMALY,
            Right.FIND_ANOMALY,
            Right.INSTRUCT,
            Right.READ);

    static final EntryPoint READ_ANOMALIES = EntryPoint.look("READ_ANOMALIES", READERS, DataClass.OPERATIONS);

    static final EntryPoint READ_INSPECTIONS = EntryPoint.look("READ_INSPECTIONS", READERS, DataClass.OPERATIONS);

    private MaintenanceEntries() {}
}
