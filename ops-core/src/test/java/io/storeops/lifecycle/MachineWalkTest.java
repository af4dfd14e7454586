package io.storeops.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.storeops.StoreFixture;
import io.storeops.act.OpsModule;
import io.storeops.act.Things;
import io.storeops.agenda.DutyModule;
import io.storeops.authority.Right;
import io.storeops.failure.DeniedException;
import io.storeops.failure.RefusedException;
import io.storeops.reporting.ReleaseEvent;
import io.storeops.reporting.ReleaseState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Brings a thing of every machine into every state by the public API, and tries there whatever the machine knows. */
class MachineWalkTest {
    /** Things that take more than sample values: derived states, texts that depend on one another. */
    private static final List<Function<StoreFixture.Setup, Walked<?, ?>>> DESCRIBED = List.of(
            WalkedPublication::new,
            WalkedSuggestion::new,
            WalkedPrice::new,
            WalkedNotice::new,
            WalkedAnomaly::new,
            WalkedInspection::new,
            WalkedLine::new,
            WalkedTask::new,
            WalkedActivity::new,
            WalkedFeedback::new,
            WalkedStep::new,
            WalkedListing::new,
            WalkedPlan::new,
            WalkedTicket::new,
            WalkedRequirement::new,
            WalkedReport::new);

    /** A thing of each machine, in a store with the given people. */
    private static final List<Function<StoreFixture.Setup, Walked<?, ?>>> THINGS = things();

    private static List<Function<StoreFixture.Setup, Walked<?, ?>>> things() {
        List<Function<StoreFixture.Setup, Walked<?, ?>>> all = new ArrayList<>(DESCRIBED);
        Set<String> described = DESCRIBED.stream()
                .map(thing -> thing.apply(new StoreFixture.Setup()).machine().thing())
                .collect(Collectors.toSet());
        for (OpsModule module : StoreFixture.modules()) {
            if (module instanceof DutyModule duty) {
                for (Things<?, ?, ?> things : duty.things()) {
                    if (!described.contains(things.machine().thing())) {
                        all.add(setup -> new WalkedThing<>(module, things, setup));
                    }
                }
            }
        }
        return all;
    }

    private static Stream<DynamicTest> everywhere(Trial trial) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Function<StoreFixture.Setup, Walked<?, ?>> thing : THINGS) {
            collect(thing.apply(Walked.without(List.of())), thing, trial, tests);
        }
        return tests.stream();
    }

    private static <S extends Enum<S>, E extends Enum<E>> void collect(
            Walked<S, E> sample,
            Function<StoreFixture.Setup, Walked<?, ?>> thing,
            Trial trial,
            List<DynamicTest> tests) {
        StateMachine<S, E> machine = sample.machine();
        List<Optional<S>> froms = new ArrayList<>(List.of(Optional.empty()));
        machine.states().forEach(state -> froms.add(Optional.of(state)));
        for (Optional<S> from : froms) {
            for (E event : machine.events()) {
                boolean listed = machine.find(from, event).isPresent();
                if (trial.concerns(listed, takesRight(machine, event))) {
                    tests.add(DynamicTest.dynamicTest(
                            event + " of a " + machine.thing() + " that is "
                                    + from.map(Enum::name).orElse("not there"),
                            () -> run(
                                    thing.apply(Walked.without(machine.rightsFor(event))),
                                    sample,
                                    from,
                                    event,
                                    trial)));
                }
            }
        }
    }

    /** Whether a person causes it: what the engine does by itself takes a right of the engine's, or none. */
    private static <S extends Enum<S>, E extends Enum<E>> boolean takesRight(StateMachine<S, E> machine, E event) {
        return !Set.of(Right.PLAN, Right.FLAG, Right.REMIND, Right.RETRY).containsAll(machine.rightsFor(event));
    }

    @SuppressWarnings("unchecked") // each function makes things of one machine
    private static <S extends Enum<S>, E extends Enum<E>> void run(
            Walked<?, ?> fresh, Walked<S, E> sample, Optional<S> from, E event, Trial trial) {
        assertEquals(sample.getClass(), fresh.getClass());
        Walked<S, E> thing = (Walked<S, E>) fresh;
        thing.bring(from);
        assertEquals(from, thing.state());
        trial.tried(thing, from, event);
    }

    /** What is tried with a thing in a state. */
    private interface Trial {
        boolean concerns(boolean listed, boolean takesRight);

        <S extends Enum<S>, E extends Enum<E>> void tried(Walked<S, E> thing, Optional<S> from, E event);
    }

    private record Traces(SortedMap<String, String> rows, List<String> sent, int lines) {
        static Traces of(StoreFixture shop) {
            return new Traces(
                    shop.rowsBut("audit"), shop.channel.ids(), shop.records().size());
        }

        void onlyOneMoreLine(StoreFixture shop) {
            assertEquals(new Traces(rows, sent, lines + 1), of(shop));
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsListedHappensAndLeadsWhereItSays() {
        return everywhere(new Trial() {
            @Override
            public boolean concerns(boolean listed, boolean takesRight) {
                return listed;
            }

            @Override
            public <S extends Enum<S>, E extends Enum<E>> void tried(Walked<S, E> thing, Optional<S> from, E event) {
                thing.prepare(event);
                assertEquals(from, thing.state());
                thing.cause(event, thing.doer(event));
                assertEquals(thing.machine().find(from, event).map(Transition::to), thing.state());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotListedIsRefusedAndChangesNothing() {
        return everywhere(new Trial() {
            @Override
            public boolean concerns(boolean listed, boolean takesRight) {
                return !listed && takesRight;
            }

            @Override
            public <S extends Enum<S>, E extends Enum<E>> void tried(Walked<S, E> thing, Optional<S> from, E event) {
                Traces before = Traces.of(thing.shop);
                assertThrows(RefusedException.class, () -> thing.cause(event, thing.doer(event)));
                assertEquals(from, thing.state());
                before.onlyOneMoreLine(thing.shop);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatNobodyCausesLeavesTheStateWhereItIsNotListed() {
        return everywhere(new Trial() {
            @Override
            public boolean concerns(boolean listed, boolean takesRight) {
                return !listed && !takesRight;
            }

            @Override
            public <S extends Enum<S>, E extends Enum<E>> void tried(Walked<S, E> thing, Optional<S> from, E event) {
                thing.cause(event, thing.doer(event));
                // A day that closes passes its boundaries on the way.
                boolean passes = from.equals(Optional.of(ReleaseState.PLANNED)) && event == ReleaseEvent.CLOSE_DAY;
                assertEquals(passes ? Optional.of(ReleaseState.MISSED) : from, thing.state());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> whatTakesARightIsDeniedToARoleWithEveryOther() {
        return everywhere(new Trial() {
            @Override
            public boolean concerns(boolean listed, boolean takesRight) {
                return takesRight;
            }

            @Override
            public <S extends Enum<S>, E extends Enum<E>> void tried(Walked<S, E> thing, Optional<S> from, E event) {
                Traces before = Traces.of(thing.shop);
                DeniedException denied = assertThrows(DeniedException.class, () -> thing.cause(event, Walked.WITHOUT));
                assertTrue(thing.machine().rightsFor(event).contains(Right.parse(denied.code())), denied::getMessage);
                assertFalse(denied.holders().contains(Walked.WITHOUT));
                before.onlyOneMoreLine(thing.shop);
            }
        });
    }

    @Test
    void everyMachineOfTheCoreIsWalked() {
        Set<String> declared = StoreFixture.machines().stream()
                .map(StateMachine::thing)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                declared,
                THINGS.stream()
                        .map(thing ->
                                thing.apply(new StoreFixture.Setup()).machine().thing())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyMachineOfTheCoreBelongsToAModule() {
        Set<String> constants = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.storeops").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(StateMachine.class)
                                && field.getModifiers().contains(JavaModifier.STATIC))
                        .map(field -> field.getOwner().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofModules = StoreFixture.machines().stream()
                .map(machine ->
                        machine.states().iterator().next().getDeclaringClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(ofModules.containsAll(constants), () -> constants + " against " + ofModules);
    }

    @Nested
    class AMachineIsNotBuilt {
        private enum Door {
            OPEN,
            SHUT,
            STUCK
        }

        private enum Push {
            HANG,
            SHUT,
            OPEN,
            SLAM
        }

        private final StateMachine.Builder<Door, Push> doors = StateMachine.of("door", Door.class, Push.class)
                .begins(Push.HANG, Door.OPEN)
                .on(Door.OPEN, Push.SHUT, Door.SHUT)
                .on(Door.SHUT, Push.OPEN, Door.OPEN)
                .ends(Door.SHUT);

        private void assertNotBuilt(String message) {
            assertEquals(
                    message,
                    assertThrows(IllegalArgumentException.class, doors::build).getMessage());
        }

        @Test
        void withAStateThatIsNeverReached() {
            assertNotBuilt("A door never becomes STUCK");
        }

        @Test
        void withAStateInWhichThingsGetStuck() {
            doors.on(Door.OPEN, Push.SLAM, Door.STUCK);
            assertNotBuilt("A door that is STUCK never comes to an end [SHUT]");
        }

        @Test
        void withStatesThatGoRoundForEver() {
            doors.on(Door.OPEN, Push.SLAM, Door.STUCK).on(Door.STUCK, Push.SLAM, Door.STUCK);
            assertNotBuilt("A door that is STUCK never comes to an end [SHUT]");
        }

        @Test
        void withAnEventThatNeverHappens() {
            doors.on(Door.SHUT, Push.SHUT, Door.STUCK).ends(Door.STUCK);
            assertNotBuilt("Nothing ever comes of SLAM for a door");
        }

        @Test
        void withTwoOutcomesOfOneEvent() {
            IllegalArgumentException twice =
                    assertThrows(IllegalArgumentException.class, () -> doors.on(Door.OPEN, Push.SHUT, Door.STUCK));
            assertEquals("A door has two outcomes of SHUT when it is OPEN", twice.getMessage());
        }

        @Test
        void butTellsWhatItKnows() {
            StateMachine<Door, Push> machine = doors.on(Door.OPEN, Push.SLAM, Door.STUCK, Right.MAINTAIN)
                    .on(Door.STUCK, Push.OPEN, Door.OPEN)
                    .build();
            assertEquals(List.of(Door.SHUT, Door.STUCK), machine.before(Push.OPEN));
            assertEquals(List.of(Right.MAINTAIN), machine.rightsFor(Push.SLAM));
        }
    }
}
