package io.storeops.examples.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.storeops.StoreOps;
import io.storeops.adapter.chat.WeComChannelProvider;
import io.storeops.adapter.csv.storage.CsvStore;
import io.storeops.adapter.excel.ExcelRenderer;
import io.storeops.adapter.html.HtmlRenderer;
import io.storeops.adapter.jdbc.JdbcStorageProvider;
import io.storeops.adapter.mail.MailChannelProvider;
import io.storeops.examples.Main;
import io.storeops.examples.architecture.offender.North;
import io.storeops.spi.StoreOpsLoader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassCyclesTest {
    /** Three that need each other can be read as one thing; more of them have no beginning. */
    private static final int MOST = 3;

    @ParameterizedTest
    @ValueSource(
            classes = {
                StoreOps.class,
                StoreOpsLoader.class,
                CsvStore.class,
                JdbcStorageProvider.class,
                HtmlRenderer.class,
                WeComChannelProvider.class,
                ExcelRenderer.class,
                MailChannelProvider.class,
                Main.class,
            })
    void noModuleHasACycleOfMoreThanThreeClasses(Class<?> oneOfIt) {
        JavaClasses module = new ClassFileImporter()
                .importUrl(oneOfIt.getProtectionDomain().getCodeSource().getLocation());
        assertTrue(module.contain(oneOfIt), "The module's classes were not found");
        assertEquals(List.of(), ClassCycles.largerThan(MOST, module));
    }

    @Nested
    class TheRule {
        private static final String OFFENDER = "io.storeops.examples.architecture.offender.";

        private static final String FOUR = ("4 classes: East -> South; North -> East; South -> West; West -> North")
                .replaceAll("(East|North|South|West)", OFFENDER + "$1");

        private static final String THREE = ("3 classes: Paper -> Rock; Rock -> Scissors; Scissors -> Paper")
                .replaceAll("(Paper|Rock|Scissors)", OFFENDER + "$1");

        private final JavaClasses planted = new ClassFileImporter().importPackagesOf(North.class);

        @Test
        void firesOnFourAndNamesThem() {
            assertEquals(List.of(FOUR), ClassCycles.largerThan(MOST, planted));
        }

        @Test
        void countsTheClassesOfEachCycle() {
            assertEquals(List.of(), ClassCycles.largerThan(4, planted));
            assertEquals(List.of(FOUR, THREE), ClassCycles.largerThan(2, planted));
        }

        @Test
        void leavesClassesAloneThatOnlyUseACycle() {
            assertEquals(List.of(FOUR, THREE), ClassCycles.largerThan(1, planted));
        }
    }
}
