package io.storeops.adapter.csv.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An id")
class DamagedIdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7.00100E+17",
                "7.00100e+17",
                "7.00100E17",
                "7.00100e17",
                "7,00100E+17",
                "7,00100e17",
                "7E+17",
                "7e17",
                "7.00100E+017",
                "+7.001E+17",
                "-7.001E+17",
                "7.00100200300401E+17",
                "70.01E+16",
                "700.1E+15",
                ".7E+18",
                "0.7001E+18",
                "7.E+17",
                "7 001E+14",
                "7'001.5E14",
                "7.001 E+17",
                "7.001E +17",
                "７.００１Ｅ＋１７",
                "7.001×10^17",
                "7.001*10^17",
                "7.001x1017",
                "7.001 × 10¹⁷",
                "1.00E-05",
                "1E-5",
                "7.001\u00A0E+17",
                "7٫001E17"
            })
    void thatANumberWithAnExponentHasBecomeIsDamaged(String id) {
        assertTrue(DamagedIds.shortened(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "700100200300400501",
                "#1001",
                "C536379",
                "85123A",
                "123e4567",
                "12E34",
                "4512e789",
                "1e2345678",
                "E17",
                "7E",
                "E+17",
                "7E+",
                "SO-7E+17",
                "2024E-001",
                "12E-34",
                "15056BL",
                "POST",
                "AMAZONFEE",
                "7.001",
                "x",
                "连衣裙-A01",
                "7E+17A",
                "0x7E17"
            })
    void thatIsACodeIsNot(String id) {
        assertFalse(DamagedIds.shortened(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7001002003004000",
                "700100200300400000",
                "7001002003004010000",
                "700,100,200,300,400,000",
                "0700100200300400000",
                "700 100 200 300 400 000",
                "700100200300400000.0"
            })
    void ofFifteenDigitsAndZerosIsRounded(String id) {
        assertTrue(DamagedIds.rounded(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "700100200300400",
                "700100200300400501",
                "7001002003004001",
                "100000000000000",
                "SO700100200300400000",
                "000000000000000000",
                "7001-0020-0300-4000-000",
                "700100200300000001"
            })
    void thatASpreadsheetKeepsIsNot(String id) {
        assertFalse(DamagedIds.rounded(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"合计", "合计：", "总计", "汇总", "小计", "Total", "TOTAL:", "Grand Total", "Summe"})
    void thatIsALabelOfTotalsIsNoOrder(String id) {
        assertTrue(DamagedIds.total(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"订单合计1", "totals-1", "1", "Sum41", "平台", ":"})
    void thatOnlyContainsSuchALabelIsOne(String id) {
        assertFalse(DamagedIds.total(id));
    }
}
