package io.storeops.adapter.jdbc;

import static io.storeops.StoreFixture.STORE;

import io.storeops.FakeChannel;
import io.storeops.StoreFixture;
import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Money;
import io.storeops.inspection.PriceRule;
import io.storeops.maintenance.Sighted;
import io.storeops.maintenance.Sighting;
import io.storeops.storage.StaleWriteException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;

/**
 * Sees again and again that the price of item A is wrong, as a server of a cluster does. The arguments: the URL, the instant at which it
 * begins, and by how many microseconds its clock is ahead, so that no two see at one instant. Each order is how often; the answer is how
 * often something was found, and how many messages were sent.
 */
public final class DetectWorker {
    private static final Currency CNY = Currency.getInstance("CNY");

    private DetectWorker() {}

    public static void main(String[] arguments) throws Exception {
        SettableClock clock =
                SettableClock.at(Instant.parse(arguments[1]).plusNanos(1000L * Long.parseLong(arguments[2])));
        FakeChannel channel = new FakeChannel(clock);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (StoreOps ops = StoreOps.builder()
                .storage(JdbcStorage.on(TestDatabase.pooled(arguments[0]), StoreFixture.tables()))
                .clock(clock)
                .channel("DATA_GROUP", channel)
                .channel("WORK_GROUP", channel)
                .build()) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                long found = 0;
                for (int i = 0; i < Integer.parseInt(order); i++) {
                    clock.advance(Duration.ofMillis(1));
                    found += seen(ops, clock.instant()).found().size();
                    ops.deliverDue(STORE);
                }
                System.out.println(found + " " + channel.attempts().size());
                System.out.println("done");
            }
        }
    }

    /** What others were faster with again and again is tried once more. */
    private static Sighted seen(StoreOps ops, Instant at) {
        while (true) {
            try {
                return ops.observe(
                        STORE,
                        Sighting.complete(
                                PriceRule.KEY,
                                at,
                                Map.of(
                                        "A",
                                        PriceRule.Price.of(Money.ofMinor(9_000, CNY), Money.ofMinor(10_000, CNY)))));
            } catch (StaleWriteException e) {
                // The other one was first twenty times.
            }
        }
    }
}
