package io.storeops.examples.bench;

import io.storeops.Desk;
import io.storeops.StoreOps;
import io.storeops.adapter.jdbc.JdbcStorage;
import io.storeops.authority.Assignment;
import io.storeops.authority.Role;
import io.storeops.calendar.SettableClock;
import io.storeops.calendar.SlotId;
import io.storeops.catalog.Item;
import io.storeops.catalog.Store;
import io.storeops.enrolment.Enrolment;
import io.storeops.evidence.EvidenceKind;
import io.storeops.evidence.Target;
import io.storeops.examples.copy.StorageCopy;
import io.storeops.figures.Figures;
import io.storeops.figures.Quality;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import io.storeops.figures.Subject;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.inspection.RuleKey;
import io.storeops.maintenance.AnomalyResult;
import io.storeops.maintenance.Feedback;
import io.storeops.maintenance.Report;
import io.storeops.publishing.Channel;
import io.storeops.publishing.SendResult;
import io.storeops.reporting.Gaps;
import io.storeops.scorecard.Scorecard;
import io.storeops.spi.DefaultRoster;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Storage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store of which one operator had a quarter of 13 weeks: 14 slots of a store and its items each day, 13 releases, and anomalies that were
 * found, proven, put before the manager, decided and closed. Made through the public API in memory and copied to a database.
 */
final class Quarter {
    static final LocalDate FROM = LocalDate.of(2024, 4, 1);
    static final LocalDate TO = FROM.plusDays(90);
    static final StoreId STORE = StoreId.of("S0");

    private static final ActorId MANAGER = ActorId.of("mgr-1");
    private static final int SLOTS = 13;
    private static final List<RuleKey> RULES =
            Stream.of("REFUND_RATE", "INFORMATION", "REVIEWS").map(RuleKey::of).toList();

    /** What a scorecard of a person looks at: the tables, and which of their rows. */
    private static final List<String> ROWS = List.of(
            "storeops_data_day where store_id = ? and data_date between '" + FROM + "' and '" + TO + "'",
            "storeops_reading where store_id = ? and data_date between '" + FROM + "' and '" + TO + "'",
            "storeops_release where store_id = ? and data_date between '" + FROM + "' and '" + TO.plusDays(1) + "'",
            "storeops_delivery where store_id = ? and message_id >= 'release/' and message_id < 'release0'",
            "storeops_anomaly where store_id = ?",
            "storeops_anomaly_episode where store_id = ?",
            "storeops_evidence where store_id = ? and target >= 'anomaly/' and target < 'anomaly0'");

    private final int items;
    private final int anomalies;

    Quarter(int items, int anomalies) {
        this.items = items;
        this.anomalies = anomalies;
    }

    /** The library on a database, at the end of the quarter. */
    static StoreOps open(Storage storage) {
        return library(storage, SettableClock.at(at(TO.plusDays(3), 12, 0)));
    }

    static Scorecard scorecard(StoreOps ops) {
        return ops.deskOf(Chain.OPERATOR).scorecards().of(STORE, Chain.OPERATOR, FROM, TO, at(TO.plusDays(3), 12, 0));
    }

    /** Makes it and copies it. */
    void make(DataSource database) {
        StoreId store = STORE;
        SettableClock clock = SettableClock.at(at(FROM, 0, 0));
        Storage memory = MemoryStorage.empty(clock);
        try (StoreOps ops = library(memory, clock)) {
            ops.enrol(enrolment(store));
            for (int day = 0; day <= 90; day++) {
                live(ops, store, clock, FROM.plusDays(day));
            }
            try (Storage target = JdbcStorage.on(database, StoreOps.tables())) {
                new StorageCopy(memory, target, StoreOps.tables(), Long.MAX_VALUE, line -> {}).run();
            }
        }
    }

    private static StoreOps library(Storage storage, SettableClock clock) {
        Channel accepts = message -> new SendResult.Accepted(message.id(), clock.instant());
        StoreOps.Builder builder = StoreOps.builder().storage(storage).clock(clock);
        Stream.of("DATA_GROUP", "WORK_GROUP", "OA", "MAIL").forEach(channel -> builder.channel(channel, accepts));
        return builder.build();
    }

    private Enrolment enrolment(StoreId store) {
        return new Enrolment(
                new Store(store, "bench", ZoneOffset.UTC, Currency.getInstance("CNY")),
                IntStream.range(0, items)
                        .mapToObj(item -> new Item(store, "I" + item, FROM, Optional.empty()))
                        .toList(),
                List.of(),
                List.of(works(store, Chain.OPERATOR, Role.OPERATOR), works(store, MANAGER, Role.STORE_MANAGER)),
                List.of(),
                List.of(),
                DefaultRoster.of(store, FROM));
    }

    private static Assignment works(StoreId store, ActorId actor, Role role) {
        return new Assignment(store, actor, role, FROM, Optional.empty(), Optional.empty());
    }

    private static Instant at(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    private void live(StoreOps ops, StoreId store, SettableClock clock, LocalDate date) {
        Desk operator = ops.deskOf(Chain.OPERATOR);
        int first = (int) (date.toEpochDay() - FROM.toEpochDay()) * anomalies / 91;
        int next = (int) (date.toEpochDay() + 1 - FROM.toEpochDay()) * anomalies / 91;
        for (int slot = 1; slot <= SLOTS; slot++) {
            clock.set(at(date, 8 + slot, 5));
            if (slot == 1 && date.isAfter(FROM)) {
                operator.reporting().record(store, readings(store, SlotId.of(date.minusDays(1), SLOTS + 1)));
            }
            operator.reporting().record(store, readings(store, SlotId.of(date, slot)));
            operator.reporting().release(store, SlotId.of(date, slot), Gaps.CONFIRM);
            for (int i = first + (slot - 1) * (next - first) / SLOTS; i < first + slot * (next - first) / SLOTS; i++) {
                anomaly(ops, store, clock, i);
            }
        }
    }

    private List<Reading> readings(StoreId store, SlotId slot) {
        List<Reading> readings = new ArrayList<>();
        readings.add(reading(Subject.ofStore(store), slot));
        IntStream.range(0, items).forEach(item -> readings.add(reading(Subject.ofItem("I" + item), slot)));
        return readings;
    }

    private static Reading reading(Subject subject, SlotId slot) {
        int number = slot.number();
        return new Reading(
                subject,
                slot,
                number > SLOTS ? at(slot.date().plusDays(1), 0, 0) : at(slot.date(), 8 + number, 0),
                Figures.of(number * 1000L, number * 10L, number),
                Semantics.CUMULATIVE_DAY,
                Quality.ACTUAL,
                "bench",
                Optional.empty());
    }

    private static void anomaly(StoreOps ops, StoreId store, SettableClock clock, int number) {
        Desk operator = ops.deskOf(Chain.OPERATOR);
        Desk manager = ops.deskOf(MANAGER);
        String id = "A" + number;
        RuleKey rule = RULES.get(number % RULES.size());
        operator.maintenance().report(store, Report.of(id, rule, "P" + number, "9", "8", clock.instant()));
        operator.archive()
                .attach(
                        store,
                        Target.of("anomaly", id),
                        EvidenceKind.parse("SCREENSHOT"),
                        clock.instant(),
                        "shots/" + id + ".png");
        clock.advance(Duration.ofSeconds(number % 20));
        operator.maintenance().escalate(store, id, MANAGER, "look into it");
        manager.maintenance().giveFeedback(store, id, Feedback.Decision.of("HOLD", "as it is for now"));
        operator.maintenance().close(store, id, AnomalyResult.HOLD);
    }

    /** The same rows by hand: every cell of each, as the driver gives it. */
    static List<List<@Nullable Object[]>> rows(DataSource database) throws SQLException {
        List<List<@Nullable Object[]>> tables = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String rows : ROWS) {
                try (PreparedStatement statement = connection.prepareStatement("select * from " + rows)) {
                    statement.setString(1, STORE.value());
                    try (ResultSet result = statement.executeQuery()) {
                        tables.add(rows(result));
                    }
                }
            }
        }
        return tables;
    }

    private static List<@Nullable Object[]> rows(ResultSet result) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
            @Nullable Object[] cells = new Object[columns];
            for (int column = 0; column < columns; column++) {
                cells[column] = result.getObject(column + 1);
            }
            rows.add(cells);
        }
        return rows;
    }
}
