package io.storeops.spi;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A secret that nobody else has, and where to look for it. */
final class Canary {
    /** Put together at run time, so that neither this source nor its class contains it; .ci/run looks for the same. */
    static final String SECRET = String.join("-", "storeops", "canary", "5d41402abc");

    private Canary() {}

    /** An exception as a log would print it: every message, every cause, everything suppressed. */
    static String textOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text + "\n" + failure.getMessage() + "\n" + failure.getLocalizedMessage();
    }

    /**
     * What every object that can be reached from one says of itself. Strings do not speak of themselves, and what is behind a
     * proxy is heard through the proxy only.
     */
    static List<String> textsReachableFrom(Object root) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> next = new ArrayDeque<>(List.of(root));
        List<String> texts = new ArrayList<>();
        while (!next.isEmpty()) {
            Object object = next.pop();
            if (!(object instanceof String) && seen.add(object)) {
                texts.add(object.toString());
                children(object).forEach(next::push);
            }
        }
        return texts;
    }

    private static List<Object> children(Object object) {
        List<Object> children = new ArrayList<>();
        if (object instanceof Map<?, ?> map) {
            children.addAll(map.keySet());
            children.addAll(map.values());
        } else if (object instanceof Collection<?> collection) {
            children.addAll(collection);
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(children::add);
        } else if (object.getClass().isArray()
                && !object.getClass().componentType().isPrimitive()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                children.add(Array.get(object, i));
            }
        } else if (object.getClass().getName().startsWith("io.storeops.")) {
            Class<?> type = object.getClass();
            for (; type.getName().startsWith("io.storeops."); type = type.getSuperclass()) {
                fields(object, type, children);
            }
        }
        if (object instanceof Throwable failure) {
            children.add(failure.getCause());
            children.addAll(List.of(failure.getSuppressed()));
        }
        children.removeIf(child -> child == null);
        return children;
    }

    private static void fields(Object object, Class<?> type, List<Object> children) {
        for (Field field : type.getDeclaredFields()) {
            try {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    children.add(field.get(object));
                }
            } catch (IllegalAccessException e) {
                throw new AssertionError(field.toString(), e);
            }
        }
    }
}
