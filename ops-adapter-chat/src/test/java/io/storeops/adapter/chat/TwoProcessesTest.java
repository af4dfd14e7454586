package io.storeops.adapter.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.StoreOps;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.publishing.DeliveryState;
import io.storeops.reporting.Release;
import io.storeops.reporting.Resolution;
import io.storeops.reporting.SlotReporting;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two processes publish the same slots of four stores, each in a group of another platform, whose servers misbehave. With
 * {@code -Dstoreops.test.full} two hundred days, else one, or as many as {@code -Dstoreops.test.days} says.
 */
class TwoProcessesTest {
    private static final boolean FULL = System.getProperty("storeops.test.full") != null;
    private static final int ROUNDS = Integer.getInteger("storeops.test.days", FULL ? 200 : 1);
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);

    private final long seed = Long.getLong("storeops.seed", System.nanoTime());
    private final Map<Service, MoodyGroup> groups = new EnumMap<>(Service.class);
    private final SettableClock clock =
            SettableClock.at(FIRST.atStartOfDay(Shop.ZONE).toInstant());

    /** A worker in a JVM of its own. */
    private record Worker(Process process, BufferedWriter orders, BufferedReader answers) implements AutoCloseable {
        static Worker start(List<String> arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PublishingWorker.class.getName()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Worker(
                    process, process.outputWriter(StandardCharsets.UTF_8), process.inputReader(StandardCharsets.UTF_8));
        }

        void tell(String order) throws IOException {
            orders.write(order + "\n");
            orders.flush();
        }

        @Override
        public void close() throws IOException {
            orders.close();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void everyMessageIsSeenOnceAtMostAndEveryDoubtIsSaid() throws Exception {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        Server server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists")
                .start();
        String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        List<String> arguments = new ArrayList<>(List.of(url));
        int[] ports = new int[Service.values().length];
        for (Service service : Service.values()) {
            MoodyGroup group = new MoodyGroup(service, seed, FULL);
            groups.put(service, group);
            ports[service.ordinal()] = group.port();
            arguments.add(Integer.toString(group.port()));
        }
        try (StoreOps ops = PublishingWorker.open(url, ports, clock)) {
            for (Service service : Service.values()) {
                ops.enrol(PublishingWorker.shop(service).enrolment(20));
            }
            try (Worker one = Worker.start(arguments);
                    Worker two = Worker.start(arguments)) {
                for (int round = 0; round < ROUNDS; round++) {
                    day(ops, FIRST.plusDays(round), List.of(one, two));
                }
            }
            groups.values().forEach(MoodyGroup::behave);
            for (Service service : Service.values()) {
                judge(service, ops.deskOf(Shop.OPERATOR).reporting(), ops);
            }
        } finally {
            for (MoodyGroup group : groups.values()) {
                group.close();
            }
            server.stop();
        }
    }

    private void day(StoreOps ops, LocalDate day, List<Worker> workers) throws IOException {
        for (int slot = 1; slot <= Shop.SLOTS + 1; slot++) {
            clock.set(Shop.boundary(day, slot).plusSeconds(30));
            for (Service service : Service.values()) {
                Shop shop = PublishingWorker.shop(service);
                ops.deskOf(Shop.OPERATOR).reporting().record(shop.store(), shop.readings(day, slot));
            }
            if (slot <= Shop.SLOTS) {
                for (Worker worker : workers) {
                    worker.tell(day + " " + slot);
                }
                for (Worker worker : workers) {
                    assertEquals("done", worker.answers().readLine(), "a worker ended, " + when());
                }
            }
        }
    }

    private String when() {
        return "-Dstoreops.seed=" + seed;
    }

    private void judge(Service service, SlotReporting reporting, StoreOps ops) {
        MoodyGroup group = groups.get(service);
        Shop shop = PublishingWorker.shop(service);
        clock.set(Shop.boundary(FIRST.plusDays(ROUNDS), Shop.SLOTS).plusSeconds(30));
        Map<DeliveryState, Integer> states = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int number = 1; number <= Shop.SLOTS; number++) {
                SlotId slot = SlotId.of(FIRST.plusDays(round), number);
                Release release = reporting.getRelease(shop.store(), slot, 1);
                String boundary = boundary(slot);
                int seen = group.seen().getOrDefault(boundary, 0);
                String what = service + " " + slot + " " + release.delivery() + " seen " + seen + ", " + when();
                states.merge(release.delivery(), 1, Integer::sum);
                assertTrue(seen <= 1, what);
                DeliveryState proven = group.unproven().contains(boundary)
                        ? DeliveryState.UNKNOWN
                        : group.refused().contains(boundary) ? DeliveryState.REJECTED : DeliveryState.SENT;
                assertEquals(proven, release.delivery(), what);
                if (proven != DeliveryState.UNKNOWN) {
                    assertEquals(proven == DeliveryState.SENT ? 1 : 0, seen, what);
                } else {
                    Resolution found = seen == 1
                            ? new Resolution.Arrived("seen-in-the-group", clock.instant())
                            : new Resolution.NotArrived("not in the group");
                    assertEquals(
                            DeliveryState.SENT,
                            reporting.resolve(shop.store(), slot, 1, found).delivery(),
                            what);
                    assertEquals(1, group.seen().get(boundary), what);
                }
            }
        }
        assertEquals(
                ROUNDS * Shop.SLOTS,
                states.values().stream().mapToInt(Integer::intValue).sum());
        assertEquals(
                ROUNDS * Shop.SLOTS - states.getOrDefault(DeliveryState.REJECTED, 0),
                group.seen().values().stream().mapToInt(Integer::intValue).sum());
        if (FULL) {
            System.out.println(service + ": " + states + ", each seen once at most");
        }
    }

    /** The boundary as the release names it (R23). */
    private static String boundary(SlotId slot) {
        return slot.date() + " " + String.format(Locale.ROOT, "%02d:00", slot.number() + 8);
    }
}
