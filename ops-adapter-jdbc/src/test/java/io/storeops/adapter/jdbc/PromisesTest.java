package io.storeops.adapter.jdbc;

import static io.storeops.StoreFixture.STORE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.Desk;
import io.storeops.StoreFixture;
import io.storeops.campaign.Campaign;
import io.storeops.catalog.Item;
import io.storeops.enrolment.Enrolment;
import io.storeops.json.Json;
import io.storeops.listing.ListingFacts;
import io.storeops.vetting.Commitment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many processes approve at the same time, overlapping activities never promise more than can be sold (D45). */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class PromisesTest {
    private static final int PROCESSES = 2;
    private static final int RUNS_OF_A_THREAD = Full.times(25, 10);

    /** 16 threads of 25 runs each are 400 a round, 33,600 a database. */
    private static final int ROUNDS = Full.times(84, 1);

    private static final long SELLABLE = 60;

    /** 100,800 runs over three databases with {@code -Pmariadb -Dstoreops.test.full=true}: two JVMs of eight threads, three windows that overlap, the same item twice a batch. */
    @ParameterizedTest
    @MethodSource("io.storeops.adapter.jdbc.TestServer#processes")
    void areNeverMoreThanCanBeSold(TestServer server) throws Exception {
        String url = TestDatabase.urlOfNewPlace(server);
        StoreFixture shop = shop(url);
        long approved = 0;
        long refused = 0;
        try (ChildProcess one = ChildProcess.start(PromiseWorker.class, url, "0");
                ChildProcess two = ChildProcess.start(PromiseWorker.class, url, "1")) {
            List<ChildProcess> workers = List.of(one, two);
            for (int round = 0; round < ROUNDS; round++) {
                Instant begin = shop.at("09:00").plus(Duration.ofHours(6L * round));
                shop.clock.set(begin);
                for (ChildProcess worker : workers) {
                    worker.tell("r" + round + " " + begin + " " + RUNS_OF_A_THREAD);
                }
                for (ChildProcess worker : workers) {
                    String[] said = worker.answersUntilDone().get(0).split(" ", 2);
                    approved += Long.parseLong(said[0]);
                    refused += Long.parseLong(said[1]);
                }
                assertEquals(List.of(), breaches(shop, begin));
            }
        }
        assertEquals((long) PROCESSES * 8 * RUNS_OF_A_THREAD * ROUNDS, approved + refused);
        assertTrue(approved > 0 && refused > 0, approved + " approved, " + refused + " refused");
        shop.ops.close();
    }

    private static StoreFixture shop(String url) {
        StoreFixture shop = new StoreFixture.Setup()
                .storage(clock -> JdbcStorage.on(TestDatabase.plain(url), StoreFixture.tables()))
                .role("PLANNER", "INSTRUCT", "APPROVE:ACTIVITY", "READ")
                .works(PromiseWorker.SUBMITTER, "PLANNER")
                .works(PromiseWorker.APPROVER, "PLANNER")
                .with(
                        "activityRules",
                        Json.object(Map.of(
                                "overlapAllowed",
                                Json.array(List.of(Json.array(List.of(Json.of("DAILY"), Json.of("DAILY"))))))))
                .open();
        LocalDate since = LocalDate.of(2024, 1, 1);
        Enrolment.Builder items =
                Enrolment.builder(shop.enrolment(shop.roster()).store(), since);
        items.item(new Item(STORE, "A", since, Optional.empty()));
        items.item(new Item(STORE, "B", since, Optional.empty()));
        shop.ops.enrol(items.roster(shop.roster()).build());
        shop.clock.set(shop.at("09:00"));
        shop.ops.tellListings(
                STORE,
                ListingFacts.since(shop.at("09:00"))
                        .stock("A", SELLABLE)
                        .stock("B", SELLABLE)
                        .build());
        return shop;
    }

    /** What is promised of an item at some half-hour beyond what can be sold, and commitments that are not those of their activity. */
    private static List<String> breaches(StoreFixture shop, Instant begin) {
        Desk desk = shop.ops.deskOf(PromiseWorker.APPROVER);
        List<Campaign> open = desk.campaigns().all(STORE).stream()
                .filter(campaign -> !campaign.isOver() && !campaign.start().isBefore(begin))
                .toList();
        List<String> breaches = new ArrayList<>();
        for (String item : List.of("A", "B")) {
            for (int half = 0; half < 12; half++) {
                Instant at = begin.plus(Duration.ofMinutes(30L * half));
                long promised = open.stream()
                        .filter(campaign -> !at.isBefore(campaign.start()) && at.isBefore(campaign.end()))
                        .flatMap(campaign -> campaign.offerOf(item).stream())
                        .mapToLong(offer -> offer.quota().orElse(0L))
                        .sum();
                if (promised > SELLABLE) {
                    breaches.add(promised + " of " + item + " at " + at);
                }
            }
            long kept = desk.vetting().commitmentsOf(STORE, item).stream()
                    .filter(each -> each.release().isEmpty()
                            && open.stream().anyMatch(campaign -> campaign.id().equals(each.campaignId())))
                    .mapToLong(Commitment::units)
                    .sum();
            long offered = open.stream()
                    .flatMap(campaign -> campaign.offerOf(item).stream())
                    .mapToLong(offer -> offer.quota().orElse(0L))
                    .sum();
            if (kept != offered) {
                breaches.add(kept + " kept and " + offered + " offered of " + item);
            }
        }
        return breaches;
    }
}
