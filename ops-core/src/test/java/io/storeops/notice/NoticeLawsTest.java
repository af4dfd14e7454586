package io.storeops.notice;

import static io.storeops.StoreFixture.DAY;
import static io.storeops.StoreFixture.STORE;
import static io.storeops.notice.NoticeShop.CUSTOMER_SERVICE;
import static io.storeops.notice.NoticeShop.LIAISON;
import static io.storeops.notice.NoticeShop.PRE_SALES;
import static io.storeops.notice.NoticeShop.QC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.RosterDraft;
import io.storeops.StoreFixture;
import io.storeops.failure.RefusedException;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.kpi.Ratio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Notices that are sent, replaced, refused by a channel for a while, and acknowledged by parents and children, in any order. */
class NoticeLawsTest {
    private enum What {
        SEND,
        REPLACE,
        OA_WAITS,
        RECEIPT_OF_QC,
        RECEIPT_OF_THE_PARENT,
        RECEIPT_OF_THE_CHILD,
        TIME_PASSES
    }

    private record Event(What what, int notice, int minutes) {}

    @Provide
    Arbitrary<List<Event>> events() {
        return Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 40))
                .as(Event::new)
                .list()
                .ofMaxSize(25);
    }

    /** What was given by whom, as the test itself keeps it. */
    private static final class Kept {
        private final StoreFixture shop;
        private final Set<String> receipts = new TreeSet<>();
        private final List<String> sent = new ArrayList<>();

        Kept(boolean any) {
            StoreFixture.Setup setup = NoticeShop.in(new StoreFixture.Setup());
            shop = (any
                            ? setup.with(
                                            "channels",
                                            Json.object(Map.of(
                                                    "DATA_GROUP", type("wechat"),
                                                    "WORK_GROUP", type("wechat"),
                                                    "OA", type("jinmubiao"))))
                                    .with(
                                            "noticeChannels",
                                            Json.object(Map.of(
                                                    "channels",
                                                    RosterDraft.texts("OA", "WORK_GROUP"),
                                                    "mode",
                                                    Json.of("ANY"))))
                            : setup)
                    .open();
            shop.clock.set(shop.at("09:00"));
        }

        private static Json type(String name) {
            return Json.object(Map.of("type", Json.of(name)));
        }

        Notices desk(ActorId actor) {
            return shop.ops.deskOf(actor).notices();
        }

        /** The event, with a chosen one of the notices that were sent; one that is refused changes nothing. */
        void cause(Event event) {
            switch (event.what()) {
                case SEND -> send(announcement());
                case REPLACE -> {
                    if (!sent.isEmpty()) {
                        send(announcement().replacing(chosen(event)));
                    }
                }
                case OA_WAITS ->
                    shop.oa.nextRefusesUntil(shop.clock.instant().plus(Duration.ofMinutes(event.minutes())));
                case RECEIPT_OF_QC -> acknowledge(event, QC, "QC");
                case RECEIPT_OF_THE_PARENT -> acknowledge(event, CUSTOMER_SERVICE, "CUSTOMER_SERVICE");
                case RECEIPT_OF_THE_CHILD -> acknowledge(event, PRE_SALES, "CUSTOMER_SERVICE");
                case TIME_PASSES -> {
                    shop.clock.advance(Duration.ofMinutes(event.minutes()));
                    shop.ops.tick(STORE);
                }
            }
        }

        private Announcement announcement() {
            return new Announcement("NT" + (sent.size() + 1), "A", "told", List.of("CUSTOMER_SERVICE", "QC"));
        }

        private String chosen(Event event) {
            return sent.get((event.notice() - 1) % sent.size());
        }

        private void send(Announcement announcement) {
            try {
                desk(LIAISON).send(STORE, announcement);
                sent.add(announcement.id());
            } catch (RefusedException e) {
                assertEquals("WRONG_STATE", e.refusal().code());
            }
        }

        private void acknowledge(Event event, ActorId by, String department) {
            if (!sent.isEmpty()) {
                String id = chosen(event);
                try {
                    desk(by).acknowledge(STORE, id, department);
                    assertTrue(receipts.add(id + ":" + department), "a second receipt of " + id + ":" + department);
                } catch (RefusedException e) {
                    assertEquals("WRONG_STATE", e.refusal().code());
                }
            }
        }

        Ratio inTime() {
            return desk(LIAISON).receiptsInTime(STORE, DAY, DAY.plusDays(7));
        }
    }

    @Property(tries = 60)
    void noReceiptIsLostDoubledOrCountedForAnotherNotice(@ForAll("events") List<Event> events, @ForAll boolean any) {
        Kept kept = new Kept(any);
        for (Event event : events) {
            kept.cause(event);
            Set<String> known = new TreeSet<>();
            kept.desk(LIAISON).all(STORE).forEach(notice -> {
                notice.receipts().forEach(receipt -> known.add(notice.id() + ":" + receipt.department()));
                assertEquals(
                        notice.superseded().isPresent(), notice.state() == NoticeState.SUPERSEDED, notice.toString());
                assertEquals(notice, kept.desk(LIAISON).find(STORE, notice.id()).orElseThrow());
            });
            assertEquals(kept.receipts, known);
        }
    }

    @Property(tries = 60)
    void whatIsOverdueIsWhatIsOwedWhateverWasLookedAtBefore(@ForAll("events") List<Event> events, @ForAll boolean any) {
        Kept kept = new Kept(any);
        for (Event event : events) {
            kept.cause(event);
            List<Notice> expected = kept.desk(LIAISON).all(STORE).stream()
                    .filter(notice -> !notice.open().isEmpty()
                            && notice.ackDue()
                                    .filter(due -> !kept.shop.clock.instant().isBefore(due))
                                    .isPresent())
                    .toList();
            assertEquals(expected, kept.desk(LIAISON).unacknowledged(STORE));
        }
    }

    /** Replacing takes the open receipts of what it replaces out of the denominator, and nothing else; it never adds one in time. */
    @Property(tries = 60)
    void replacingImprovesNoReceiptThatWasGiven(@ForAll("events") List<Event> events) {
        Kept kept = new Kept(false);
        for (Event event : events) {
            Ratio before = kept.inTime();
            long open = event.what() == What.REPLACE && !kept.sent.isEmpty()
                    ? kept.desk(LIAISON)
                            .find(STORE, kept.chosen(event))
                            .orElseThrow()
                            .open()
                            .size()
                    : 0;
            kept.cause(event);
            Ratio after = kept.inTime();
            if (event.what() == What.REPLACE || event.what() == What.SEND) {
                assertEquals(before.n(), after.n());
                assertTrue(after.d() <= before.d() && after.d() >= before.d() - open, before + " -> " + after);
            }
        }
    }
}
