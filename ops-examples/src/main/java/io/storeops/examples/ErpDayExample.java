package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Language;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.figures.Figures;
import io.storeops.figures.Metric;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.OrderFeed;
import io.storeops.figures.Reading;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.Adapters;
import io.storeops.spi.DefaultRoster;
import io.storeops.spi.MarketplaceProvider;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The main job of an ERP: every hour it exports its orders and the day's time-slot data leave. Amounts and buyers come from the order
 * file, visitors from a second source; a payment and a refund arrive late, and what was published is corrected with the next release.
 */
public final class ErpDayExample {
    private static final LocalDate DATE = LocalDate.of(2024, 6, 16);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Store SHOP = Store.of("S1", ZONE.getId(), "CNY").in(Language.ENGLISH);

    private static final String PROFILE = """
            {"encoding": "UTF-8",
             "header": {"columns": ["order", "buyer", "paid at", "amount", "refunded"], "match": "EXACT"},
             "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
             "orders": {"grain": "ORDER", "basis": "PAID",
                        "columns": {"order": "order", "buyer": "buyer", "paidAt": "paid at", "gross": "amount",
                                    "refunded": "refunded"}}}
            """;

    private ErpDayExample() {}

    /**
     * Runs the example.
     *
     * @param args not read
     * @throws IOException if no folder can be made for the order file
     */
    public static void main(String[] args) throws IOException {
        SettableClock clock = SettableClock.at(at(DATE, 0, 0));
        run(MemoryStorage.empty(clock), clock, Files.createTempDirectory("orders"), System.out);
    }

    /**
     * Runs the example.
     *
     * @param storage where everything is kept
     * @param clock the time, which passes as the example goes on
     * @param exports the folder of the order file
     * @param out where to print
     */
    static void run(Storage storage, SettableClock clock, Path exports, PrintStream out) {
        try (StoreOps ops = StoreOps.builder()
                .storage(storage)
                .clock(clock)
                .marketplace(SHOP.id(), new Sources(orderFiles(clock, exports), visitors(clock)))
                .channel("DATA_GROUP", message -> {
                    out.println("  sent: " + message.document().title().text());
                    return new SendResult.Accepted(message.idempotencyKey(), clock.instant());
                })
                .build()) {
            ops.enrol(Enrolment.builder(SHOP, DATE)
                    .person("li", Role.OPERATOR)
                    .roster(DefaultRoster.of(SHOP.id(), DATE))
                    .build());
            SlotReporting duty = ops.deskOf(ActorId.of("li")).reporting();
            for (int hour = 9; hour <= 21; hour++) {
                clock.set(at(DATE, hour, 5));
                hourly(duty, clock, exports, DATE, out);
            }
            LocalDate next = DATE.plusDays(1);
            clock.set(at(next, 9, 5));
            export(exports, clock.instant());
            duty.collectOrders(SHOP.id(), DATE, new Period(at(DATE, 0, 0), clock.instant()));
            hourly(duty, clock, exports, next, out);
            out.println(duty.dayBook(SHOP.id(), DATE).subjectDays().get(0).totals());
        }
    }

    /** What the ERP's scheduler calls after every boundary. */
    private static void hourly(SlotReporting duty, SettableClock clock, Path exports, LocalDate date, PrintStream out) {
        export(exports, clock.instant());
        duty.collectOrders(SHOP.id(), date, new Period(at(date, 0, 0), clock.instant()));
        Release release = duty.collectAndRelease(SHOP.id());
        out.println(release.slot() + " " + release.state() + " " + release.timeliness()
                + (release.missing().isEmpty() ? "" : " without " + release.missing()));
    }

    private static Instant at(LocalDate date, int hour, int minute) {
        return date.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    /** The order file and the visitors, each for the metrics that it has. */
    private record Sources(Marketplace files, MetricsFeed traffic) implements Marketplace {
        @Override
        public Optional<OrderFeed> orders() {
            return files.orders();
        }

        @Override
        public Optional<MetricsFeed> metrics() {
            return Optional.of(traffic);
        }
    }

    private static Marketplace orderFiles(SettableClock clock, Path exports) {
        write(exports.resolve("profile.json"), PROFILE);
        MarketplaceProvider csv =
                Adapters.discover(ErpDayExample.class.getClassLoader()).marketplace("csv");
        Map<String, String> settings = Map.of("path", exports.toString(), "profile", "profile.json");
        return csv.create(
                AdapterConfig.of("csv", csv.configKeys(), settings),
                AdapterContext.of(clock, StoreOps.tables(), exports));
    }

    /** A web counter: 40 visitors an hour since midnight. */
    private static MetricsFeed visitors(SettableClock clock) {
        return (request, after) -> new FeedPage<>(
                List.of(Reading.of(
                        Subject.ofStore(SHOP.id()),
                        request.slot(),
                        clock.instant(),
                        Figures.builder()
                                .set(
                                        Metric.VISITORS,
                                        40L
                                                * (request.slot().number() == 14
                                                        ? 24
                                                        : 8 + request.slot().number()))
                                .build(),
                        "web counter")),
                List.of(),
                Optional.empty(),
                Optional.of(clock.instant()),
                Coverage.COMPLETE);
    }

    /** The orders that the ERP knows by now: two an hour, of which every fourth is a buyer's second. */
    private static void export(Path exports, Instant now) {
        List<String> lines = new ArrayList<>(List.of("order,buyer,paid at,amount,refunded"));
        for (int hour = 0; hour < 48; hour++) {
            LocalDate date = DATE.plusDays(hour / 24);
            if (at(date, hour % 24, 40).isBefore(now)) {
                // The refund of the order of 10:10 is entered at half past three.
                String refunded = hour == 10 && !now.isBefore(at(DATE, 15, 30)) ? "25.00" : "0";
                lines.add("A%02d,buyer-%d,%s %02d:10,%d.50,%s"
                        .formatted(hour, hour / 2, date, hour % 24, 100 + hour, refunded));
                lines.add("B%02d,guest-%d,%s %02d:40,80.00,0".formatted(hour, hour, date, hour % 24));
            }
        }
        // A bank transfer of 09:55 is confirmed after eleven.
        if (!now.isBefore(at(DATE, 11, 2))) {
            lines.add("L1,buyer-late," + DATE + " 09:55,300.00,0");
        }
        write(exports.resolve("orders.csv"), String.join("\n", lines) + "\n");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
