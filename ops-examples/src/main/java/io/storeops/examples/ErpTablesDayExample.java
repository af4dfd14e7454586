package io.storeops.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.Desk;
import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.catalog.Language;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.feed.Period;
import io.storeops.id.ActorId;
import io.storeops.kpi.Kpi;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Release;
import io.storeops.reporting.SlotReporting;
import io.storeops.spi.AdapterConfig;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * An ERP whose own tables are read: every hour the amounts and buyers come from SQL (the shipped configuration {@code plain-orders}) and the visitors
 * from a CSV file: parts of the marketplace {@code several}, so that two sources make one complete release (D70). A payment and a refund arrive late, and what was published is corrected.
 */
public final class ErpTablesDayExample {
    private static final LocalDate DATE = LocalDate.of(2024, 6, 16);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Store SHOP = Store.of("S1", ZONE.getId(), "CNY").in(Language.ENGLISH);

    private static final int FIRST = 9;
    private static final int LAST = 21;

    private static final String VISITORS = """
            {"encoding": "UTF-8",
             "header": {"columns": ["boundary", "visitors"], "match": "EXACT"},
             "times": {"patterns": ["yyyy-MM-dd HH:mm"]},
             "readings": {"semantics": "CUMULATIVE_DAY", "basis": "PAID", "quality": "ACTUAL", "subjectKind": "STORE",
                          "columns": {"boundary": "boundary"}, "figures": {"visitors": "visitors"}}}
            """;

    private static final String PARTS = """
            {"erp": {"adapter": "jdbc", "url": "jdbc:h2:mem:erp-of-the-shop", "feeds": "plain-orders", "zone": "Asia/Shanghai"},
             "counter": {"adapter": "csv", "path": "visitors.csv", "profile": "profile.json"}}
            """;

    private final Connection erp;
    private final SettableClock clock;
    private final PrintStream out;

    private ErpTablesDayExample(Connection erp, SettableClock clock, PrintStream out) {
        this.erp = erp;
        this.clock = clock;
        this.out = out;
    }

    /**
     * Runs the example.
     *
     * @param args not read
     * @throws IOException if no folder can be made for the file of visitors
     * @throws SQLException if the ERP's database does not answer
     */
    public static void main(String[] args) throws IOException, SQLException {
        SettableClock clock = SettableClock.at(at(DATE, 0, 0));
        run(MemoryStorage.empty(clock), clock, Files.createTempDirectory("visitors"), System.out);
    }

    /**
     * Runs the example.
     *
     * @param storage where everything is kept
     * @param clock the time, which passes as the example goes on
     * @param files the folder of the file of visitors
     * @param out where to print
     * @throws SQLException if the ERP's database does not answer
     */
    static void run(Storage storage, SettableClock clock, Path files, PrintStream out) throws SQLException {
        // The ERP keeps its database open; the marketplace opens connections of its own.
        try (Connection erp = DriverManager.getConnection("jdbc:h2:mem:erp-of-the-shop");
                Statement statement = erp.createStatement()) {
            statement.execute(
                    "CREATE TABLE orders (order_no VARCHAR(20) PRIMARY KEY, shop VARCHAR(20), paid_at TIMESTAMP,"
                            + " status VARCHAR(20), buyer VARCHAR(20))");
            statement.execute(
                    "CREATE TABLE order_items (order_no VARCHAR(20), line_no INT, item VARCHAR(20), quantity INT,"
                            + " amount DECIMAL(12, 2), refunded DECIMAL(12, 2))");
            new ErpTablesDayExample(erp, clock, out).day(storage, files);
        }
    }

    private void day(Storage storage, Path files) throws SQLException {
        write(files.resolve("profile.json"), VISITORS);
        Path visitors = files.resolve("visitors.csv");
        try (StoreOps ops = StoreOps.builder()
                .storage(storage)
                .clock(clock)
                .marketplace(SHOP.id(), sources(files))
                .channel("DATA_GROUP", message -> {
                    out.println("  sent: " + message.document().title().text());
                    return new SendResult.Accepted(message.idempotencyKey(), clock.instant());
                })
                .build()) {
            ops.enrol(Enrolment.builder(SHOP, DATE)
                    .person("li", Role.OPERATOR)
                    .roster(DefaultRoster.of(SHOP.id(), DATE))
                    .build());
            Desk desk = ops.deskOf(ActorId.of("li"));
            SlotReporting duty = desk.reporting();
            StringBuilder counted = new StringBuilder("boundary,visitors\n");
            for (int hour = 1; hour <= 24; hour++) {
                sell(hour - 1);
                if (hour >= FIRST && hour <= LAST) {
                    clock.set(at(DATE, hour, 5));
                    happened(hour);
                    write(visitors, counted.append(line(DATE.atTime(hour, 0), hour)));
                    release(duty, DATE);
                }
            }
            LocalDate next = DATE.plusDays(1);
            clock.set(at(next, FIRST, 5));
            write(visitors, counted.append(line(next.atStartOfDay(), 24)).append(line(next.atTime(FIRST, 0), FIRST)));
            duty.collectOrders(SHOP.id(), DATE, new Period(at(DATE, 0, 0), at(next, 0, 0)));
            release(duty, next);
            out.println(duty.dayBook(SHOP.id(), DATE).subjectDays().get(0).totals());
            desk.scorecards()
                    .of(SHOP.id(), DATE, DATE, clock.instant())
                    .scores(Kpi.K1_1, Kpi.K1_2, Kpi.K1_3, Kpi.K1_4)
                    .forEach(out::println);
        }
    }

    /** A web counter: 40 visitors an hour since midnight. */
    private static String line(LocalDateTime boundary, int hours) {
        return boundary.toString().replace('T', ' ') + "," + 40 * hours + "\n";
    }

    /** What the ERP's scheduler calls after every boundary. */
    private void release(SlotReporting duty, LocalDate date) {
        duty.collectOrders(SHOP.id(), date, new Period(at(date, 0, 0), clock.instant()));
        Release release = duty.collectAndRelease(SHOP.id());
        out.println(release.slot() + " " + release.state() + " " + release.timeliness()
                + (release.missing().isEmpty() ? "" : " without " + release.missing()));
    }

    /** Two orders an hour, of which every second hour's first is the same buyer's. */
    private void sell(int hour) throws SQLException {
        order("A%02d".formatted(hour), DATE.atTime(hour, 10), "buyer-" + hour / 2, (100 + hour) + ".50");
        order("B%02d".formatted(hour), DATE.atTime(hour, 40), "guest-" + hour, "80.00");
    }

    private void happened(int hour) throws SQLException {
        if (hour == 12) {
            // A bank transfer of 09:55 was confirmed after eleven.
            order("L1", DATE.atTime(9, 55), "buyer-late", "300.00");
        }
        if (hour == 16) {
            try (PreparedStatement refund =
                    erp.prepareStatement("UPDATE order_items SET refunded = 25 WHERE order_no = 'A10'")) {
                refund.executeUpdate();
            }
        }
    }

    private void order(String number, LocalDateTime paidAt, String buyer, String amount) throws SQLException {
        try (PreparedStatement order = erp.prepareStatement("INSERT INTO orders VALUES (?, 'S1', ?, 'PAID', ?)");
                PreparedStatement line = erp.prepareStatement(
                        "INSERT INTO order_items VALUES (?, 1, 'mug', 1, CAST(? AS DECIMAL(12, 2)), 0)")) {
            order.setString(1, number);
            order.setObject(2, paidAt);
            order.setString(3, buyer);
            order.executeUpdate();
            line.setString(1, number);
            line.setString(2, amount);
            line.executeUpdate();
        }
    }

    private static Instant at(LocalDate date, int hour, int minute) {
        return date.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant();
    }

    /** The tables and the counter as one marketplace, as {@code storeops.json} would name it. */
    private Marketplace sources(Path files) {
        Adapters adapters = Adapters.discover(ErpTablesDayExample.class.getClassLoader());
        MarketplaceProvider several = adapters.marketplace("several");
        return several.create(
                AdapterConfig.of(several.name(), several.configKeys(), Map.of("parts", PARTS)),
                adapters.context(clock, StoreOps.tables(), files));
    }

    private static void write(Path file, CharSequence text) {
        try {
            Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
