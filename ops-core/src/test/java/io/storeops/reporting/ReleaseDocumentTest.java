package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.catalog.Language;
import io.storeops.catalog.Store;
import io.storeops.evidence.Anchor;
import io.storeops.evidence.AuditChain;
import io.storeops.evidence.AuditEntry;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseDocumentTest {
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}\\uFF00-\\uFFEF]");

    private final StoreFixture shop = StoreFixture.open();

    private List<String> lines() {
        return shop.channel.lastBody().lines().toList();
    }

    @Test
    void showsTheClosedSlotsTheLastOneInBoldAndTheTotals() {
        shop.work(DAY, 2);
        assertEquals("[Shop] 2024-06-16 10:00 Time-slot data P02", shop.channel.lastTitle());
        assertEquals(
                List.of(
                        "## Store S1",
                        "",
                        "| Slot | Paid amount | Visitors | Buyers | Conversion |",
                        "| --- | ---: | ---: | ---: | ---: |",
                        "| 1 | 1.00 | 10 | 1 | 10.00% |",
                        "| **2** | **1.00** | **10** | **1** | **10.00%** |",
                        "| Day so far | 2.00 | 20 | 2 | 10.00% |"),
                lines());
    }

    @Test
    void saysMissingWhereAValueIsMissingAndNeverZero() {
        shop.clock.set(shop.at("09:00"));
        shop.accept(shop.reading(
                ITSELF, slot(1), Figures.builder().set(Metric.AMOUNT, 0).build()));
        shop.releaseWithGaps(1);
        assertTrue(lines().contains("| **1** | **0.00** | **missing** | **missing** | **missing** |"));
        assertEquals("missing: Store S1 Visitors, Buyers", lines().get(0));
        assertEquals("[Shop] 2024-06-16 09:00 Time-slot data P01 Incomplete", shop.channel.lastTitle());
    }

    @Test
    void saysNothingOfAConversionWithoutVisitors() {
        shop.collect(1, 0, 0, 0);
        shop.release(1);
        assertTrue(lines().contains("| **1** | **0.00** | **0** | **0** | **-** |"));
    }

    @Test
    void showsAMergedSpanAsOneLine() {
        shop.collect(1, 100, 10, 1);
        shop.collect(3, 300, 30, 3);
        shop.release(3);
        assertEquals(
                List.of("| 2–3 together | 2.00 | 20 | 2 | 10.00% |"),
                lines().stream().filter(line -> line.contains("together")).toList());
        assertTrue(lines().contains("| 2 | missing | missing | missing | missing |"));
        assertTrue(lines().contains("| **3** | **missing** | **missing** | **missing** | **missing** |"));
    }

    @Test
    void namesOldAndNewInACorrection() {
        shop.work(DAY, 3);
        shop.accept(shop.restated(slot(2), Restatement.OPERATOR_ERROR, Figures.of(230, 20, 2)));
        shop.operator().correct(STORE, slot(2));
        assertEquals("[Shop] 2024-06-16 10:00 Time-slot data P02 v2 Correction", shop.channel.lastTitle());
        assertEquals(
                List.of(
                        "- Store S1 2024-06-16 Slot 2 Paid amount: 1.00 → 1.30 (Operator error)",
                        "- Store S1 2024-06-16 Slot 3 Paid amount: 1.00 → 0.70 (Operator error)"),
                lines().stream().filter(line -> line.startsWith("- ")).toList());
    }

    @Test
    void addsYesterdaysWholeDayToTheFirstRelease() {
        shop.workUntilNextMorning();
        int closed = lines().indexOf("## Yesterday, whole day 2024-06-16 Store S1");
        assertTrue(closed > 0);
        assertEquals("| **14** | **1.00** | **10** | **1** | **10.00%** |", lines().get(closed + 17));
        assertEquals("| Day so far | 14.00 | 140 | 14 | 10.00% |", lines().get(closed + 18));
    }

    @Test
    void letsNoNameBecomeALinkAMentionOrACell() {
        StoreFixture naughty = new StoreFixture.Setup()
                .name("a|b @all [x](http://evil.example) <b> *c* `d` &lt;\ne\r#")
                .open();
        naughty.work(DAY, 1);
        assertEquals(
                "[a\\|b \\@all \\[x\\]\\(http\\://evil.example\\) \\<b\\> \\*c\\* \\`d\\` \\&lt; e \\#] 2024-06-16 09:00"
                        + " Time-slot data P01",
                naughty.channel.lastTitle());
        assertFalse(naughty.channel.lastTitle().contains("\n"));
    }

    @Nested
    class WithTheHeadOfTheAuditChain {
        private String anchored(StoreFixture shop) {
            StoreOps ops = StoreOps.builder()
                    .storage(shop.storage)
                    .clock(shop.clock)
                    .channel("DATA_GROUP", shop.channel)
                    .releases(ReleaseFormat.ANCHORED)
                    .build();
            shop.collect(1, 100, 10, 1);
            ops.deskOf(OPERATOR).reporting().release(STORE, slot(1));
            return shop.channel.lastBody();
        }

        @Test
        void endsWithItAsItWasWhenTheReleaseWasDecided() {
            StoreFixture chinese =
                    new StoreFixture.Setup().language(Language.CHINESE).open();
            String body = anchored(chinese);
            AuditEntry known = chinese.trail().get(1);
            assertEquals("RECORD_READINGS", known.record().act());
            assertEquals("RELEASE", chinese.trail().get(2).record().act());
            assertTrue(body.endsWith("|\n\n审计链 S1#2:" + known.hash() + "\n"), body);
        }

        @Test
        void givesAnAnchorThatTheCheckOfTheChainTakes() {
            String body = anchored(shop);
            String line = body.lines().reduce((before, last) -> last).orElseThrow();
            assertEquals("Audit chain ", line.substring(0, 12));
            Anchor anchor = Anchor.parse(line.substring(12));
            List<AuditEntry> trail = shop.trail();
            assertTrue(AuditChain.check(STORE, List.of(anchor), trail.iterator()) instanceof AuditChain.Intact);
            assertEquals(
                    new AuditChain.Broken(2, "the tail after line 1 was cut off: there is an anchor " + anchor),
                    AuditChain.check(STORE, List.of(anchor), trail.subList(0, 1).iterator()));
        }

        @Test
        void changesNothingElseOfTheText() {
            String body = anchored(shop);
            StoreFixture other = StoreFixture.open();
            other.work(DAY, 1);
            assertEquals(other.channel.lastBody(), body.substring(0, body.indexOf("\nAudit chain ")));
        }
    }

    @Test
    void isChineseForTheDataGroupUnlessToldOtherwise() {
        assertEquals(
                "时段数据", Word.TITLE.in(Store.of("S1", "Asia/Shanghai", "CNY").language()));
    }

    @ParameterizedTest
    @EnumSource(Word.class)
    void hasEachWordInBothLanguages(Word word) {
        assertTrue(HAN.matcher(word.in(Language.CHINESE)).find());
        assertFalse(HAN.matcher(word.in(Language.ENGLISH)).find());
        assertEquals(
                word.in(Language.CHINESE).contains("{}"),
                word.in(Language.ENGLISH).contains("{}"));
    }
}
