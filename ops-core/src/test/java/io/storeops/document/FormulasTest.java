package io.storeops.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠x"})
    void whatBeginsLikeAFormulaHasAnApostropheInFront(String cell) {
        assertEquals("'" + cell, Formulas.safe(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cup", "1-1", "'=1", " =1", "搪瓷杯"})
    void anythingElseIsLeftAsItIs(String cell) {
        assertEquals(cell, Formulas.safe(cell));
    }
}
