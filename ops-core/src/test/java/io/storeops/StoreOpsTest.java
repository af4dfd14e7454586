package io.storeops;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.ITSELF;
import static io.storeops.StoreFixture.NEXT;
import static io.storeops.StoreFixture.OPERATOR;
import static io.storeops.StoreFixture.STORE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.document.Block;
import io.storeops.document.Document;
import io.storeops.document.DocumentRenderer;
import io.storeops.document.Line;
import io.storeops.document.PlainText;
import io.storeops.evidence.Attachment;
import io.storeops.failure.RefusedException;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedPage;
import io.storeops.figures.Collected;
import io.storeops.figures.Figures;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.Reading;
import io.storeops.id.CommandId;
import io.storeops.id.Sha256;
import io.storeops.id.StoreId;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoreOpsTest {
    private static final class Market implements Marketplace {
        private int closed;

        @Override
        public void close() {
            closed++;
        }
    }

    private final SettableClock clock = SettableClock.at(Instant.EPOCH);

    @Nested
    class Building {
        @Test
        void needsAStorage() {
            IllegalStateException missing = assertThrows(
                    IllegalStateException.class,
                    () -> StoreOps.builder().clock(clock).build());
            assertEquals("StoreOps needs a storage; call .storage(...) before build()", missing.getMessage());
        }

        @Test
        void needsAClock() {
            IllegalStateException missing = assertThrows(
                    IllegalStateException.class,
                    () -> StoreOps.builder().storage(MemoryStorage.empty(clock)).build());
            assertEquals("StoreOps needs a clock; call .clock(...) before build()", missing.getMessage());
        }

        @Test
        void refusesASecondMarketplaceOfAStoreAndASecondChannelOfAName() {
            StoreOps.Builder builder =
                    StoreOps.builder().marketplace(STORE, new Market()).channel("DATA_GROUP", new FakeChannel(clock));
            assertEquals(
                    "Store S1 already has a marketplace",
                    assertThrows(IllegalArgumentException.class, () -> builder.marketplace(STORE, new Market()))
                            .getMessage());
            assertEquals(
                    "Channel DATA_GROUP is added already",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> builder.channel("DATA_GROUP", new FakeChannel(clock)))
                            .getMessage());
        }
    }

    @Nested
    class Closing {
        @Test
        void closesAMarketplaceOfTwoStoresAndAChannelOfTwoNamesOnce() {
            Market market = new Market();
            FakeChannel channel = new FakeChannel(clock);
            StoreOps.builder()
                    .storage(MemoryStorage.empty(clock))
                    .clock(clock)
                    .marketplace(StoreId.of("S1"), market)
                    .marketplace(StoreId.of("S2"), market)
                    .channel("DATA_GROUP", channel)
                    .channel("WORK_GROUP", channel)
                    .build()
                    .close();
            assertEquals(1, market.closed);
            assertEquals(1, channel.closed());
        }

        @Test
        void goesOnWhenOneFailsAndTellsOfAll() {
            Market market = new Market();
            Marketplace broken = new Marketplace() {
                @Override
                public void close() {
                    throw new IllegalArgumentException("first");
                }
            };
            StoreOps ops = StoreOps.builder()
                    .storage(MemoryStorage.empty(clock))
                    .clock(clock)
                    .marketplace(StoreId.of("S1"), broken)
                    .marketplace(StoreId.of("S2"), market)
                    .build();
            IllegalStateException failed = assertThrows(IllegalStateException.class, ops::close);
            assertEquals("1 of 3 adapters could not be closed", failed.getMessage());
            assertEquals("first", failed.getCause().getMessage());
            assertEquals(1, market.closed);
        }
    }

    @Nested
    class Rendering {
        private final Document document = Document.of(
                Line.of("t"), List.of(new Block.Image(Sha256.of("picture"), "image/png", Line.of("curve"))));

        @Test
        void isPlainTextWithoutARenderer() {
            try (StoreOps ops = StoreOps.inMemory(clock).build()) {
                assertEquals(
                        Attachment.of("text/plain", "t\n\n[curve]\n".getBytes(UTF_8)),
                        ops.render(STORE, document, Locale.ENGLISH));
            }
        }

        @Test
        void isTheGivenRenderersWithThePicturesOfThatStoreAlone() {
            MemoryStorage storage = MemoryStorage.empty(clock);
            Sha256 picture = storage.blobs().orElseThrow().put(STORE, "picture".getBytes(UTF_8));
            List<String> closed = new ArrayList<>();
            DocumentRenderer given = new DocumentRenderer() {
                @Override
                public Attachment render(Document asked, Locale language, Function<Sha256, Optional<byte[]>> pictures) {
                    String found = pictures.apply(picture)
                            .map(bytes -> new String(bytes, UTF_8))
                            .orElse("none");
                    return Attachment.of(
                            "text/csv", (PlainText.title(asked) + "," + language + "," + found).getBytes(UTF_8));
                }

                @Override
                public void close() {
                    closed.add("renderer");
                }
            };
            StoreOps ops = StoreOps.builder()
                    .storage(storage)
                    .clock(clock)
                    .renderer(given)
                    .build();
            assertEquals(
                    Attachment.of("text/csv", "t,zh,picture".getBytes(UTF_8)),
                    ops.render(STORE, document, Locale.CHINESE));
            assertEquals(
                    Attachment.of("text/csv", "t,en,none".getBytes(UTF_8)),
                    ops.render(StoreId.of("S2"), document, Locale.ENGLISH));
            ops.close();
            assertEquals(List.of("renderer"), closed);
        }
    }

    @Test
    void tablesHaveDifferentNames() {
        List<String> names = StoreOps.tables().stream().map(Table::name).toList();
        assertEquals(names.stream().distinct().toList(), names);
    }

    @Nested
    class CollectAndRelease {
        private final List<SlotId> asked = new ArrayList<>();
        private long amount = 100;
        private final StoreFixture shop = new StoreFixture.Setup()
                .marketplace(new Marketplace() {
                    @Override
                    public Optional<MetricsFeed> metrics() {
                        return Optional.of((request, after) -> {
                            asked.add(request.slot());
                            return new FeedPage<>(
                                    List.of(readingOf(request.slot())),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Coverage.COMPLETE);
                        });
                    }
                })
                .open();

        private Reading readingOf(SlotId slot) {
            amount += 100;
            return shop.reading(ITSELF, slot, Figures.of(amount, 10, 1));
        }

        @Test
        void takesTheBoundaryThatPassedLast() {
            shop.clock.set(shop.at("11:30"));
            Release release = shop.operator().collectAndRelease(STORE);
            assertEquals(SlotId.of(DAY, 3), release.slot());
            assertEquals(List.of(SlotId.of(DAY.minusDays(1), 14), SlotId.of(DAY, 3)), asked);
        }

        @Test
        void takesYesterdaysLastSlotLaterIfTheFirstBoundaryWasMissedAndThenNoMore() {
            shop.clock.set(shop.at("10:02"));
            shop.operator().collectAndRelease(STORE);
            shop.clock.set(shop.at("11:02"));
            asked.clear();
            shop.operator().collectAndRelease(STORE);
            assertEquals(List.of(SlotId.of(DAY, 3)), asked);
        }

        @Test
        void takesYesterdaysLastSlotWithTheDaysFirstBoundary() {
            shop.clock.set(shop.at(NEXT, "09:01"));
            Release release = shop.operator().collectAndRelease(STORE);
            assertEquals(List.of(SlotId.of(DAY, 14), SlotId.of(NEXT, 1)), asked);
            assertEquals(1, release.closedDays().size());
        }

        @Test
        void isNotDueBeforeTheFirstBoundary() {
            shop.clock.set(shop.at("08:00"));
            RefusedException early =
                    assertThrows(RefusedException.class, () -> shop.operator().collectAndRelease(STORE));
            assertEquals("NOT_DUE", early.refusal().code());
        }

        @Test
        void givesTheFirstResultToARepeatedCommandWithoutAskingTheSourceAgain() {
            SlotReporting desk =
                    shop.ops.deskOf(OPERATOR).under(CommandId.of("c-1")).reporting();
            shop.clock.set(shop.at("09:01"));
            Release first = desk.collectAndRelease(STORE);
            int questions = asked.size();
            shop.clock.set(shop.at("10:01"));
            assertEquals(first, desk.collectAndRelease(STORE));
            assertEquals(questions, asked.size());
            assertEquals(1, shop.channel.attempts().size());
        }

        @Test
        void tellsWhatBecameOfEachReading() {
            shop.clock.set(shop.at("09:01"));
            Collected collected = shop.operator().collect(STORE, SlotId.of(DAY, 1));
            assertEquals(1, collected.accepted());
            assertEquals(List.of(), collected.problems());
        }
    }
}
