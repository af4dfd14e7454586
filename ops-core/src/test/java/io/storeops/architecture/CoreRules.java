package io.storeops.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.storeops.StoreOps;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the pure domain may not do, as questions to its bytecode; each answers with the offences it finds. */
final class CoreRules {
    /** The layers from the ground up; a package uses its own layer, where no cycle comes of it, and those below. */
    static final SortedMap<String, Integer> LAYERS = layers(
            List.of(
                    "authority",
                    "calendar",
                    "catalog",
                    "document",
                    "evidence",
                    "failure",
                    "feed",
                    "id",
                    "json",
                    "kpi",
                    "storage"),
            List.of(
                    "absence",
                    "act",
                    "agenda",
                    "archive",
                    "delivery",
                    "enrolment",
                    "lifecycle",
                    "outbox",
                    "position",
                    "publishing",
                    "report"),
            List.of(
                    "campaign",
                    "competitor",
                    "detection",
                    "figures",
                    "health",
                    "inspection",
                    "listing",
                    "notice",
                    "promotion",
                    "requirement",
                    "source",
                    "step",
                    "task",
                    "vetting"),
            List.of(
                    "activity",
                    "dailyplan",
                    "feedback",
                    "listingtask",
                    "maintenance",
                    "reporting",
                    "scorecard",
                    "ticket",
                    "weeklyreport"));

    /** The packages that hold a duty each: the uppermost layer, of which none uses another. */
    static final Set<String> DUTIES = Set.of(
            "reporting",
            "maintenance",
            "activity",
            "listingtask",
            "dailyplan",
            "liaison",
            "feedback",
            "scorecard",
            "ticket",
            "weeklyreport");

    /** Beside Java itself, what the module may import. */
    private static final List<String> IMPORTS =
            List.of("java.", "com.google.common.collect.", "org.slf4j.", "org.jspecify.annotations.");

    private static final List<String> FORBIDDEN_PACKAGES = List.of(
            "java.io.", "java.net.", "java.nio.channels.", "java.nio.file.", "java.rmi.", "java.sql.", "javax.");

    private static final Set<String> FORBIDDEN_TYPES = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.Thread",
            "java.util.Random",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.SimpleTimeZone",
            "java.util.TimeZone",
            "java.util.Timer",
            "java.util.concurrent.CompletableFuture",
            "java.util.concurrent.Executor",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ScheduledExecutorService",
            "java.util.concurrent.ThreadFactory",
            "java.util.concurrent.ThreadLocalRandom",
            "java.util.concurrent.ThreadPoolExecutor");

    private static final Set<String> FORBIDDEN_MEMBERS = Set.of(
            "java.lang.Math.random",
            "java.lang.String.formatted",
            "java.lang.System.console",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.err",
            "java.lang.System.exit",
            "java.lang.System.getProperties",
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.System.in",
            "java.lang.System.nanoTime",
            "java.lang.System.out",
            "java.lang.System.setProperty",
            "java.nio.charset.Charset.defaultCharset",
            "java.time.ZoneId.systemDefault",
            "java.util.Collection.parallelStream",
            "java.util.Locale.getDefault",
            "java.util.Locale.setDefault");

    /** Members that look at the default locale or charset unless an argument names one. */
    private static final Map<String, Integer> FORBIDDEN_WITH_ARGUMENTS = Map.of(
            "java.lang.String.getBytes", 0, "java.lang.String.toLowerCase", 0, "java.lang.String.toUpperCase", 0);

    private CoreRules() {}

    @SafeVarargs
    private static SortedMap<String, Integer> layers(List<String>... groundUp) {
        SortedMap<String, Integer> layers = new TreeMap<>();
        for (int layer = 0; layer < groundUp.length; layer++) {
            for (String name : groundUp[layer]) {
                layers.put(name, layer);
            }
        }
        return layers;
    }

    /** Arrows to a layer above. */
    static List<String> upwards(SortedMap<String, SortedSet<String>> arrows, Map<String, Integer> layers) {
        List<String> found = new ArrayList<>();
        arrows.forEach((from, targets) -> targets.stream()
                .filter(to -> layers.getOrDefault(to, Integer.MAX_VALUE) > layers.getOrDefault(from, 0))
                .forEach(to -> found.add(from + " -> " + to)));
        return found;
    }

    static JavaClasses core() {
        return new ClassFileImporter().importPath(place());
    }

    /** Where the core's classes are, without those of its tests. */
    static Path place() {
        try {
            return Path.of(StoreOps.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The arrows that the bytecode has, package by package. */
    static SortedMap<String, SortedSet<String>> arrows(JavaClasses classes, String root) {
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        for (JavaClass type : classes) {
            packageOf(type, root).ifPresent(from -> {
                SortedSet<String> targets = found.computeIfAbsent(from, name -> new TreeSet<>());
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .flatMap(target -> packageOf(target.getBaseComponentType(), root).stream())
                        .filter(target -> !target.equals(from))
                        .forEach(targets::add);
            });
        }
        return found;
    }

    private static java.util.Optional<String> packageOf(JavaClass type, String root) {
        String name = type.getPackageName();
        return name.startsWith(root + ".")
                ? java.util.Optional.of(name.substring(root.length() + 1))
                : java.util.Optional.empty();
    }

    /** Arrows from a package back to itself. */
    static List<String> cycles(SortedMap<String, SortedSet<String>> arrows) {
        List<String> cycles = new ArrayList<>();
        for (String from : arrows.keySet()) {
            SortedSet<String> reached = new TreeSet<>();
            List<String> open = new ArrayList<>(List.of(from));
            while (!open.isEmpty()) {
                for (String next : arrows.getOrDefault(open.remove(0), new TreeSet<>())) {
                    if (reached.add(next)) {
                        open.add(next);
                    }
                }
            }
            if (reached.contains(from)) {
                cycles.add(from);
            }
        }
        return cycles;
    }

    /** Arrows from one duty to another. */
    static List<String> betweenDuties(SortedMap<String, SortedSet<String>> arrows) {
        List<String> found = new ArrayList<>();
        arrows.forEach((from, targets) -> targets.stream()
                .filter(target -> DUTIES.contains(from) && DUTIES.contains(target))
                .forEach(target -> found.add(from + " -> " + target)));
        return found;
    }

    /** What classes touch that is neither theirs, nor Java's, nor one of the three libraries of core. */
    static List<String> foreignImports(JavaClasses classes) {
        return dependencies(classes)
                .filter(dependency -> {
                    String name =
                            dependency.getTargetClass().getBaseComponentType().getName();
                    return name.contains(".")
                            && !name.startsWith("io.storeops.")
                            && IMPORTS.stream().noneMatch(name::startsWith);
                })
                .map(Dependency::getDescription)
                .toList();
    }

    /** What touches the world outside, its clock, its chance or its defaults. */
    static List<String> impurities(JavaClasses classes) {
        List<String> found = new ArrayList<>();
        dependencies(classes)
                .filter(dependency -> impureType(
                        dependency.getTargetClass().getBaseComponentType().getName()))
                .map(Dependency::getDescription)
                .forEach(found::add);
        for (JavaClass type : classes) {
            type.getAccessesFromSelf().stream()
                    .filter(CoreRules::impure)
                    .map(JavaAccess::getDescription)
                    .forEach(found::add);
        }
        return found;
    }

    private static Stream<Dependency> dependencies(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static boolean impureType(String name) {
        return FORBIDDEN_TYPES.contains(name)
                || (!name.equals("java.io.Serializable")
                        && FORBIDDEN_PACKAGES.stream().anyMatch(name::startsWith));
    }

    private static boolean impure(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String member = target.getOwner().getName() + "." + target.getName();
        List<String> parameters = target instanceof AccessTarget.CodeUnitAccessTarget unit
                ? unit.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
        if (FORBIDDEN_MEMBERS.contains(member)) {
            return true;
        }
        if (FORBIDDEN_WITH_ARGUMENTS.getOrDefault(member, -1) == parameters.size()) {
            return true;
        }
        if (member.equals("java.util.UUID.randomUUID")) {
            return !access.getOriginOwner().getName().equals("io.storeops.StoreOps$Builder");
        }
        return ambientTime(target, parameters) || withoutLocaleOrCharset(member, parameters);
    }

    private static boolean ambientTime(AccessTarget target, List<String> parameters) {
        boolean now = target.getOwner().getPackageName().equals("java.time")
                && target.getName().equals("now")
                && !parameters.equals(List.of(Clock.class.getName()));
        boolean clock = target.getOwner().getName().equals(Clock.class.getName())
                && (target.getName().startsWith("system") || target.getName().matches("tick(Millis|Seconds|Minutes)"));
        return now || clock;
    }

    private static boolean withoutLocaleOrCharset(String member, List<String> parameters) {
        return switch (member) {
            case "java.lang.String.format" -> !parameters.get(0).equals("java.util.Locale");
            case "java.lang.String.<init>" ->
                parameters.contains("[B") && !parameters.contains("java.nio.charset.Charset");
            case "java.time.format.DateTimeFormatter.ofPattern" -> parameters.size() == 1;
            default -> false;
        };
    }

    /** Public and protected signatures that show a type of Guava. */
    static List<String> guavaInSignatures(JavaClasses classes) {
        Predicate<HasModifiers> open = member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
        List<String> found = new ArrayList<>();
        for (JavaClass type : classes) {
            if (!open.test(type)) {
                continue;
            }
            Stream<JavaType> above = Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream());
            Stream<JavaType> shown = type.getMembers().stream().filter(open).flatMap(CoreRules::signature);
            Stream.concat(above, shown)
                    .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                    .filter(DescribedPredicate.describe(
                            "Guava", (JavaClass part) -> part.getPackageName().startsWith("com.google.")))
                    .forEach(part -> found.add(type.getName() + " shows " + part.getName()));
        }
        return found;
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream().map(type -> (JavaType) type))
                .flatMap(part -> part);
    }

    /** Packages that do not say that nothing in them is null. */
    static List<String> unmarkedPackages(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !marked(name))
                .sorted()
                .toList();
    }

    private static boolean marked(String packageName) {
        try {
            return Class.forName(packageName + ".package-info")
                    .isAnnotationPresent(org.jspecify.annotations.NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
