package io.storeops.spi.several;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.several.Alias.Of;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AliasesTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return file(text, StandardCharsets.UTF_8);
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("ids.csv"), text.getBytes(charset));
    }

    private String refusal(String text) {
        AdapterException refused = assertThrows(AdapterException.class, () -> Aliases.read(file(text)));
        assertEquals(FaultKind.INVALID, refused.kind());
        return refused.getMessage();
    }

    @Test
    void readsALineAnId() throws IOException {
        Aliases ids = Aliases.read(
                file("\uFEFFkind,ours,platform\r\nITEM,mug,8812\r\n\r\nSKU,MUG-RED, 8812-1 \r\nSKU,8812,mug\n"));
        assertEquals(Optional.of("mug"), ids.ours(Of.ITEM, "8812"));
        assertEquals(Optional.of("8812"), ids.platform(Of.ITEM, "mug"));
        assertEquals(Optional.of("MUG-RED"), ids.ours(Of.SKU, "8812-1"));
        // An item and a SKU may have one number: they are told apart by what they are.
        assertEquals(Optional.of("8812"), ids.ours(Of.SKU, "mug"));
        assertEquals(Optional.empty(), ids.ours(Of.SKU, "8812"));
    }

    @Test
    void rivalsGoThroughTheTableOnlyIfItHasAny() throws IOException {
        assertFalse(Aliases.read(file("kind,ours,platform\nITEM,mug,8812\n")).has(Of.COMPETITOR));
        Aliases rivals = Aliases.read(file("kind,ours,platform\nCOMPETITOR,X,99\n"));
        assertTrue(rivals.has(Of.COMPETITOR));
        assertTrue(rivals.has(Of.ITEM));
    }

    @Test
    void refusesTwoOfOursForOneOfTheirsAndTheOtherWayRoundWithThePlaces() {
        assertEquals(
                "ids.csv:4 column platform: ITEM '8812' stands for 'mug' already, at line 2; one id has one meaning, so take"
                        + " one of the two lines out\n"
                        + "ids.csv:5 column ours: SKU 'MUG-RED' stands for '1' already, at line 3; one id has one meaning, so"
                        + " take one of the two lines out",
                refusal("kind,ours,platform\nITEM,mug,8812\nSKU,MUG-RED,1\nITEM,bowl,8812\nSKU,MUG-RED,2\n"));
    }

    @Test
    void refusesEveryRowThatIsNoneAtOnce() {
        assertEquals("""
                ids.csv:2 column kind: 'item' is none of [ITEM, SKU, COMPETITOR]
                ids.csv:3: the row has 2 cells (expected 3)
                ids.csv:4: there is a quote; write the ids without quotes
                ids.csv:5 column platform: '8.81E+11' is a number that a spreadsheet has shortened; its last digits are lost, so\
                 write the id anew into a column of text
                ids.csv:6: The our id '' needs 1 to 128 characters, has 0""", refusal("kind,ours,platform\nitem,a,b\nITEM,a\nITEM,\"a\",b\nITEM,a,8.81E+11\nITEM,,b\n"));
    }

    @Test
    void refusesAFileThatIsNoTable() {
        assertEquals(
                "ids.csv:1: the header is 'item,platform' (expected kind,ours,platform)",
                refusal("item,platform\nmug,1\n"));
        assertEquals(
                "ids.csv:1: the file has no row below its header; leave it out", refusal("kind,ours,platform\n\n"));
        AdapterException gbk = assertThrows(
                AdapterException.class,
                () -> Aliases.read(file("kind,ours,platform\nITEM,杯子,8812\n", Charset.forName("GBK"))));
        assertEquals("ids.csv: the file is not UTF-8; save it as CSV UTF-8", gbk.getMessage());
        Path none = folder.resolve("none.csv");
        AdapterException missing = assertThrows(AdapterException.class, () -> Aliases.read(none));
        assertEquals(FaultKind.NOT_FOUND, missing.kind());
        assertEquals("There is no file " + none + ". Check the key 'aliases'", missing.getMessage());
    }

    @Test
    void rowsOfAHostKeepTheSameRules() {
        assertEquals(
                "The table ids: ITEM '8812' stands in two rows, and one id has one meaning: mug is 8812, bowl is 8812. Take one"
                        + " of them out",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Aliases.of(
                                        "ids",
                                        List.of(new Alias(Of.ITEM, "mug", "8812"), new Alias(Of.ITEM, "bowl", "8812"))))
                        .getMessage());
        assertEquals(
                "The table ids has no row; leave it out",
                assertThrows(IllegalArgumentException.class, () -> Aliases.of("ids", List.of()))
                        .getMessage());
    }
}
