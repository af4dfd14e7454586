package io.storeops.ticket;

import static java.util.Objects.requireNonNull;

import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.util.List;
import java.util.Optional;

/**
 * What people wrote about an episode; each empty before, and once redacted. Immutable.
 *
 * @param problem what the problem is; of a later episode, why the ticket was opened again
 * @param hold why it is, or was last, on hold
 * @param escalation why it was put before the manager last
 * @param decision what the manager decided last
 * @param report how it was solved: the handling report (问题处理报告)
 */
public record Texts(
        Optional<String> problem,
        Optional<String> hold,
        Optional<String> escalation,
        Optional<String> decision,
        Optional<String> report) {
    private static final Column<String> PROBLEM = Column.text("problem", "what the problem is, or is again");
    private static final Column<String> HOLD = Column.text("hold_reason", "why it is on hold");
    private static final Column<String> ESCALATION =
            Column.text("escalation_reason", "why it is put before the manager");
    private static final Column<String> DECISION = Column.text("decision", "what the manager decided");
    private static final Column<String> REPORT = Column.text("handling_report", "how it was solved");

    /** The columns that a redaction removes. */
    static final List<Column<?>> PERSONAL = List.of(PROBLEM, HOLD, ESCALATION, DECISION, REPORT);

    static final ColumnGroup<Texts> COLUMNS = ColumnGroup.of(Texts.class)
            .personal(PROBLEM, Texts::problem)
            .personal(HOLD, Texts::hold)
            .personal(ESCALATION, Texts::escalation)
            .personal(DECISION, Texts::decision)
            .personal(REPORT, Texts::report)
            .reads(row -> new Texts(
                    row.find(PROBLEM), row.find(HOLD), row.find(ESCALATION), row.find(DECISION), row.find(REPORT)));

    /** Checks for null. */
    public Texts {
        requireNonNull(problem, "problem");
        requireNonNull(hold, "hold");
        requireNonNull(escalation, "escalation");
        requireNonNull(decision, "decision");
        requireNonNull(report, "report");
    }

    static Texts of(String problem) {
        return new Texts(Optional.of(problem), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Texts heldFor(String why) {
        return new Texts(problem, Optional.of(why), escalation, decision, report);
    }

    Texts escalatedFor(String why) {
        return new Texts(problem, hold, Optional.of(why), decision, report);
    }

    Texts decided(String what) {
        return new Texts(problem, hold, escalation, Optional.of(what), report);
    }

    Texts reporting(String how) {
        return new Texts(problem, hold, escalation, decision, Optional.of(how));
    }
}
