package io.storeops.adapter.chat;

import io.storeops.StoreOps;
import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.failure.AdapterException;
import io.storeops.publishing.DeliveryState;
import io.storeops.publishing.UnknownPolicy;
import io.storeops.reporting.SlotReporting;
import io.storeops.storage.StaleWriteException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A server of a cluster that publishes what is due in four stores, each with a group of another platform: a thread a store. The
 * arguments: the database's URL, and the port of each platform's server. Each order is a date and a slot.
 */
public final class PublishingWorker {
    private static final Duration LONGER_THAN_ANY_THROTTLE = Duration.ofMinutes(11);

    private PublishingWorker() {}

    /** The store of a platform. */
    static Shop shop(Service service) {
        return new Shop("S-" + service, service + "_GROUP", List.of());
    }

    /** The library over the shared database, with a robot each platform; channels by the order of the ports. */
    static StoreOps open(String url, int[] ports, Clock clock) {
        DataSource pool = JdbcConnectionPool.create(url, "", "");
        StoreOps.Builder builder = StoreOps.builder().clock(clock).storage(JdbcStorage.on(pool, StoreOps.tables()));
        for (Service service : Service.values()) {
            builder.channel(
                    shop(service).channel(),
                    service.open(ports[service.ordinal()], clock, Map.of()),
                    UnknownPolicy.HOLD);
        }
        return builder.build();
    }

    public static void main(String[] arguments) throws Exception {
        int[] ports = new int[Service.values().length];
        for (int i = 0; i < ports.length; i++) {
            ports[i] = Integer.parseInt(arguments[i + 1]);
        }
        ExecutorService pool = Executors.newFixedThreadPool(ports.length, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        SettableClock clock = SettableClock.at(Instant.EPOCH);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (StoreOps ops = open(arguments[0], ports, clock)) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                String[] parts = order.split(" ");
                LocalDate day = LocalDate.parse(parts[0]);
                int slot = Integer.parseInt(parts[1]);
                clock.set(Shop.boundary(day, slot).plusSeconds(60));
                List<Future<?>> running = new ArrayList<>();
                for (Service service : Service.values()) {
                    running.add(pool.submit(() -> publish(ops, clock, shop(service), SlotId.of(day, slot))));
                }
                for (Future<?> one : running) {
                    one.get();
                }
                System.out.println("done");
            }
        }
    }

    /** Releases a slot as if nobody else did, and goes on until its message is settled, whoever sends it. */
    private static void publish(StoreOps ops, SettableClock clock, Shop shop, SlotId slot) {
        SlotReporting reporting = ops.deskOf(Shop.OPERATOR).reporting();
        boolean released = false;
        while (true) {
            try {
                if (!released) {
                    reporting.release(shop.store(), slot);
                    released = true;
                }
                DeliveryState state =
                        reporting.getRelease(shop.store(), slot, 1).delivery();
                if (state.settled()) {
                    return;
                } else if (state == DeliveryState.PENDING) {
                    clock.advance(LONGER_THAN_ANY_THROTTLE);
                }
                ops.deliverDue(shop.store());
                Thread.sleep(1);
            } catch (StaleWriteException e) {
                // The other one was faster.
            } catch (AdapterException e) {
                if (!e.kind().retryable()) {
                    throw e;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
