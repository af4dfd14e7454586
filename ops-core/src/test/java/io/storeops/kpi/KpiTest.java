package io.storeops.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KpiTest {
    /** The table of the domain's section 5, row by row. */
    @Test
    void areThoseOfTheTableInItsOrder() {
        assertEquals(
                List.of(
                        "K1.1", "K1.2", "K1.3", "K1.4", "K2.1", "K2.2", "K2.3", "K2.4", "K3.1", "K3.2", "K3.3", "K3.4",
                        "K4.1", "K4.2", "K4.3", "K4.4", "K5.1", "K5.2", "T"),
                Stream.of(Kpi.values()).map(Kpi::id).toList());
    }

    /** As the position description has it: data accurate and released timely (1.K), reports complete (5.K). */
    @Test
    void haveANameInBothLanguages() {
        assertEquals("数据准确", Kpi.K1_1.chinese());
        assertEquals("Release timeliness", Kpi.K1_4.english());
        assertEquals("反馈完整", Kpi.K5_1.chinese());
        assertEquals(
                Kpi.values().length,
                Stream.of(Kpi.values()).map(Kpi::chinese).distinct().count());
        assertEquals(
                Kpi.values().length,
                Stream.of(Kpi.values()).map(Kpi::english).distinct().count());
        assertTrue(Stream.of(Kpi.values())
                .noneMatch(kpi -> kpi.chinese().isBlank() || kpi.english().isBlank()));
    }
}
