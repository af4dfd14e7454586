package io.storeops.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.StoreFixture;
import io.storeops.authority.Right;
import io.storeops.failure.RefusedException;
import io.storeops.notice.NoticeEvent;
import io.storeops.notice.NoticeState;
import io.storeops.requirement.RequirementState;
import io.storeops.task.TaskState;
import io.storeops.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The machines of tickets, requirements, tasks and notices are those of domain section 4 as D93 completes them, arrow by arrow. */
class LiaisonMachinesTest {
    /** 4.6. */
    private static final String TICKET = """
            - OPEN RECEIVED RAISE:TICKET
            RECEIVED ACKNOWLEDGE ACKNOWLEDGED EXECUTE:X4
            ACKNOWLEDGED HANDLE HANDLING EXECUTE:X4
            HANDLING RESOLVE RESOLVED EXECUTE:X4
            HANDLING ESCALATE ESCALATED EXECUTE:X4
            ESCALATED DECIDE DECIDED INSTRUCT
            DECIDED HANDLE HANDLING EXECUTE:X4
            DECIDED RESOLVE RESOLVED EXECUTE:X4
            ACKNOWLEDGED MERGE MERGED EXECUTE:X4
            HANDLING MERGE MERGED EXECUTE:X4
            RECEIVED HOLD RECEIVED EXECUTE:X4
            ACKNOWLEDGED HOLD ACKNOWLEDGED EXECUTE:X4
            HANDLING HOLD HANDLING EXECUTE:X4
            RECEIVED RESUME RECEIVED EXECUTE:X4
            ACKNOWLEDGED RESUME ACKNOWLEDGED EXECUTE:X4
            HANDLING RESUME HANDLING EXECUTE:X4
            RESOLVED REPORT_BACK REPORTED_BACK EXECUTE:X4
            REPORTED_BACK CLOSE CLOSED EXECUTE:X4
            REPORTED_BACK REOPEN RECEIVED RAISE:TICKET
            CLOSED REOPEN RECEIVED RAISE:TICKET
            """;

    /**
     * 4.7. What is sent through a channel is sent when that takes it (D59), so giving it to the channel moves nothing; a party's answer is
     * the department's own, or recorded of a party outside (D58); lateness is a flag (D56).
     */
    private static final String REQUIREMENT = """
            - OPEN OPEN EXECUTE:X4
            OPEN SEND SENT EXECUTE:X4
            OPEN QUEUE OPEN EXECUTE:X4
            OPEN PUT_THROUGH SENT the engine's
            SENT CONFIRM CONFIRMED ANSWER:COORDINATION_OWN EXECUTE:X4
            SENT REJECT REJECTED ANSWER:COORDINATION_OWN EXECUTE:X4
            REJECTED RESEND SENT EXECUTE:X4
            REJECTED QUEUE_AGAIN REJECTED EXECUTE:X4
            REJECTED PUT_THROUGH SENT the engine's
            CONFIRMED DELIVER DELIVERED ANSWER:COORDINATION_OWN EXECUTE:X4
            DELIVERED ACCEPT ACCEPTED EXECUTE:X4
            DELIVERED REWORK CONFIRMED EXECUTE:X4
            OPEN FLAG_LATE OPEN the engine's
            SENT FLAG_LATE SENT the engine's
            CONFIRMED FLAG_LATE CONFIRMED the engine's
            REJECTED FLAG_LATE REJECTED the engine's
            DELIVERED FLAG_LATE DELIVERED the engine's
            """;

    /** 4.8. */
    private static final String TASK = """
            - ASSIGN ASSIGNED INSTRUCT
            ASSIGNED ACCEPT ACCEPTED EXECUTE:X5
            ACCEPTED COMPLETE DONE EXECUTE:X5
            DONE FEED_BACK FED_BACK EXECUTE:X5
            FED_BACK CLOSE CLOSED ACCEPT:TASK
            FED_BACK GIVE_BACK ACCEPTED ACCEPT:TASK
            ASSIGNED NOT_DONE NOT_DONE EXECUTE:X5
            ACCEPTED NOT_DONE NOT_DONE EXECUTE:X5
            NOT_DONE FEED_BACK NOT_DONE EXECUTE:X5
            ASSIGNED CANCEL CANCELLED INSTRUCT
            ACCEPTED CANCEL CANCELLED INSTRUCT
            """;

    /** 4.11: written or given to the channels it is a draft; they deliver it by accepting; the last receipt completes it. */
    private static final String NOTICE = """
            - DRAFT DRAFT EXECUTE:X4
            - SEND DRAFT EXECUTE:X4
            DRAFT SEND DRAFT EXECUTE:X4
            DRAFT ACKNOWLEDGE DRAFT ACK:NOTICE
            DRAFT ACCEPT DELIVERED
            DELIVERED ACKNOWLEDGE DELIVERED ACK:NOTICE
            DELIVERED COMPLETE ACKNOWLEDGED ACK:NOTICE
            DRAFT SUPERSEDE SUPERSEDED EXECUTE:X4
            DELIVERED SUPERSEDE SUPERSEDED EXECUTE:X4
            ACKNOWLEDGED SUPERSEDE SUPERSEDED EXECUTE:X4
            """;

    private static final Set<String> BEGINNINGS = Set.of("OPEN", "ASSIGN", "DRAFT");

    private static final Set<Right> ENGINES = Set.of(Right.PLAN, Right.FLAG, Right.REMIND, Right.RETRY);

    @Test
    void haveTheArrowsOfTheDomainAndNoOthers() {
        assertEquals(arrows(TICKET), arrows(TicketState.MACHINE));
        assertEquals(arrows(REQUIREMENT), arrows(RequirementState.MACHINE));
        assertEquals(arrows(TASK), arrows(TaskState.MACHINE));
        assertEquals(arrows(NOTICE), arrows(NoticeState.MACHINE));
    }

    private static Set<String> arrows(String table) {
        return table.lines().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> arrows(StateMachine<?, ?> machine) {
        return machine.transitions().stream()
                .map(each -> Stream.concat(
                                Stream.of(
                                        each.from().map(Enum::name).orElse("-"),
                                        each.event().name(),
                                        each.to().name()),
                                each.anyOf().stream()
                                        .map(right -> ENGINES.contains(right) ? "the engine's" : right.toString()))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** D86: whatever the table does not list is WRONG_STATE; what is not there has no state, and what is there is not begun again. */
    @TestFactory
    Stream<DynamicTest> refuseWhatTheTableDoesNotList() {
        List<DynamicTest> tests = new ArrayList<>();
        collect(TICKET, WalkedTicket::new, tests);
        collect(REQUIREMENT, WalkedRequirement::new, tests);
        collect(TASK, WalkedTask::new, tests);
        collect(NOTICE, WalkedNotice::new, tests);
        return tests.stream();
    }

    private static <S extends Enum<S>, E extends Enum<E>> void collect(
            String table, Function<StoreFixture.Setup, Walked<S, E>> thing, List<DynamicTest> tests) {
        StateMachine<S, E> machine = thing.apply(Walked.without(List.of())).machine();
        Set<String> listed = arrows(table).stream()
                .map(arrow -> arrow.substring(0, arrow.indexOf(' ', arrow.indexOf(' ') + 1)))
                .collect(Collectors.toSet());
        Stream<Optional<S>> froms = Stream.concat(
                Stream.of(Optional.empty()), machine.states().stream().map(Optional::of));
        froms.forEach(from -> machine.events().stream()
                .filter(event -> !machine.rightsFor(event).isEmpty() && !ENGINES.containsAll(machine.rightsFor(event)))
                .filter(event -> !listed.contains(from.map(Enum::name).orElse("-") + " " + event))
                .forEach(event -> tests.add(DynamicTest.dynamicTest(
                        event + " of a " + machine.thing() + " that is "
                                + from.map(Enum::name).orElse("not there"),
                        () -> {
                            Walked<S, E> walked = thing.apply(Walked.without(machine.rightsFor(event)));
                            walked.bring(from);
                            assertEquals(
                                    expected(machine, from, event),
                                    assertThrows(RefusedException.class, () -> walked.cause(event, walked.doer(event)))
                                            .refusal()
                                            .code());
                        }))));
    }

    private static <S extends Enum<S>, E extends Enum<E>> String expected(
            StateMachine<S, E> machine, Optional<S> from, E event) {
        if (from.isEmpty()) {
            return "NO_SUCH_" + machine.thing().toUpperCase(Locale.ROOT);
        }
        // A notice that was replaced is replaced by the same one: that is there.
        boolean there = BEGINNINGS.contains(event.name()) || event == NoticeEvent.SUPERSEDE;
        return there ? "EXISTS" : "WRONG_STATE";
    }
}
