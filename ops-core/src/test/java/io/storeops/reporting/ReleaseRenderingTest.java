package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SlotId;
import io.storeops.catalog.Language;
import io.storeops.catalog.Store;
import io.storeops.document.Markdown;
import io.storeops.document.PlainText;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MissingValue;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import io.storeops.figures.SubjectDay;
import io.storeops.id.ActorId;
import io.storeops.publishing.DeliveryState;
import io.storeops.publishing.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a release looks like, word for word; the texts are written by hand from the rules (R23, R26, R31, R34). */
class ReleaseRenderingTest {
    private static final Store SHOP = new Store(STORE, "测试店", ZoneId.of("Asia/Shanghai"), Currency.getInstance("CNY"));
    private static final Subject WHOLE = Subject.ofStore(STORE);
    private static final Map<Subject, String> TITLES =
            Map.of(Subject.ofItem("B"), "连衣裙", Subject.ofCompetitor("X"), "竞品|裙");
    private static final int SLOTS = 14;

    private static SubjectDay day(LocalDate date, Subject subject, Figures totals, Figures... slots) {
        List<Figures> all = new ArrayList<>(List.of(slots));
        all.addAll(Collections.nCopies(SLOTS - slots.length, Figures.NONE));
        return new SubjectDay(subject, date, all, List.of(), totals, slots.length, new TreeSet<>());
    }

    private static Release release(
            int slot,
            int version,
            List<MissingValue> missing,
            List<SlotChange> changes,
            List<SubjectDay> days,
            List<SubjectDay> closed) {
        return new Release(
                STORE,
                SlotId.of(DAY, slot),
                DAY.atTime(8 + slot, 0),
                version,
                Instant.EPOCH,
                Instant.EPOCH,
                ActorId.of("op-1"),
                DeliveryState.PENDING,
                Optional.empty(),
                Optional.empty(),
                missing,
                changes,
                days,
                closed,
                Release.Remark.NONE);
    }

    private static Release small() {
        return release(
                2,
                1,
                List.of(),
                List.of(),
                List.of(
                        day(
                                DAY,
                                WHOLE,
                                Figures.of(17_345, 140, 15),
                                Figures.of(12_345, 100, 10),
                                Figures.of(5_000, 50, 5)),
                        day(DAY, Subject.ofItem("A"), Figures.of(10_000, 60, 6), Figures.of(10_000, 60, 6)),
                        day(
                                DAY,
                                Subject.ofItem("B"),
                                Figures.of(10_000, 80, 8),
                                Figures.of(7_000, 60, 5),
                                Figures.of(3_000, 30, 3)),
                        day(DAY, Subject.ofItem("C"), Figures.NONE),
                        day(DAY, Subject.ofItem("D"), Figures.of(20_000, 0, 0), Figures.NONE, Figures.of(20_000, 0, 0)),
                        day(
                                DAY,
                                Subject.ofCompetitor("X"),
                                Figures.of(1_500, 20, 0),
                                Figures.NONE,
                                Figures.of(1_500, 20, 0))),
                List.of());
    }

    private static ReleaseDocument format(Language language) {
        return new ReleaseDocument(
                SHOP.in(language), subject -> Optional.ofNullable(TITLES.get(subject)), List.of(), Optional.empty());
    }

    @Test
    void isChineseForTheDataGroup() {
        assertEquals("""
                # [测试店] 2024-06-16 10:00 时段数据 P02

                ## 店铺 S1

                | 时段 | 支付金额 | 访客数 | 支付买家数 | 转化率 |
                | --- | ---: | ---: | ---: | ---: |
                | 1 | 123.45 | 100 | 10 | 10.00% |
                | **2** | **50.00** | **50** | **5** | **10.00%** |
                | 累计 | 173.45 | 140 | 15 | 10.71% |

                ## 单品

                | 单品 | 累计 · 支付金额 | 累计 · 访客数 | 累计 · 支付买家数 | 累计 · 转化率 | 时段 2 · 支付金额 | 时段 2 · 访客数 | 时段 2 · 支付买家数 | 时段 2 · 转化率 |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | D | 200.00 | 0 | 0 | - | 200.00 | 0 | 0 | - |
                | A | 100.00 | 60 | 6 | 10.00% | 缺 | 缺 | 缺 | 缺 |
                | B 连衣裙 | 100.00 | 80 | 8 | 10.00% | 30.00 | 30 | 3 | 10.00% |

                其余 1 项未列出

                ## 竞品（估算）

                | 竞品（估算） | 累计 · 支付金额 | 累计 · 访客数 | 累计 · 支付买家数 | 累计 · 转化率 | 时段 2 · 支付金额 | 时段 2 · 访客数 | 时段 2 · 支付买家数 | 时段 2 · 转化率 |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | X 竞品\\|裙 | 15.00 | 20 | 0 | 0.00% | 15.00 | 20 | 0 | 0.00% |
                """, Markdown.of(format(Language.CHINESE).of(small(), 3)));
    }

    @Test
    void isEnglishIfToldSo() {
        assertEquals("""
                # [测试店] 2024-06-16 10:00 Time-slot data P02

                ## Store S1

                | Slot | Paid amount | Visitors | Buyers | Conversion |
                | --- | ---: | ---: | ---: | ---: |
                | 1 | 123.45 | 100 | 10 | 10.00% |
                | **2** | **50.00** | **50** | **5** | **10.00%** |
                | Day so far | 173.45 | 140 | 15 | 10.71% |

                ## Item

                | Item | Day so far · Paid amount | Day so far · Visitors | Day so far · Buyers | Day so far · Conversion | Slot 2 · Paid amount | Slot 2 · Visitors | Slot 2 · Buyers | Slot 2 · Conversion |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | D | 200.00 | 0 | 0 | - | 200.00 | 0 | 0 | - |

                3 more not shown

                ## Competitor (estimated)

                | Competitor (estimated) | Day so far · Paid amount | Day so far · Visitors | Day so far · Buyers | Day so far · Conversion | Slot 2 · Paid amount | Slot 2 · Visitors | Slot 2 · Buyers | Slot 2 · Conversion |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                | X 竞品\\|裙 | 15.00 | 20 | 0 | 0.00% | 15.00 | 20 | 0 | 0.00% |
                """, Markdown.of(format(Language.ENGLISH).of(small(), 1)));
    }

    @Test
    void standsInColumnsAsPlainText() {
        assertTrue(PlainText.of(format(Language.CHINESE).of(small(), 3)).contains("""
                店铺 S1

                  时段  支付金额  访客数  支付买家数  转化率
                  1       123.45     100          10  10.00%
                > 2        50.00      50           5  10.00%
                  累计    173.45     140          15  10.71%
                """));
    }

    @Test
    void namesSoManyMissingValuesAndHowManyMore() {
        List<MissingValue> missing = List.of(
                new MissingValue(WHOLE, Metric.VISITORS),
                new MissingValue(Subject.ofItem("B"), Metric.AMOUNT),
                new MissingValue(Subject.ofItem("B"), Metric.BUYERS));
        Release gaps = release(2, 1, missing, List.of(), small().days(), List.of());
        assertEquals(
                "缺: 店铺 S1 访客数; 单品 B 连衣裙 支付金额; 另 1 项",
                Markdown.body(format(Language.CHINESE).of(gaps, 2))
                        .lines()
                        .findFirst()
                        .orElseThrow());
        assertEquals(
                "missing: Store S1 Visitors; Item B 连衣裙 Paid amount, Buyers",
                Markdown.body(format(Language.ENGLISH).of(gaps, 3))
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void showsTheFirstSlotOnceForItIsTheDay() {
        Figures figures = Figures.of(7_000, 60, 5);
        Release first = release(
                1,
                1,
                List.of(),
                List.of(),
                List.of(day(DAY, WHOLE, figures, figures), day(DAY, Subject.ofItem("B"), figures, figures)),
                List.of());
        assertTrue(Markdown.of(format(Language.CHINESE).of(first, 3)).endsWith("""

                ## 单品

                | 单品 | 累计 · 支付金额 | 累计 · 访客数 | 累计 · 支付买家数 | 累计 · 转化率 |
                | --- | ---: | ---: | ---: | ---: |
                | B 连衣裙 | 70.00 | 60 | 5 | 8.33% |
                """));
    }

    @Test
    void showsATitleOfSixteenCharactersWhole() {
        ReleaseDocument format =
                new ReleaseDocument(SHOP, subject -> Optional.of("一二三四五六七八九十一二三四五🛒"), List.of(), Optional.empty());
        assertTrue(Markdown.of(format.of(small(), 3)).contains("| D 一二三四五六七八九十一二三四五🛒 | 200.00 |"));
    }

    @Test
    void showsTheBeginningOfALongTitle() {
        ReleaseDocument format =
                new ReleaseDocument(SHOP, subject -> Optional.of("一二三四五六七八九十一二三四五🛒七"), List.of(), Optional.empty());
        assertTrue(Markdown.of(format.of(small(), 3)).contains("| D 一二三四五六七八九十一二三四五… | 200.00 |"));
    }

    @Nested
    class ACorrection {
        private final Release correction = release(
                2,
                3,
                List.of(),
                IntStream.of(1, 2)
                        .mapToObj(slot -> new SlotChange(
                                Subject.ofItem("B"),
                                SlotId.of(DAY, slot),
                                2,
                                slot == 1 ? Metric.AMOUNT : Metric.BUYERS,
                                7_000,
                                slot == 1 ? Optional.of(7_100L) : Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                slot == 1 ? Optional.of(Restatement.PLATFORM) : Optional.empty()))
                        .toList(),
                small().days(),
                List.of());

        private List<String> changes(List<OutgoingMessage.File> files) {
            ReleaseDocument format = new ReleaseDocument(SHOP, subject -> Optional.empty(), files, Optional.empty());
            return Markdown.body(format.of(correction, 1))
                    .lines()
                    .takeWhile(line -> !line.startsWith("##"))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        @Test
        void namesEveryChangeOldAndNew() {
            assertEquals(
                    List.of(
                            "- 单品 B 2024-06-16 时段 1–2 支付金额: 70.00 → 71.00 (平台调整)",
                            "- 单品 B 2024-06-16 时段 2 支付买家数: 7000 → 缺"),
                    changes(List.of()));
        }

        @Test
        void namesAsManyAsItemsWhereAFileHasThemAll() {
            assertEquals(
                    List.of("- 单品 B 2024-06-16 时段 1–2 支付金额: 70.00 → 71.00 (平台调整)", "其余 1 项未列出"),
                    changes(new ReleaseTables(SHOP, subject -> Optional.empty()).of(correction)));
        }

        @Test
        void takesThePlaceOfTheVersionBefore() {
            assertEquals(
                    Optional.of("release/2024-06-16#02/v2"),
                    format(Language.CHINESE).of(correction, 1).replaces());
            assertEquals(
                    Optional.empty(), format(Language.CHINESE).of(small(), 1).replaces());
        }
    }

    @Nested
    class OfAThousandItems {
        private static final int ITEMS = 1_000;
        private static final int SHOWN = 20;
        private static final Figures SLOT = Figures.of(98_765_432, 43_210, 4_321);

        private ReleaseDocument format(Language language, List<OutgoingMessage.File> files) {
            return new ReleaseDocument(
                    SHOP.in(language),
                    subject -> Optional.of("2024夏季新款法式复古收腰显瘦中长款碎花连衣裙女气质高级感"),
                    files,
                    Optional.empty());
        }

        private List<SubjectDay> days(LocalDate date, int upTo) {
            Figures[] slots = Collections.nCopies(upTo, SLOT).toArray(Figures[]::new);
            List<SubjectDay> days = new ArrayList<>(List.of(day(date, WHOLE, SLOT, slots)));
            for (int i = 1; i <= ITEMS; i++) {
                String id = String.format(Locale.ROOT, "6123456%05d", i);
                days.add(day(date, Subject.ofItem(id), SLOT, slots));
            }
            for (int i = 1; i <= ITEMS; i++) {
                days.add(day(date, Subject.ofCompetitor(String.format(Locale.ROOT, "7123456%05d", i)), SLOT, slots));
            }
            return days;
        }

        private List<MissingValue> allMissing() {
            return days(DAY, 0).stream()
                    .flatMap(day -> Metric.keyMetrics().stream().map(metric -> new MissingValue(day.subject(), metric)))
                    .toList();
        }

        private void assertReadable(String text) {
            assertTrue(text.length() < 10_000, text.length() + " characters");
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void isReadableAtTheDaysLastBoundary(Language language) {
            String text = Markdown.of(format(language, List.of())
                    .of(release(13, 1, List.of(), List.of(), days(DAY, 13), List.of()), SHOWN));
            assertReadable(text);
            assertTrue(text.contains(Word.LEFT_OUT.in(language, 980)), text);
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void isReadableWithTheClosedDayAndEverythingMissing(Language language) {
            assertReadable(Markdown.of(format(language, List.of())
                    .of(release(1, 1, allMissing(), List.of(), days(DAY, 1), days(DAY.minusDays(1), SLOTS)), SHOWN)));
        }

        @Test
        void hasAllOfThemInItsFile() {
            Release release = release(13, 1, List.of(), List.of(), days(DAY, 13), List.of());
            List<OutgoingMessage.File> files = new ReleaseTables(SHOP, subject -> Optional.empty()).of(release);
            assertEquals(1, files.size());
            String csv = new String(files.get(0).content().content(), StandardCharsets.UTF_8);
            assertEquals(1 + 2_001 * (13 + 1), csv.lines().count());
            String text = Markdown.of(format(Language.CHINESE, files).of(release, SHOWN));
            assertReadable(text);
            assertTrue(text.endsWith("\n\n全部数据见附件: release-2024-06-16-13-v1.csv\n"), text);
        }
    }
}
