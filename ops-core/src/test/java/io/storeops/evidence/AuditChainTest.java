package io.storeops.evidence;

import static io.storeops.evidence.Trails.STORE;
import static io.storeops.evidence.Trails.changed;
import static io.storeops.evidence.Trails.record;
import static io.storeops.evidence.Trails.trail;
import static io.storeops.evidence.Trails.with;
import static io.storeops.evidence.Trails.withoutContents;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.evidence.AuditChain.Broken;
import io.storeops.evidence.AuditChain.Intact;
import io.storeops.evidence.AuditChain.Result;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.StoreView;
import io.storeops.storage.Versioned;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuditChainTest {
    private static final int LINES = 10_000;

    private static Result check(List<AuditEntry> trail, Anchor... anchors) {
        return AuditChain.check(STORE, List.of(anchors), trail.iterator());
    }

    private static void assertBroken(long number, String reason, Result result) {
        assertEquals(new Broken(number, reason), result);
    }

    private static long brokenAt(Result result) {
        return result instanceof Broken broken ? broken.number() : 0;
    }

    /**
     * Ten thousand lines, each of them spoilt in every way. A whole check after each would read 10,000 lines 250,000 times, so
     * each goes on from the check of the lines before. That is the same: a check is an immutable value, {@code check} does
     * nothing but put {@code then} after {@code then}, and the lines before are those of the whole run. That it is so is
     * tested too, by whole runs over a few dozen lines.
     */
    @Nested
    class EachOfTenThousandLines {
        private static final List<AuditEntry> TRAIL = List.copyOf(trail(LINES));
        private static final List<AuditChain> VERIFIED = verified();
        private static final Anchor HEAD = TRAIL.get(LINES - 1).anchor();

        private static List<AuditChain> verified() {
            List<AuditChain> states = new ArrayList<>(List.of(AuditChain.of(STORE, List.of())));
            TRAIL.forEach(line -> states.add(states.get(states.size() - 1).then(line)));
            return states;
        }

        /** The check behind a line, 0 for the beginning. */
        private AuditChain behind(int number) {
            return VERIFIED.get(number);
        }

        private AuditEntry line(int number) {
            return TRAIL.get(number - 1);
        }

        @Test
        void isIntactAsItWasWritten() {
            assertEquals(new Intact(LINES, Optional.of(HEAD), List.of()), check(TRAIL));
            assertEquals(
                    new Intact(LINES, Optional.of(HEAD), List.of()),
                    behind(LINES).end());
        }

        @Test
        void changedInAnyColumnIsFoundThere() {
            for (int number = 1; number <= LINES; number++) {
                for (int column = 0; column < Trails.COLUMNS; column++) {
                    Result result = behind(number - 1)
                            .then(changed(line(number), column))
                            .end();
                    assertEquals(
                            number, brokenAt(result), AuditEntry.TABLE.columns().get(column) + ": " + result);
                }
            }
        }

        @Test
        void deletedIsFoundThere() {
            for (int number = 1; number < LINES; number++) {
                assertBroken(
                        number,
                        "the line is missing: line " + (number + 1) + " follows line " + (number - 1),
                        behind(number - 1).then(line(number + 1)).end());
            }
        }

        @Test
        void swappedWithAnyLaterOneIsFoundThere() {
            Random random = new Random(117);
            for (int number = 1; number < LINES; number++) {
                int other = number + 1 + random.nextInt(LINES - number);
                assertEquals(
                        number, brokenAt(behind(number - 1).then(line(other)).end()), "with " + other);
            }
        }

        @Test
        void swappedWithItsNeighbourUnderTheNumbersOfBothIsFoundThere() {
            for (int number = 1; number < LINES; number++) {
                AuditEntry renumbered = with(line(number + 1), 1, (long) number);
                assertBroken(
                        number,
                        "the line was changed: it is not what its hash says",
                        behind(number - 1).then(renumbered).end());
            }
        }

        @Test
        void doubledIsFoundThere() {
            for (int number = 1; number <= LINES; number++) {
                assertBroken(
                        number,
                        "the line is there twice",
                        behind(number).then(line(number)).end());
            }
        }

        @Test
        void followedByALineThatSomebodyInsertedIsFoundBehindIt() {
            for (int number = 1; number < LINES; number++) {
                AuditEntry forged = AuditEntry.after(
                        STORE, Optional.of(line(number)), record(7, "FORGED", "", Json.ofNull()), Optional.empty());
                assertBroken(
                        number + 1,
                        "the line is there twice",
                        behind(number).then(forged).then(line(number + 1)).end());
            }
        }

        @Test
        void writtenAnewWithAHashThatFitsIsFoundBehindIt() {
            for (int number = 1; number < LINES; number++) {
                Optional<AuditEntry> before = number == 1 ? Optional.empty() : Optional.of(line(number - 1));
                AuditEntry anew =
                        AuditEntry.after(STORE, before, record(7, "FORGED", "", Json.ofNull()), Optional.empty());
                assertBroken(
                        number + 1,
                        "the line does not follow line " + number + ": one of the two is not the one written",
                        behind(number - 1).then(anew).then(line(number + 1)).end());
            }
        }

        @Test
        void isFoundJustSoByAWholeCheck() {
            Random random = new Random(118);
            for (int i = 0; i < 36; i++) {
                int number = 1 + random.nextInt(LINES - 1);
                List<AuditEntry> spoilt = new ArrayList<>(TRAIL);
                switch (i % 3) {
                    case 0 -> spoilt.set(number - 1, changed(line(number), i % Trails.COLUMNS));
                    case 1 -> spoilt.remove(number - 1);
                    default -> Collections.swap(spoilt, number - 1, number);
                }
                Result result = check(spoilt);
                assertEquals(number, brokenAt(result), result.toString());
                assertEquals(
                        result, behind(number - 1).then(spoilt.get(number - 1)).end());
            }
        }
    }

    @Nested
    class AnAnchor {
        private final List<AuditEntry> trail = trail(120);
        private final Anchor head = trail.get(119).anchor();

        @Test
        void showsThatTheTailWasCutOff() {
            for (int kept = 0; kept < 120; kept++) {
                assertBroken(
                        kept + 1,
                        "the tail after line " + kept + " was cut off: there is an anchor " + head,
                        check(trail.subList(0, kept), head));
            }
        }

        @Test
        void isWhatACutTailNeedsToBeFoundAtAll() {
            for (int kept = 1; kept < 120; kept++) {
                Optional<Anchor> last = Optional.of(trail.get(kept - 1).anchor());
                assertEquals(new Intact(kept, last, List.of()), check(trail.subList(0, kept)));
            }
            assertEquals(new Intact(0, Optional.empty(), List.of()), check(List.of()));
        }

        @Test
        void showsThatAllWasWrittenAnewFromSomeLineOn() {
            List<AuditEntry> anew = new ArrayList<>(trail.subList(0, 40));
            while (anew.size() < 120) {
                Trails.add(anew, record(anew.size() + 500, "RELEASE", "EXECUTE:X1", Json.ofNull()), false);
            }
            assertTrue(check(anew) instanceof Intact, "without an anchor it cannot be known");
            assertBroken(
                    120,
                    "the anchor " + head + " says otherwise: the hash of the line is "
                            + anew.get(119).hash(),
                    check(anew, head));
        }

        @Test
        void isAsGoodAsTheNextOne() {
            assertEquals(
                    new Intact(120, Optional.of(head), List.of()),
                    check(trail, trail.get(0).anchor(), head, trail.get(59).anchor()));
            Anchor other = new Anchor(STORE, 60, Sha256.of("another chain"));
            assertBroken(
                    60,
                    "the anchor " + other + " says otherwise: the hash of the line is "
                            + trail.get(59).hash(),
                    check(trail, trail.get(59).anchor(), other));
        }

        @Test
        void ofAnotherStoreIsRefused() {
            Anchor other = new Anchor(StoreId.of("S2"), 1, Sha256.of("x"));
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> check(trail, other));
            assertEquals(
                    "The anchor " + other + " is of the trail of store S2, this is that of store S1",
                    refused.getMessage());
        }

        @Test
        void isReadAsItIsWritten() {
            assertEquals(head, Anchor.parse(head.toString()));
            assertEquals("S1#120:" + trail.get(119).hash(), head.toString());
            for (String text : List.of("S1", "S1#0:" + head.hash(), "S1#12:abc", "#1:" + head.hash())) {
                assertThrows(IllegalArgumentException.class, () -> Anchor.parse(text), text);
            }
        }
    }

    @Nested
    class Contents {
        private final List<AuditEntry> trail = trail(10);

        private void redactLine(long number) {
            redactIn(trail, number, "HOST");
        }

        private static void redactIn(List<AuditEntry> trail, long number, String right) {
            Json told = Json.object(
                    Redaction.told("asked for", Map.of(Redaction.ofAuditLine(number), AuditEntry.PERSONAL)));
            Trails.add(trail, record(trail.size() + 1, Redaction.ACT, right, told), false);
        }

        private void takeAway(int number) {
            trail.set(number - 1, withoutContents(trail.get(number - 1)));
        }

        @Test
        void thatWereRedactedAreListed() {
            takeAway(4);
            takeAway(2);
            redactLine(4);
            redactLine(2);
            assertEquals(new Intact(12, Optional.of(trail.get(11).anchor()), List.of(2L, 4L)), check(trail));
        }

        @Test
        void thatAreGoneWithoutALineThatSaysSoAreFoundThere() {
            String gone = "what it told of before and after is gone, and no later line says that it was redacted";
            takeAway(7);
            takeAway(5);
            assertBroken(5, gone, check(trail));
            redactLine(5);
            assertBroken(7, gone, check(trail));
            redactIn(trail, 7, "EXECUTE:X1");
            assertBroken(7, gone, check(trail));
            redactLine(7);
            assertTrue(check(trail) instanceof Intact);
        }

        @Test
        void areNotRedactedByAnEarlierLine() {
            redactLine(13);
            Trails.add(trail, record(12, "RELEASE", "EXECUTE:X1", Json.ofNull()), true);
            Trails.add(trail, record(13, "RELEASE", "EXECUTE:X1", Json.ofNull()), true);
            takeAway(13);
            assertEquals(13, brokenAt(check(trail)));
        }

        @Test
        void thatAreChangedAreFoundThere() {
            int after = AuditEntry.TABLE.columns().stream()
                    .map(c -> c.name())
                    .toList()
                    .indexOf("after");
            trail.set(6, changed(trail.get(6), after));
            assertBroken(
                    7, "what it tells of before and after was changed: it is not what its hash says", check(trail));
        }

        @Test
        void ofWhichAPartIsTakenAwayOrPutInAreFoundThere() {
            List<String> names =
                    AuditEntry.TABLE.columns().stream().map(c -> c.name()).toList();
            for (String part : List.of("before", "after", "salt")) {
                List<AuditEntry> partly = new ArrayList<>(trail);
                partly.set(3, with(trail.get(3), names.indexOf(part), null));
                // A before that is the JSON null says the same as an absent one: that nothing was there.
                assertEquals(part.equals("before") ? 0 : 4, brokenAt(check(partly)), part);
                partly.set(3, changed(withoutContents(trail.get(3)), names.indexOf(part)));
                assertEquals(4, brokenAt(check(partly)), part);
                partly.set(3, trail.get(3));
                partly.set(2, changed(trail.get(2), names.indexOf(part)));
                assertEquals(3, brokenAt(check(partly)), part);
            }
        }
    }

    @Test
    void aLineThatNoLibraryWroteIsNamedAndNotThrown() {
        List<AuditEntry> trail = trail(3);
        Result result = AuditChain.check(
                STORE,
                List.of(),
                trail.stream()
                        .map(line -> line.number() == 2 ? with(line, 9, "PERHAPS") : line)
                        .iterator());
        assertBroken(
                2,
                "the line is not a line of a trail: No enum constant io.storeops.evidence.AuditRecord.Outcome.PERHAPS",
                result);
    }

    /** A storage whose first scan sees a redaction without the line that tells of it, as a scan over a running commit may. */
    @Test
    void aRedactionThatIsCommittedWhileTheLinesAreReadIsNoDamage() {
        List<AuditEntry> before = new ArrayList<>(trail(4));
        before.set(1, withoutContents(before.get(1)));
        List<AuditEntry> after = new ArrayList<>(before);
        Json told = Json.object(Redaction.told("asked for", Map.of(Redaction.ofAuditLine(2), AuditEntry.PERSONAL)));
        Trails.add(after, record(5, Redaction.ACT, "HOST", told), false);
        Iterator<List<AuditEntry>> readings = List.of(before, after).iterator();
        Storage storage = (Storage) Proxy.newProxyInstance(
                AuditChainTest.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) -> scan(readings.next()));
        assertEquals(
                new Intact(5, Optional.of(after.get(4).anchor()), List.of(2L)),
                AuditChain.check(StoreView.of(storage, STORE), List.of()));
        assertFalse(readings.hasNext());
    }

    private static Scan<Versioned<AuditEntry>> scan(List<AuditEntry> lines) {
        Iterator<AuditEntry> each = lines.iterator();
        return new Scan<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public Versioned<AuditEntry> next() {
                return new Versioned<>(each.next(), 1);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }

    @Nested
    class CanonicalBytes {
        private static final String LINE = "{\"act\":\"RELEASE\",\"actor\":\"op-1\",\"arguments\":\""
                + Sha256.of("arguments 1")
                + "\",\"at\":\"2024-06-16T01:00:01.000001Z\",\"charter\":3,\"command\":\"c-1\","
                + "\"contents\":\"\",\"kind\":\"PERSON\",\"number\":1,\"onBehalfOf\":null,\"outcome\":\"DONE\","
                + "\"result\":{\"I\":1234567,\"i\":-0.5},\"right\":\"EXECUTE:X1\",\"rules\":\"1\",\"store\":\"S1\","
                + "\"target\":\"thing/T1\"}";

        private static AuditEntry line(Map<String, Json> result) {
            return AuditEntry.after(
                    STORE, Optional.empty(), record(1, "RELEASE", "EXECUTE:X1", Json.object(result)), Optional.empty());
        }

        private static Map<String, Json> ordered(String... names) {
            Map<String, Json> members = new LinkedHashMap<>();
            for (String name : names) {
                members.put(
                        name, name.equals("I") ? Json.of(1_234_567) : new Json.Num(new java.math.BigDecimal("-0.50")));
            }
            return members;
        }

        @Test
        void areThoseOfTheSortedLineBehindThePreviousHash() {
            assertEquals(Sha256.of("\n" + LINE).hex(), line(ordered("I", "i")).hash());
        }

        @Test
        void dependNeitherOnTheOrderOfMembersNorOnTheLocale() {
            java.util.Locale before = java.util.Locale.getDefault();
            try {
                // Turkish has another small I, Egyptian Arabic other digits.
                for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist-nu-thai", "en-US")) {
                    java.util.Locale.setDefault(java.util.Locale.forLanguageTag(tag));
                    assertEquals(
                            Sha256.of("\n" + LINE).hex(),
                            line(ordered("I", "i")).hash(),
                            tag);
                    assertEquals(
                            Sha256.of("\n" + LINE).hex(),
                            line(ordered("i", "I")).hash(),
                            tag);
                }
            } finally {
                java.util.Locale.setDefault(before);
            }
        }
    }
}
