package io.storeops.examples.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Classes of which each leads to every other, as their byte code shows. A nested class counts as the one that it stands in.
 * Constants that the compiler copies leave no trace.
 */
final class ClassCycles {
    private ClassCycles() {}

    /**
     * The cycles that are too large.
     *
     * @param most how many classes a cycle may have
     * @param classes where to look; what these depend on beside each other does not count
     * @return each cycle as its arrows, in order
     */
    static List<String> largerThan(int most, JavaClasses classes) {
        SortedMap<String, SortedSet<String>> arrows = arrows(classes);
        SortedMap<String, SortedSet<String>> reached = new TreeMap<>();
        arrows.keySet().forEach(from -> reached.put(from, reached(from, arrows)));
        SortedSet<String> seen = new TreeSet<>();
        List<String> found = new ArrayList<>();
        for (String one : arrows.keySet()) {
            SortedSet<String> cycle = reached.get(one).stream()
                    .filter(other -> reached.get(other).contains(one))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (cycle.size() > most && seen.addAll(cycle)) {
                found.add(told(cycle, arrows));
            }
        }
        return found;
    }

    private static SortedMap<String, SortedSet<String>> arrows(JavaClasses classes) {
        SortedMap<String, SortedSet<String>> arrows = new TreeMap<>();
        classes.forEach(type -> arrows.put(outermost(type), new TreeSet<>()));
        for (JavaClass type : classes) {
            String from = outermost(type);
            for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
                String to = outermost(arrow.getTargetClass().getBaseComponentType());
                if (arrows.containsKey(to) && !to.equals(from)) {
                    arrows.get(from).add(to);
                }
            }
        }
        return arrows;
    }

    private static String outermost(JavaClass type) {
        return type.getName().split("\\$", 2)[0];
    }

    private static SortedSet<String> reached(String from, SortedMap<String, SortedSet<String>> arrows) {
        SortedSet<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            for (String next : arrows.get(open.remove(open.size() - 1))) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static String told(SortedSet<String> cycle, SortedMap<String, SortedSet<String>> arrows) {
        return cycle.stream()
                .flatMap(from ->
                        arrows.get(from).stream().filter(cycle::contains).map(to -> from + " -> " + to))
                .collect(Collectors.joining("; ", cycle.size() + " classes: ", ""));
    }
}
