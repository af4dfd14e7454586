package io.storeops.examples;

import static io.storeops.examples.ExampleStore.ID;
import static io.storeops.examples.ExampleStore.MANAGER;
import static io.storeops.examples.ExampleStore.OPERATOR;
import static io.storeops.examples.ExampleStore.at;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.failure.DeniedException;
import io.storeops.feedback.Proposal;
import io.storeops.feedback.Suggestion;
import io.storeops.feedback.SuggestionScope;
import io.storeops.feedback.WorkFeedback;
import io.storeops.storage.MemoryStorage;
import io.storeops.task.Task;
import io.storeops.task.TaskTerms;
import java.io.PrintStream;

/** The operator suggests, the manager decides: what is accepted comes back as a task. */
public final class SuggestionExample {
    private SuggestionExample() {}

    /**
     * Runs the example.
     *
     * @param args not read
     */
    public static void main(String[] args) {
        run(System.out);
    }

    /**
     * Runs the example.
     *
     * @param out where to print
     */
    static void run(PrintStream out) {
        SettableClock clock = ExampleStore.clockAt(14, 10);
        try (StoreOps ops = StoreOps.builder()
                .storage(MemoryStorage.empty(clock))
                .clock(clock)
                .build()) {
            ops.enrol(ExampleStore.enrolment());
            WorkFeedback operator = ops.deskOf(OPERATOR).feedback();
            WorkFeedback manager = ops.deskOf(MANAGER).feedback();

            Proposal proposal = new Proposal("SG1", SuggestionScope.S4, "rival X", "match 79.00");
            Suggestion suggestion = operator.submit(ID, proposal);
            suggestion = operator.amend(ID, "SG1", suggestion.version(), "match 79.00 until midnight");
            out.println(suggestion.state() + " version " + suggestion.version());
            try {
                operator.reject(ID, "SG1", suggestion.version(), "changed my mind");
            } catch (DeniedException e) {
                out.println(e.code() + " is held by " + e.holders());
            }

            TaskTerms terms = new TaskTerms(OPERATOR, "set item A to 79.00", at(15, 0));
            manager.accept(ID, "SG1", suggestion.version(), terms);
            out.println(operator.getSuggestion(ID, "SG1").state());
            for (Task given : ops.deskOf(OPERATOR).tasks().givenTo(ID, OPERATOR)) {
                out.println(given.assignee() + ": " + given.text().orElse("") + " by " + given.due());
            }
        }
    }
}
