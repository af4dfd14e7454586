package io.storeops;

import io.storeops.act.OpsModule;
import io.storeops.act.PersonalActs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What modules put into a person's hands: whatever a public method of a module makes of a person's acts alone. */
public final class ModuleServices {
    private ModuleServices() {}

    /** The services of all modules that give one so. */
    static List<Object> of(PersonalActs acts) {
        return StoreFixture.modules().stream()
                .flatMap(module -> of(module, acts).stream())
                .toList();
    }

    /** The service of a module, if it gives one so. */
    public static Optional<Object> of(OpsModule module, PersonalActs acts) {
        return Stream.of(module.getClass().getMethods())
                .filter(method -> List.of(method.getParameterTypes()).equals(List.of(PersonalActs.class)))
                .findFirst()
                .map(method -> called(method, module, acts));
    }

    private static Object called(Method method, OpsModule module, PersonalActs acts) {
        try {
            return method.invoke(module, acts);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(method.toString(), e);
        }
    }
}
