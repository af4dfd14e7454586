package io.storeops.examples.replay;

import io.storeops.StoreFixture;
import io.storeops.act.Machined;
import io.storeops.act.Things;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.Right;
import io.storeops.lifecycle.StateMachine;
import io.storeops.lifecycle.Transition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A state machine of the library as text, and how a thing may have gone through it.
 *
 * @param thing what it is about
 * @param edges its transitions
 */
record Machine(String thing, List<Edge> edges) {
    /** What the things of a machine are before they are there. */
    static final String NOTHING = "-";

    /** What the report of an anomaly is called that one of the whole store stands for. */
    static final String REPORT_COVERED = "REPORT_COVERED";

    /** Events that are not called what the machine's own entry points are, and what the trail calls them. */
    private static final Map<String, String> NAMES = Map.of(
            // One act of the trail, whose remark tells it from a report of what is not covered.
            "REPORT_COVERED_ANOMALY", REPORT_COVERED,
            // A line of a scenario does not say whether gaps are confirmed, so the replay always confirms them.
            "RELEASE_WITH_GAPS_PUBLICATION", "RELEASE",
            "CORRECT_PUBLICATION", "RELEASE_CORRECTION",
            "DRAFT_WEEKLY_REPORT", "DRAFT_REPORT",
            "SUBMIT_WEEKLY_REPORT", "SUBMIT_REPORT",
            "ACCEPT_WEEKLY_REPORT", "ACCEPT_REPORT",
            "RETURN_WEEKLY_REPORT", "RETURN_REPORT",
            "ACKNOWLEDGE_NOTICE", "ACK_NOTICE",
            "COMPLETE_NOTICE", "ACK_NOTICE");

    /** What a correction of an anomaly brings with it: a notice that nobody has sent yet. */
    private static final String DRAFTED = "DRAFT_NOTICE";

    private static final Set<Right> ENGINE = Set.of(Right.PLAN, Right.FLAG, Right.REMIND, Right.RETRY);

    /**
     * A transition.
     *
     * @param machine what its machine is about
     * @param from the state before
     * @param event what happens
     * @param to the state afterwards
     * @param act what the trail calls it if somebody does it to the thing itself
     * @param alone whether it happens by itself, or as a part of something else
     */
    record Edge(String machine, String from, String event, String to, String act, boolean alone)
            implements Comparable<Edge> {
        @Override
        public int compareTo(Edge other) {
            return text().compareTo(other.text());
        }

        /** As the list of what is not walked has it. */
        String text() {
            return String.join(",", machine, from, event, to);
        }
    }

    /** All of the library, by what they are about. */
    static List<Machine> all() {
        return duties().flatMap(duty -> duty.machines().stream()
                        .map(machine -> of(
                                machine,
                                duty.things().stream()
                                        .filter(things -> things.machine() == machine)
                                        .findFirst())))
                .sorted(Comparator.comparing(Machine::thing))
                .toList();
    }

    static Stream<DutyModule> duties() {
        return StoreFixture.modules().stream()
                .filter(module -> !module.getClass().getPackageName().startsWith("io.storeops.sample"))
                .filter(DutyModule.class::isInstance)
                .map(DutyModule.class::cast);
    }

    private static <S extends Enum<S>, E extends Enum<E>> Machine of(
            StateMachine<S, E> machine, Optional<Things<?, ?, ?>> things) {
        return new Machine(
                machine.thing(),
                machine.transitions().stream()
                        .map(each -> edge(machine, each, things))
                        .toList());
    }

    @SuppressWarnings("unchecked") // the things of a machine have its events
    private static <S extends Enum<S>, E extends Enum<E>> Edge edge(
            StateMachine<S, E> machine, Transition<S, E> transition, Optional<Things<?, ?, ?>> things) {
        String usual = transition.event() + "_" + machine.thing().toUpperCase(Locale.ROOT);
        String act = Optional.ofNullable(NAMES.get(usual))
                .or(() -> things.map(each ->
                        ((Machined<?, S, E>) each).entry(transition.event()).name()))
                .orElse(usual);
        return new Edge(
                machine.thing(),
                transition.from().map(Enum::name).orElse(NOTHING),
                transition.event().name(),
                transition.to().name(),
                act,
                act.equals(DRAFTED) || ENGINE.containsAll(transition.anyOf()));
    }

    /**
     * How a thing may have gone from a state to another while these acts were done to it: the likeliest ways. An act is likelier that is
     * one of its events; what happens by itself is likelier than what somebody else's act brings with it; and an act may have left it alone.
     */
    List<List<Edge>> ways(String from, String to, List<String> acts) {
        List<String> own = acts.stream()
                .filter(act -> edges.stream().anyMatch(edge -> edge.act().equals(act)))
                .toList();
        PriorityQueue<Way> open = new PriorityQueue<>(Comparator.comparingInt(Way::cost));
        open.add(new Way(from, 0, 0, List.of()));
        List<List<Edge>> ways = new ArrayList<>();
        int best = Integer.MAX_VALUE;
        while (!open.isEmpty() && open.peek().cost() <= best && open.peek().cost() < 200) {
            Way way = open.remove();
            if (way.state().equals(to) && way.done() == own.size()) {
                best = way.cost();
                ways.add(way.edges());
            } else {
                way.further(this, own).forEach(open::add);
            }
        }
        return ways.stream().distinct().toList();
    }

    private record Way(String state, int done, int cost, List<Edge> edges) {
        List<Way> further(Machine machine, List<String> acts) {
            List<Way> further = new ArrayList<>();
            boolean open = done < acts.size();
            if (open) {
                further.add(new Way(state, done + 1, cost + 20, edges));
            }
            for (Edge edge : machine.edges()) {
                if (edge.from().equals(state)) {
                    if (open && edge.act().equals(acts.get(done))) {
                        further.add(new Way(edge.to(), done + 1, cost, and(edge)));
                    }
                    if (!edge.to().equals(state)) {
                        further.add(new Way(edge.to(), done, cost + (edge.alone() ? 1 : 50), and(edge)));
                    }
                }
            }
            return further;
        }

        private List<Edge> and(Edge edge) {
            List<Edge> all = new ArrayList<>(edges);
            all.add(edge);
            return all;
        }
    }
}
