package io.storeops.maintenance;

import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;
import java.util.Map;
import java.util.stream.Stream;

/** How a line of the checklist stands (domain 4.2, D1). */
public enum LineState {
    /** Nobody has answered it. */
    PENDING,
    /** Nothing is wrong. */
    OK,
    /** Something is wrong: at least one anomaly says what. */
    ANOMALY,
    /** There is nothing to look at, for a reason. */
    NOT_APPLICABLE,
    /** It could not be looked at, for a reason. Never OK, and named in the sweep's notice (D1, D21). */
    COULD_NOT_CHECK;

    /** What can happen to a line; an answer may be changed until the inspection is completed. */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static final StateMachine<LineState, LineEvent> MACHINE = machine();

    private static StateMachine<LineState, LineEvent> machine() {
        Map<LineEvent, LineState> answers = Map.of(
                LineEvent.OK, OK,
                LineEvent.ANOMALY, ANOMALY,
                LineEvent.NOT_APPLICABLE, NOT_APPLICABLE,
                LineEvent.COULD_NOT_CHECK, COULD_NOT_CHECK);
        StateMachine.Builder<LineState, LineEvent> machine = StateMachine.of(
                        "checklist_line", LineState.class, LineEvent.class)
                .begins(LineEvent.LIST, PENDING, Right.MAINTAIN);
        for (LineState from : values()) {
            Stream.of(LineEvent.values())
                    .filter(answers::containsKey)
                    .forEach(event -> machine.on(from, event, to(answers, event), Right.MAINTAIN));
        }
        return machine.ends(PENDING, OK, ANOMALY, NOT_APPLICABLE, COULD_NOT_CHECK)
                .build();
    }

    private static LineState to(Map<LineEvent, LineState> answers, LineEvent event) {
        return answers.getOrDefault(event, PENDING);
    }
}
