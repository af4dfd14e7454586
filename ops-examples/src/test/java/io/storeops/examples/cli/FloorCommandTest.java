package io.storeops.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of D40: flash 69.00 with "199 minus 20". */
class FloorCommandTest {
    private static final String FLASH = "{'id':'flash','level':'FLASH','scope':['A'],'kind':'PRICE','value':6900,"
            + "'from':'2026-11-11T00:00:00+08:00','to':'2026-11-12T00:00:00+08:00'}";
    private static final String FULL = "{'id':'199-20','level':'ORDER','scope':['A'],'kind':'MINUS','value':2000,"
            + "'threshold':{'on':'AMOUNT','value':19900},'repeat':'ONCE','cap':null,'sellerShareBp':10000,'group':null,"
            + "'from':'2026-11-11T00:00:00+08:00','to':'2026-11-11T16:00:00Z'}";
    private static final String RULES =
            "{'levelOrder':['ORDER','CODE'],'thresholdBase':'RUNNING','codesPerOrder':1,'groupChoice':'BEST'}";

    @TempDir
    Path temp;

    private static String asked(String id, String floor, String rules, String... promotions) {
        return "{'id':'" + id
                + "','currency':'CNY','minorDigits':2,'skus':[{'sku':'A','price':9900}],'subject':'A','floor':" + floor
                + ",'maxUnits':4,'rules':" + rules + ",'promotions':[" + String.join(",", promotions) + "]}";
    }

    private Ran run(String... lines) throws IOException {
        Path file = Files.write(
                temp.resolve("cases.jsonl"),
                List.of(lines).stream().map(line -> line.replace('\'', '"')).toList());
        return Ran.run("floor", file.toString(), "--out", out().toString(), "--explain");
    }

    private Path out() {
        return temp.resolve("results.jsonl");
    }

    @Test
    void writesAnObjectOfEachCaseAndShowsATable() throws IOException {
        Ran ran = run(
                asked("d40", "6220", RULES, FLASH, FULL),
                "",
                asked("free", "null", RULES, FLASH),
                asked("unstated", "1", "{}", FLASH));
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        String flash = "\"intervalBegin\":\"2026-11-10T16:00:00Z\",\"intervalEnd\":\"2026-11-11T16:00:00Z\"";
        assertEquals(
                List.of(
                        "{\"bound\":{\"den\":199,\"intervalBegin\":\"2026-11-10T16:00:00Z\",\"num\":1235100,"
                                + "\"shown\":\"62.06\"},\"exact\":{\"cart\":[{\"sku\":\"A\",\"units\":3}],\"den\":3,"
                                + flash + ",\"num\":18700,\"selection\":[\"flash\",\"199-20\"],\"shown\":\"62.33\"},"
                                + "\"id\":\"d40\",\"verdict\":{\"BOUND\":\"BELOW_FLOOR\",\"EXACT\":\"OK\"}}",
                        "{\"bound\":{\"den\":1,\"intervalBegin\":\"2026-11-10T16:00:00Z\",\"num\":6900,"
                                + "\"shown\":\"69.00\"},\"exact\":{\"cart\":[{\"sku\":\"A\",\"units\":1}],\"den\":1,"
                                + flash + ",\"num\":6900,\"selection\":[\"flash\"],\"shown\":\"69.00\"},"
                                + "\"id\":\"free\",\"verdict\":{\"BOUND\":\"NO_FLOOR\",\"EXACT\":\"NO_FLOOR\"}}",
                        "{\"bound\":null,\"exact\":null,\"id\":\"unstated\",\"verdict\":{\"BOUND\":\"UNPROVEN\","
                                + "\"EXACT\":\"UNPROVEN\"}}"),
                Files.readAllLines(out()));
        assertTrue(ran.out().contains("by the bound"), ran.out());
        assertTrue(
                ran.out()
                        .lines()
                        .anyMatch(line -> line.matches(
                                " *d40 +.*A +.*62\\.20 +.*62\\.06 +.*BELOW_FLOOR +.*62\\.33 +.*OK +.*3 x A.*")),
                ran.out());
        assertTrue(
                ran.out().contains("d40: No cart leaves less than 62.06 of a unit of A under flash, 199-20"),
                ran.out());
        assertTrue(ran.out().contains("unstated: Nothing is proved of A, and the floor is 0.01: "), ran.out());
        assertFalse(ran.out().contains("free: "), ran.out());
        assertTrue(ran.out().contains("3 cases in "), ran.out());
        assertTrue(ran.out().contains("; NO_FLOOR 1; BELOW_FLOOR 1; UNPROVEN 1 by the bound"), ran.out());
    }

    /** Nothing is left out of account: each of these is unproven, not passed over. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'kind':'PRICE' | 'kind':'HALF'      | the kind 'HALF' at level FLASH",
                "'level':'FLASH'| 'level':'SHIPPING' | the level 'SHIPPING'",
                "'level':'FLASH'| 'level':'MEMBER'   | the kind 'PRICE' at level MEMBER",
                "'level':'FLASH'| 'level':'CODE'     | the kind 'PRICE' at level CODE",
                "'value':6900   | 'value':6900,'repeat':'TWICE' | the repetition 'TWICE'",
                "'value':6900   | 'value':6900,'cap':100 | a cap at level FLASH",
                "'value':6900   | 'value':6900,'threshold':{'on':'AMOUNT','value':1} | a threshold at level FLASH",
                "'value':6900   | 'value':6900,'threshold':{'on':'WEIGHT','value':1} | a threshold on 'WEIGHT'",
                "'value':6900   | 'value':6900,'quota':10 | the member 'quota'",
                "'scope':['A']  | 'scope':['A','B'] | covers SKU B, which has no approved price",
                "'BEST'         | 'SECOND' | of the rule 'groupChoice'",
                "'BEST'         | 'BEST','coins':true | does not know the rule 'coins'",
                "'RUNNING'      | null | do not state the amount that thresholds look at",
                "['ORDER','CODE'] | ['ORDER'] | of the rule 'levelOrder'",
            })
    void whatTheModelDoesNotKnowIsUnproven(String known, String unknown, String reason) throws IOException {
        String line = asked("odd", "1", RULES, FLASH);
        assertTrue(line.contains(known), line);
        Ran ran = run(line.replace(known, unknown));
        assertEquals("", ran.err());
        assertEquals(0, ran.code());
        assertTrue(Files.readString(out()).contains("\"verdict\":{\"BOUND\":\"UNPROVEN\",\"EXACT\":\"UNPROVEN\"}"));
        assertTrue(ran.out().contains(reason), reason + " in " + ran.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'value':6900 | 'value':-1   | cases.jsonl:2 $.promotions[0]: * is not a promotion: The price of a promotion is 0 to",
                "'value':6900 | 'value':1.5  | cases.jsonl:2 $.promotions[0].value: 1.5 is not a whole number of 64 bits",
                "'value':6900 | 'cap':null   | cases.jsonl:2 $.promotions[0]: the member 'value' is missing",
                "'subject':'A'| 'subject':'B'| cases.jsonl:2 $.subject: * is not among the SKUs",
                "'floor':6220 | 'floor':-1   | cases.jsonl:2 $.floor: -1 is below 0",
                "'floor':6220 | 'flor':6220  | cases.jsonl:2 $: the member 'flor' is unknown; known: ",
                "'maxUnits':4 | 'maxUnits':0 | cases.jsonl:2 $.maxUnits: 0 is not a number of units: EXACT looks at carts of 1 to 10",
                "'price':9900 | 'price':'x'  | cases.jsonl:2 $.skus[0].price: * is not a number",
                "+08:00       | ''           | cases.jsonl:2 $.promotions[0].from: * is not an instant (expected as in",
                "'id':'199-20'| 'id':'flash' | is not a case: Two promotions have the id flash",
                "'d40'        | 'd40         | cases.jsonl:2",
            })
    void aMistakeIsNamedWithFileLineAndPlace(String right, String wrong, String message) throws IOException {
        String line = asked("d40", "6220", RULES, FLASH, FULL);
        assertTrue(line.contains(right), line);
        Ran ran = run(asked("first", "1", RULES, FLASH), line.replace(right, "''".equals(wrong) ? "" : wrong));
        assertEquals(2, ran.code());
        for (String part : message.split("\\*")) {
            assertTrue(ran.err().contains(part), part + " in " + ran.err());
        }
        assertFalse(Files.exists(out()));
    }

    @Test
    void refusesAMissingFileAndOneOverTheOther() throws IOException {
        Path none = temp.resolve("none.jsonl");
        Ran missing = Ran.run("floor", none.toString(), "--out", out().toString());
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("There is no file " + none), missing.err());
        Path file = Files.writeString(temp.resolve("cases.jsonl"), "");
        Ran same = Ran.run("floor", file.toString(), "--out", file.toString());
        assertEquals(2, same.code());
        assertTrue(same.err().contains("would overwrite the cases"), same.err());
        Ran empty = Ran.run("floor", file.toString(), "--out", out().toString());
        assertEquals(0, empty.code());
        assertTrue(empty.out().contains("0 cases in "), empty.out());
    }
}
