package io.storeops.reporting;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITEM;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.RIVAL;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.StoreFixture.slot;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.FakeChannel;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.catalog.Item;
import io.storeops.document.Markdown;
import io.storeops.enrolment.Enrolment;
import io.storeops.failure.FaultKind;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.Restatement;
import io.storeops.figures.Subject;
import io.storeops.id.CommandId;
import io.storeops.outbox.Outbox;
import io.storeops.publishing.DeliveryState;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleaseFilesTest {
    private static final OptionalLong NONE = OptionalLong.empty();
    private static final String HEAD =
            "\uFEFFdate,kind,id,title,row,first_slot,last_slot,amount_minor,amount,currency,visitors,buyers,"
                    + "conversion_percent,quality";

    private static String text(OutgoingMessage.File file) {
        assertEquals("text/csv", file.content().contentType());
        assertTrue(file.content().bears(), file.name());
        return new String(file.content().content(), StandardCharsets.UTF_8);
    }

    @Nested
    class OnAChannelThatTakesFiles {
        private final StoreFixture shop = StoreFixture.openWithItemAndRival();

        @Test
        void theWholeTableGoesWithTheRelease() {
            shop.channel.takes(OptionalLong.of(1L << 20), NONE);
            shop.clock.set(shop.at("10:00"));
            shop.accept(shop.reading(ITSELF, slot(1), Figures.of(12_345, 100, 10)));
            shop.accept(shop.reading(ITSELF, slot(2), Figures.of(20_000, 150, 15)));
            shop.accept(shop.reading(ITEM, slot(2), Figures.of(500, 0, 0)));
            shop.accept(shop.reading(
                    RIVAL, slot(1), Figures.builder().set(Metric.VISITORS, 7).build()));
            shop.releaseWithGaps(2);
            OutgoingMessage sent = shop.channel.last();
            assertEquals(
                    List.of("release-2024-06-16-02-v1.csv"),
                    sent.files().stream().map(OutgoingMessage.File::name).toList());
            assertEquals(
                    String.join(
                            "\r\n",
                            HEAD,
                            "2024-06-16,STORE,S1,,SLOT,1,1,12345,123.45,CNY,100,10,10.00,ACTUAL",
                            "2024-06-16,STORE,S1,,SLOT,2,2,7655,76.55,CNY,50,5,10.00,ACTUAL",
                            "2024-06-16,STORE,S1,,SO_FAR,1,2,20000,200.00,CNY,150,15,10.00,ACTUAL",
                            "2024-06-16,ITEM,A,,SLOT,1,1,,,CNY,,,,",
                            "2024-06-16,ITEM,A,,SLOT,2,2,,,CNY,,,,",
                            "2024-06-16,ITEM,A,,TOGETHER,1,2,500,5.00,CNY,0,0,,ACTUAL",
                            "2024-06-16,ITEM,A,,SO_FAR,1,2,500,5.00,CNY,0,0,,ACTUAL",
                            "2024-06-16,COMPETITOR,X,,SLOT,1,1,,,CNY,7,,,ESTIMATED",
                            "2024-06-16,COMPETITOR,X,,SLOT,2,2,,,CNY,,,,",
                            "2024-06-16,COMPETITOR,X,,SO_FAR,1,2,,,CNY,7,,,ESTIMATED",
                            ""),
                    text(sent.files().get(0)));
            assertTrue(
                    shop.channel.lastBody().endsWith("\n\nThe whole table is attached: release-2024-06-16-02-v1.csv\n"),
                    shop.channel.lastBody());
        }

        @Test
        void anEstimateIsMarkedInTextAndTable() {
            shop.channel.takes(OptionalLong.of(1L << 20), NONE);
            shop.clock.set(shop.at("09:01"));
            shop.accept(shop.reading(1, 100, 10, 1).estimated());
            shop.releaseWithGaps(1);
            assertTrue(text(shop.channel.last().files().get(0))
                    .contains("SLOT,1,1,100,1.00,CNY,10,1,10.00,ESTIMATED\r\n"));
            assertTrue(shop.channel.lastBody().contains("1 (estimated)"), shop.channel.lastBody());
        }

        @Test
        void aCorrectionBringsItsChanges() {
            shop.channel.takes(OptionalLong.of(1L << 20), NONE);
            shop.clock.set(shop.at("09:01"));
            shop.accept(shop.reading(1, 100, 10, 1));
            shop.releaseWithGaps(1);
            shop.accept(shop.restated(slot(1), Restatement.OPERATOR_ERROR, Figures.of(130, 10, 1)));
            shop.operator().correct(STORE, slot(1));
            assertEquals(
                    "\uFEFFdate,kind,id,title,first_slot,last_slot,metric,before,now,reason\r\n"
                            + "2024-06-16,STORE,S1,,1,1,amount_minor,100,130,OPERATOR_ERROR\r\n",
                    text(shop.channel.last().files().get(1)));
        }

        @Test
        void eachAttemptSendsTheSameFiguresWhateverIsKnownByThen() {
            shop.channel.takes(OptionalLong.of(1L << 20), NONE).nextRefusesUntil(shop.at("09:05"));
            shop.clock.set(shop.at("09:01"));
            shop.accept(shop.reading(1, 100, 10, 1));
            shop.releaseWithGaps(1);
            shop.accept(shop.restated(slot(1), Restatement.OPERATOR_ERROR, Figures.of(130, 10, 1)));
            shop.clock.set(shop.at("09:06"));
            shop.ops.deliverDue(STORE);
            assertEquals(2, shop.channel.attempts().size());
            assertEquals(
                    shop.channel.attempts().get(0).files(),
                    shop.channel.attempts().get(1).files());
        }

        @Test
        void aFileThatIsTooLargeForItStaysBehindAndTheTextPromisesNone() {
            shop.channel.takes(OptionalLong.of(10), NONE);
            shop.collect(1, 100, 10, 1);
            shop.releaseWithGaps(1);
            assertEquals(List.of(), shop.channel.last().files());
            assertFalse(shop.channel.lastBody().contains("attached"), shop.channel.lastBody());
        }

        @Test
        void aFileAsLargeAsItTakesGoesAlongAndNoLargerOne() {
            shop.channel.takes(OptionalLong.of(1L << 20), NONE);
            shop.collect(1, 100, 10, 1);
            shop.releaseWithGaps(1);
            long size = shop.channel.last().files().get(0).content().size();
            for (long room : List.of(size, size - 1)) {
                StoreFixture other = StoreFixture.openWithItemAndRival();
                other.channel.takes(OptionalLong.of(room), NONE);
                other.collect(1, 100, 10, 1);
                other.releaseWithGaps(1);
                assertEquals(room == size ? 1 : 0, other.channel.last().files().size());
                assertEquals(room == size, other.channel.lastBody().contains("attached"), other.channel.lastBody());
            }
        }

        /** The last slot of the closed day is its total less what its last boundary had: 1400 - 1300, 140 - 130, 14 - 13. */
        @Test
        void theFirstOfADayBringsTheWholeDayBefore() {
            StoreFixture whole = StoreFixture.open();
            whole.channel.takes(OptionalLong.of(1L << 20), NONE);
            whole.workUntilNextMorning();
            String csv = text(whole.channel.last().files().get(0));
            for (String row : List.of(
                    "2024-06-16,STORE,S1,,SLOT,1,1,100,1.00,CNY,10,1,10.00,ACTUAL",
                    "2024-06-16,STORE,S1,,SLOT,14,14,100,1.00,CNY,10,1,10.00,ACTUAL",
                    "2024-06-16,STORE,S1,,DAY,1,14,1400,14.00,CNY,140,14,10.00,ACTUAL",
                    "2024-06-17,STORE,S1,,SO_FAR,1,1,100,1.00,CNY,10,1,10.00,ACTUAL")) {
                assertTrue(csv.contains(row + "\r\n"), row + " in " + csv);
            }
        }

        @Test
        void aMessageWhoseFilesCannotBeMadeNowGoesOnWaiting() {
            shop.channel.nextRefusesUntil(shop.at("09:05"));
            shop.collect(1, 100, 10, 1);
            shop.releaseWithGaps(1);
            shop.clock.set(shop.at("09:06"));
            FakeChannel other = new FakeChannel(shop.clock).takes(OptionalLong.of(10), NONE);
            Outbox outbox = new Outbox(
                    shop.storage,
                    shop.commits(),
                    Map.of("DATA_GROUP", new Outbox.Route(other, UnknownPolicy.HOLD)),
                    () -> CommandId.of("w"),
                    message -> {
                        throw new StorageException(FaultKind.TRANSIENT, "down");
                    });
            assertThrows(StorageException.class, () -> outbox.deliverDue(STORE));
            assertEquals(DeliveryState.PENDING, shop.deliveries().get(0).state());
            assertEquals(List.of(), other.attempts());
        }
    }

    @Test
    void noFileGoesToAChannelThatTakesNone() {
        StoreFixture shop = StoreFixture.open();
        shop.work(DAY, 1);
        assertEquals(List.of(), shop.channel.last().files());
        assertFalse(shop.channel.lastBody().contains("attached"), shop.channel.lastBody());
    }

    @Test
    void noTextBecomesAFormulaOrAnotherCell() {
        StoreFixture shop = StoreFixture.open();
        shop.work(DAY, 1);
        Release release = shop.operator().getRelease(STORE, slot(1), 1);
        List<String> titles = List.of("=1+1", "+1", "-1", "@all", "＝1", "a,b", "say \"x\"", "a\nb", "plain");
        List<String> expected =
                List.of("'=1+1", "'+1", "'-1", "'@all", "'＝1", "\"a,b\"", "\"say \"\"x\"\"\"", "\"a\nb\"", "plain");
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i);
            String csv = text(new ReleaseTables(
                            shop.enrolment(StoreFixture.roster(DAY, "1", List.of(LocalTime.NOON)))
                                    .store(),
                            subject -> Optional.of(title))
                    .of(release)
                    .get(0));
            assertTrue(
                    csv.contains("2024-06-16,STORE,S1," + expected.get(i)
                            + ",SO_FAR,1,1,100,1.00,CNY,10,1,10.00,ACTUAL\r\n"),
                    csv);
        }
    }

    @Test
    void aTextIsAsLongAsTheChannelHasRoomFor() {
        StoreFixture shop = StoreFixture.open();
        Enrolment now = shop.enrolment(StoreFixture.roster(
                LocalDate.of(2024, 1, 1), "1", shop.day(DAY).plan().boundaries()));
        shop.ops.enrol(new Enrolment(
                now.store(),
                IntStream.rangeClosed(10, 39)
                        .mapToObj(i -> new Item(
                                STORE, "I" + i, Optional.of("Title " + i), LocalDate.of(2024, 1, 1), Optional.empty()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                now.roster()));
        shop.collect(1, 100, 10, 1);
        IntStream.rangeClosed(10, 39)
                .forEach(i -> shop.accept(shop.reading(Subject.ofItem("I" + i), slot(1), Figures.of(i, 10, 1))));
        int size = 0;
        for (int room : List.of(100_000, 1_500, 1_000, 500, 10)) {
            FakeChannel group = new FakeChannel(shop.clock).takes(NONE, OptionalLong.of(room));
            StoreOps ops = StoreOps.builder()
                    .storage(shop.storage)
                    .clock(shop.clock)
                    .channel("DATA_GROUP", group)
                    .build();
            SlotReporting duty = ops.deskOf(OPERATOR).reporting();
            if (size == 0) {
                duty.release(STORE, slot(1));
            } else {
                shop.clock.advance(Duration.ofSeconds(1));
                shop.accept(shop.restated(slot(1), Restatement.PLATFORM, Figures.of(200 + room, 10, 1)));
                duty.correct(STORE, slot(1));
            }
            String text = Markdown.of(group.last().document());
            long items = text.lines().filter(line -> line.startsWith("| I")).count() - 1;
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            switch (room) {
                case 100_000 -> {
                    assertEquals(20, items);
                    assertTrue(text.contains("| I39 Title 39 | 0.39 |"), text);
                    assertFalse(text.contains("| I19 "), text);
                }
                case 10 -> assertEquals(-1, items, text);
                default -> {
                    assertTrue(bytes <= room, bytes + " of " + room + ": " + text);
                    assertTrue(text.contains((30 - Math.max(0, items)) + " more not shown"), text);
                }
            }
            size = bytes;
        }
    }
}
