package io.storeops.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.storeops.StoreFixture;
import io.storeops.act.Act;
import io.storeops.act.Caller;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.architecture.offender.Impurities;
import io.storeops.authority.Right;
import io.storeops.catalog.Store;
import io.storeops.id.CommandId;
import io.storeops.storage.Key;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final JavaClasses CORE = CoreRules.core();
    private static final String OFFENDERS = "io.storeops.architecture.offender";

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(OFFENDERS);
    private static final List<String> IMPURITIES = CoreRules.impurities(PLANTED);

    @Nested
    class TheCore {
        @Test
        void hasNoPackageWithoutALayer() {
            assertEquals(
                    CoreRules.LAYERS.keySet(),
                    CoreRules.arrows(CORE, "io.storeops").keySet());
        }

        @Test
        void hasNoArrowUpwards() {
            assertEquals(List.of(), CoreRules.upwards(CoreRules.arrows(CORE, "io.storeops"), CoreRules.LAYERS));
        }

        @Test
        void hasNoCycle() {
            assertEquals(List.of(), CoreRules.cycles(CoreRules.arrows(CORE, "io.storeops")));
        }

        @Test
        void hasNoArrowBetweenDuties() {
            assertEquals(List.of(), CoreRules.betweenDuties(CoreRules.arrows(CORE, "io.storeops")));
        }

        @Test
        void hasNoArrowIntoTheEntryPackage() {
            assertEquals(
                    List.of(),
                    CORE.stream()
                            .filter(type -> !type.getPackageName().equals("io.storeops"))
                            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                            .filter(arrow ->
                                    arrow.getTargetClass().getPackageName().equals("io.storeops"))
                            .toList());
        }

        @Test
        void importsOnlyWhatItsModuleMay() {
            assertEquals(List.of(), CoreRules.foreignImports(CORE));
        }

        @Test
        void touchesNothingOutside() {
            assertEquals(List.of(), CoreRules.impurities(CORE));
        }

        @Test
        void showsNoGuava() {
            assertEquals(List.of(), CoreRules.guavaInSignatures(CORE));
        }

        @Test
        void saysOfEveryPackageThatNothingInItIsNull() {
            assertEquals(List.of(), CoreRules.unmarkedPackages(CORE));
        }

        @Test
        void exportsEveryPackageButTheOnesOfHowAnActIsDone() throws Exception {
            SortedSet<String> packages = new TreeSet<>(List.of("io.storeops"));
            CoreRules.LAYERS.keySet().stream()
                    .filter(name -> !Set.of("act", "lifecycle", "outbox").contains(name))
                    .forEach(name -> packages.add("io.storeops." + name));
            try (var descriptor = Files.newInputStream(CoreRules.place().resolve("module-info.class"))) {
                SortedSet<String> exported = new TreeSet<>();
                ModuleDescriptor.read(descriptor).exports().forEach(export -> exported.add(export.source()));
                assertEquals(packages, exported);
            }
        }
    }

    @Nested
    class TheRulesBite {
        @Test
        void onActsThatEditWhatIsNotTheirModules() {
            StoreFixture shop = StoreFixture.open();
            EntryPoint meddle = EntryPoint.act("MEDDLE", List.of(Right.COLLECT_AND_RELEASE));
            Act<String> act = new Act<>() {
                @Override
                public EntryPoint entry() {
                    return meddle;
                }

                @Override
                public String arguments() {
                    return "";
                }

                @Override
                public Verdict decide(Context context) {
                    return Verdict.done(Edit.replace(
                            Store.TABLE,
                            context.rows()
                                    .find(Store.TABLE, Key.of(StoreFixture.STORE))
                                    .orElseThrow(),
                            context.store()));
                }

                @Override
                public String recall(Context context, Written written) {
                    return "";
                }
            };
            Caller caller = new Caller(StoreFixture.OPERATOR, CommandId.of("c-1"));
            IllegalStateException foreign = assertThrows(
                    IllegalStateException.class, () -> shop.acts(meddle).perform(caller, StoreFixture.STORE, act));
            assertEquals(
                    "The module handmade cannot edit the table store; it may edit []. Name the module that has the table, or"
                            + " state a fact to which that module reacts",
                    foreign.getMessage());
            assertEquals(1, shop.trail().size());
        }

        @Test
        void onArrowsBetweenDutiesAndInCircles() {
            SortedMap<String, SortedSet<String>> arrows = CoreRules.arrows(PLANTED, OFFENDERS);
            assertEquals(
                    List.of("maintenance -> reporting", "reporting -> maintenance"), CoreRules.betweenDuties(arrows));
            assertEquals(List.of("maintenance", "reporting"), CoreRules.cycles(arrows));
            assertEquals(
                    List.of("reporting -> maintenance"),
                    CoreRules.upwards(arrows, Map.of("reporting", 0, "maintenance", 1)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "serialised",
                    "file",
                    "channel",
                    "socket",
                    "sql",
                    "thread",
                    "executor",
                    "services",
                    "millis",
                    "nanos",
                    "systemClock",
                    "instantNow",
                    "dateNow",
                    "dateNowInZone",
                    "defaultZone",
                    "timeZone",
                    "defaultLocale",
                    "defaultCharset",
                    "bytes",
                    "text",
                    "format",
                    "formatted",
                    "upperCase",
                    "lowerCase",
                    "pattern",
                    "random",
                    "mathRandom",
                    "uuid",
                    "property",
                    "environment",
                    "out",
                    "err",
                    "reference"
                })
        void onEachImpurity(String method) {
            assertTrue(IMPURITIES.stream().anyMatch(line -> line.contains("Impurities." + method + "(")), method);
        }

        @Test
        void onEveryMethodOfTheOffender() {
            List<String> unnoticed = new ArrayList<>();
            List<String> offences = IMPURITIES;
            for (var method : Impurities.class.getDeclaredMethods()) {
                if (!method.isSynthetic()
                        && offences.stream().noneMatch(line -> line.contains("Impurities." + method.getName() + "("))) {
                    unnoticed.add(method.getName());
                }
            }
            assertEquals(List.of(), unnoticed);
        }

        @Test
        void butNotOnWhatIsAllowed() {
            assertEquals(
                    List.of(),
                    IMPURITIES.stream().filter(line -> line.contains("Allowed")).toList());
        }

        @Test
        void onGuavaInPublicAndProtectedSignatures() {
            assertEquals(
                    List.of(
                            OFFENDERS + ".ShowsGuava shows com.google.common.collect.ImmutableList",
                            OFFENDERS + ".ShowsGuava shows com.google.common.collect.ImmutableMap",
                            OFFENDERS + ".ShowsGuava shows com.google.common.collect.ImmutableSet"),
                    CoreRules.guavaInSignatures(PLANTED).stream().sorted().toList());
        }

        @Test
        void onPackagesThatDoNotSpeakOfNull() {
            assertTrue(CoreRules.unmarkedPackages(PLANTED).contains(OFFENDERS + ".unmarked"));
        }

        @Test
        void onImportsOfOtherLibraries() {
            assertTrue(CoreRules.foreignImports(PLANTED).stream()
                    .anyMatch(line -> line.contains("org.opentest4j.AssertionFailedError")));
        }
    }
}
