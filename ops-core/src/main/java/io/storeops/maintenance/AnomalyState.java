package io.storeops.maintenance;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;
import java.util.List;

/** The states of an anomaly (domain 4.3, completed by D93). */
public enum AnomalyState {
    /** One of the whole store and the same category stands for it; it has no due (D24). */
    COVERED,
    /** Found, and nobody has it yet. */
    FOUND,
    /** Somebody is putting it right. */
    CORRECTING,
    /** Put right; the others are not told yet. */
    CORRECTED,
    /** Before whoever decides. */
    ESCALATED,
    /** Decided on; what follows is not done yet. */
    FEEDBACK_GIVEN,
    /** Ended; found again soon after, it is reopened as a new episode (D14). */
    CLOSED,
    /** A false alarm. */
    DISMISSED;

    /** The states in which it is open, in order. */
    static final List<AnomalyState> OPEN = List.of(COVERED, FOUND, CORRECTING, CORRECTED, ESCALATED, FEEDBACK_GIVEN);

    /**
     * What can happen to an anomaly. Being found again while it is open adds an observation and leaves it where it is.
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<AnomalyState, AnomalyEvent> MACHINE = machine();

    private static StateMachine<AnomalyState, AnomalyEvent> machine() {
        StateMachine.Builder<AnomalyState, AnomalyEvent> machine =
                StateMachine.of("anomaly", AnomalyState.class, AnomalyEvent.class);
        finding(machine);
        for (AnomalyState open : OPEN) {
            machine.on(open, AnomalyEvent.RECLASSIFY, open, Right.DECIDE_ANOMALY);
        }
        return machine.on(FOUND, AnomalyEvent.RECOVER, CLOSED, Right.FLAG)
                .on(COVERED, AnomalyEvent.RECOVER, CLOSED, Right.FLAG)
                .on(FOUND, AnomalyEvent.FLAG, FOUND, Right.FLAG)
                .on(CORRECTING, AnomalyEvent.FLAG, CORRECTING, Right.FLAG)
                .on(FOUND, AnomalyEvent.CLAIM, CORRECTING, Right.MAINTAIN)
                .on(CORRECTING, AnomalyEvent.CORRECT, CORRECTED, Right.MAINTAIN)
                .on(CORRECTED, AnomalyEvent.NOTIFY, CLOSED, Right.MAINTAIN)
                .on(FOUND, AnomalyEvent.ESCALATE, ESCALATED, Right.MAINTAIN, Right.LIAISE)
                .on(CORRECTING, AnomalyEvent.ESCALATE, ESCALATED, Right.MAINTAIN, Right.LIAISE)
                .on(ESCALATED, AnomalyEvent.REMIND, ESCALATED, Right.REMIND)
                .on(ESCALATED, AnomalyEvent.STEP_UP, ESCALATED, Right.REMIND)
                .on(ESCALATED, AnomalyEvent.FEED_BACK, FEEDBACK_GIVEN, Right.DECIDE_ANOMALY)
                .on(FEEDBACK_GIVEN, AnomalyEvent.FEED_BACK, FEEDBACK_GIVEN, Right.DECIDE_ANOMALY)
                .on(FEEDBACK_GIVEN, AnomalyEvent.INSTRUCT_WORK, CORRECTING, Right.INSTRUCT)
                .on(FEEDBACK_GIVEN, AnomalyEvent.CLOSE, CLOSED, Right.MAINTAIN)
                .on(CORRECTING, AnomalyEvent.CLOSE, CLOSED, Right.MAINTAIN)
                .on(FOUND, AnomalyEvent.DISMISS, DISMISSED, Right.MAINTAIN, Right.DECIDE_ANOMALY)
                .on(CORRECTING, AnomalyEvent.DISMISS, DISMISSED, Right.MAINTAIN, Right.DECIDE_ANOMALY)
                .ends(CLOSED, DISMISSED)
                .build();
    }

    private static void finding(StateMachine.Builder<AnomalyState, AnomalyEvent> machine) {
        Right[] finders = {Right.MAINTAIN, Right.FIND_ANOMALY};
        machine.begins(AnomalyEvent.DETECT, FOUND, Right.FLAG)
                .on(COVERED, AnomalyEvent.DETECT, FOUND, Right.FLAG)
                .on(CLOSED, AnomalyEvent.DETECT, FOUND, Right.FLAG)
                .begins(AnomalyEvent.COVER, COVERED, Right.FLAG)
                .begins(AnomalyEvent.REPORT, FOUND, finders)
                .on(COVERED, AnomalyEvent.REPORT, FOUND, finders)
                .on(CLOSED, AnomalyEvent.REPORT, FOUND, finders)
                .begins(AnomalyEvent.REPORT_COVERED, COVERED, finders)
                .on(COVERED, AnomalyEvent.REPORT_COVERED, COVERED, finders)
                .on(CLOSED, AnomalyEvent.REPORT_COVERED, CLOSED, finders);
        for (AnomalyState known : OPEN) {
            if (known != COVERED) {
                machine.on(known, AnomalyEvent.REPORT, known, finders)
                        .on(known, AnomalyEvent.REPORT_COVERED, known, finders);
            }
        }
    }

    /** Whether it is open. */
    boolean open() {
        return OPEN.contains(this);
    }

    /** Whether it is open for itself: one of the whole store then covers others. */
    boolean covers() {
        return open() && this != COVERED;
    }
}
