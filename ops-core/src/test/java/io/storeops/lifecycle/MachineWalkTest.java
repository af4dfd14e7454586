package io.storeops.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.storeops.StoreFixture;
import io.storeops.act.DeniedException;
import io.storeops.act.RefusedException;
import io.storeops.authority.Right;
import io.storeops.feedback.SuggestionState;
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
    /** A thing of each machine, in a store with the given people. A later duty adds its own here. */
    private static final List<Function<StoreFixture.Setup, Walked<?>>> THINGS =
            List.of(WalkedPublication::new, WalkedSuggestion::new);

    private static Stream<DynamicTest> everywhere(Trial trial) {
        List<DynamicTest> tests = new ArrayList<>();
        for (Function<StoreFixture.Setup, Walked<?>> thing : THINGS) {
            collect(thing.apply(Walked.without(List.of())), thing, trial, tests);
        }
        return tests.stream();
    }

    private static <S extends Enum<S>> void collect(
            Walked<S> sample, Function<StoreFixture.Setup, Walked<?>> thing, Trial trial, List<DynamicTest> tests) {
        StateMachine<S> machine = sample.machine();
        List<Optional<S>> froms = new ArrayList<>(List.of(Optional.empty()));
        machine.states().forEach(state -> froms.add(Optional.of(state)));
        for (Optional<S> from : froms) {
            for (String event : machine.events()) {
                boolean listed = machine.find(from, event).isPresent();
                if (trial.concerns(listed, !machine.rightsFor(event).isEmpty())) {
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

    @SuppressWarnings("unchecked") // each function makes things of one machine
    private static <S extends Enum<S>> void run(
            Walked<?> fresh, Walked<S> sample, Optional<S> from, String event, Trial trial) {
        assertEquals(sample.getClass(), fresh.getClass());
        Walked<S> thing = (Walked<S>) fresh;
        thing.bring(from);
        assertEquals(from, thing.state());
        trial.tried(thing, from, event);
    }

    /** What is tried with a thing in a state. */
    private interface Trial {
        boolean concerns(boolean listed, boolean takesRight);

        <S extends Enum<S>> void tried(Walked<S> thing, Optional<S> from, String event);
    }

    private record Traces(SortedMap<String, String> rows, List<String> sent, int lines) {
        static Traces of(StoreFixture shop) {
            return new Traces(
                    shop.rowsBut("audit"), shop.channel.ids(), shop.deeds().size());
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
            public <S extends Enum<S>> void tried(Walked<S> thing, Optional<S> from, String event) {
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
            public <S extends Enum<S>> void tried(Walked<S> thing, Optional<S> from, String event) {
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
            public <S extends Enum<S>> void tried(Walked<S> thing, Optional<S> from, String event) {
                thing.cause(event, thing.doer(event));
                // A day that closes passes its boundaries on the way.
                boolean passes = from.equals(Optional.of(ReleaseState.PLANNED)) && event.equals("CLOSE_DAY");
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
            public <S extends Enum<S>> void tried(Walked<S> thing, Optional<S> from, String event) {
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
        Set<String> declared = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.storeops").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getRawType().isEquivalentTo(StateMachine.class))
                        .map(field -> field.getOwner().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Set.of(ReleaseState.class.getSimpleName(), SuggestionState.class.getSimpleName())),
                declared);
        assertEquals(
                declared,
                THINGS.stream()
                        .map(thing -> thing.apply(new StoreFixture.Setup()).machine())
                        .map(machine -> machine.states()
                                .iterator()
                                .next()
                                .getDeclaringClass()
                                .getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Nested
    class AMachineIsNotBuilt {
        private enum Door {
            OPEN,
            SHUT,
            STUCK
        }

        private final StateMachine.Builder<Door> doors = StateMachine.of("door", Door.class)
                .begins("HANG", Door.OPEN)
                .on(Door.OPEN, "SHUT", Door.SHUT)
                .on(Door.SHUT, "OPEN", Door.OPEN)
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
            doors.on(Door.OPEN, "SLAM", Door.STUCK);
            assertNotBuilt("A door that is STUCK never comes to an end [SHUT]");
        }

        @Test
        void withStatesThatGoRoundForEver() {
            doors.on(Door.OPEN, "SLAM", Door.STUCK).on(Door.STUCK, "PUSH", Door.STUCK);
            assertNotBuilt("A door that is STUCK never comes to an end [SHUT]");
        }

        @Test
        void withTwoOutcomesOfOneEvent() {
            IllegalArgumentException twice =
                    assertThrows(IllegalArgumentException.class, () -> doors.on(Door.OPEN, "SHUT", Door.STUCK));
            assertEquals("A door has two outcomes of SHUT when it is OPEN", twice.getMessage());
        }

        @Test
        void butTellsWhatItKnows() {
            StateMachine<Door> machine = doors.on(Door.OPEN, "SLAM", Door.STUCK, Right.MAINTAIN)
                    .on(Door.STUCK, "OPEN", Door.OPEN)
                    .build();
            assertEquals(List.of(Door.SHUT, Door.STUCK), machine.before("OPEN"));
            assertEquals(List.of(Right.MAINTAIN), machine.rightsFor("SLAM"));
            IllegalArgumentException unknown =
                    assertThrows(IllegalArgumentException.class, () -> machine.find(Optional.of(Door.OPEN), "BURN"));
            assertEquals(
                    "Nothing called BURN happens to a door; there is [HANG, SHUT, OPEN, SLAM]", unknown.getMessage());
        }
    }
}
