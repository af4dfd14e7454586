package io.storeops.lifecycle;

import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;

import io.storeops.ModuleServices;
import io.storeops.SampleValues;
import io.storeops.StoreFixture;
import io.storeops.act.OpsModule;
import io.storeops.act.Things;
import io.storeops.agenda.Tick;
import io.storeops.authority.Right;
import io.storeops.id.ActorId;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A thing of a module that nobody described: each event is the method of its name in the module's service, called with sample
 * values, and what the engine does by itself happens by letting time pass.
 */
final class WalkedThing<S extends Enum<S>, E extends Enum<E>> extends Walked<S, E> {
    private static final Set<Right> ENGINE = Set.of(Right.PLAN, Right.FLAG, Right.REMIND, Right.RETRY);
    private static final int PATIENCE = 30;

    private final OpsModule module;
    private final Things<?, S, E> things;

    WalkedThing(OpsModule module, Things<?, S, E> things, StoreFixture.Setup setup) {
        super(setup);
        this.module = module;
        this.things = things;
    }

    @Override
    StateMachine<S, E> machine() {
        return things.machine();
    }

    @Override
    Optional<S> state() {
        Table<?> table = module.tables().stream()
                .filter(each -> each.name().equals(machine().thing()))
                .findFirst()
                .orElseThrow();
        return shop.storage
                .find(table, Key.of(STORE, SampleValues.TEXT))
                .flatMap(row -> machine().states().stream()
                        .filter(state -> row.value().toString().contains("state=" + state.name() + ","))
                        .findFirst());
    }

    @Override
    ActorId doer(E event) {
        return OPERATOR;
    }

    @Override
    void cause(E event, ActorId by) {
        if (ENGINE.containsAll(machine().rightsFor(event))) {
            Optional<S> before = state();
            for (int i = 0; i < PATIENCE && state().equals(before); i++) {
                Tick tick = shop.ops.tick(STORE);
                if (state().equals(before)) {
                    shop.clock.set(tick.nextWakeUp());
                }
            }
        } else {
            call(event, ModuleServices.of(module, shop.acts(by)).orElseThrow());
        }
    }

    private void call(E event, Object service) {
        String name = methodOf(event);
        Method method = Stream.of(service.getClass().getMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service.getClass() + " has no method " + name));
        SampleValues samples = new SampleValues(shop);
        Object[] arguments = Stream.of(method.getGenericParameterTypes())
                .map(type -> samples.of(type, name))
                .toArray();
        try {
            method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(name, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(name, e);
        }
    }

    /** GIVE_BACK is giveBack. */
    private static String methodOf(Enum<?> event) {
        StringBuilder name = new StringBuilder();
        for (String word : List.of(event.name().toLowerCase(Locale.ROOT).split("_"))) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }
}
