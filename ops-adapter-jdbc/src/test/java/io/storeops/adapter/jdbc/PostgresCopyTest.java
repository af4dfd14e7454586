package io.storeops.adapter.jdbc;

import static io.storeops.adapter.jdbc.Thing.S1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.json.Json;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.Query;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresCopyTest {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\\N",
            "\\",
            "\\.",
            "a\tb",
            "a\nb",
            "a\r\nb",
            "\\t",
            "NULL",
            "\u0001\u007f",
            "店铺 🛒",
            "\"",
            "'",
            ",",
            "\u2028");

    private TestDatabase database;
    private Storage storage;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabase.on(TestServer.POSTGRESQL);
        storage = database.storage();
    }

    @AfterEach
    void close() throws SQLException {
        storage.close();
        database.close();
    }

    private static Thing thing(int i, LocalDate day, Instant at) {
        String text = TEXTS.get(i % TEXTS.size());
        return new Thing(
                S1,
                "T" + (1000 + i) + text,
                i % 2 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE,
                new BigDecimal(List.of("0", "0.00", "-1.50", "12345678901234567890.123456789")
                        .get(i % 4)),
                at,
                day,
                i % 3 == 0,
                Json.object(Map.of(text, Json.of(text))),
                i % 2 == 0 ? Optional.empty() : Optional.of(text),
                i % 5 == 0 ? Optional.empty() : Optional.of(new BigDecimal("1E-9").setScale(12)),
                i % 7 == 0 ? Optional.empty() : Optional.of(at));
    }

    private static List<Thing> things(LocalDate day, Instant at) {
        return IntStream.range(0, 500).mapToObj(i -> thing(i, day, at)).toList();
    }

    private List<Versioned<Thing>> stored() {
        return storage.select(Query.of(Thing.TABLE, S1).limit(10_000)).items();
    }

    @Test
    void everyValueComesBackAsItWas() {
        List<Thing> things =
                new ArrayList<>(things(LocalDate.of(2024, 2, 29), Instant.parse("9999-12-31T23:59:59.999999Z")));
        List<String> instants = List.of(
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.000001Z",
                "1970-01-01T00:00:00Z",
                "2024-06-16T01:02:03.100000Z",
                "2024-12-09T10:20:30.012345Z",
                "1582-10-10T00:00:00.000010Z");
        for (int i = 0; i < 300; i++) {
            Instant at = Instant.parse(instants.get(i % instants.size()));
            things.set(i, thing(i, at.atOffset(ZoneOffset.UTC).toLocalDate(), at));
        }
        storage.commit(Changes.of(S1, CommitId.of("c")).append(Thing.TABLE, things));
        assertEquals(things.stream().map(thing -> new Versioned<>(thing, 1)).toList(), stored());
    }

    @Test
    void everyDecimalComesBackWithItsDigitsAndItsScale() {
        List<Thing> things = new ArrayList<>();
        for (int digits : List.of(1, 3, 4, 5, 8, 14, 15, 16, 17, 18, 19, 20, 999, 1000)) {
            BigInteger least = BigInteger.TEN.pow(digits - 1);
            BigInteger most = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
            for (int scale : List.of(0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 999, 1000)) {
                for (BigInteger number : List.of(BigInteger.ZERO, least, most, least.negate(), most.negate())) {
                    things.add(priced("D" + (10_000 + things.size()), new BigDecimal(number, scale)));
                }
            }
        }
        storage.commit(Changes.of(S1, CommitId.of("c")).append(Thing.TABLE, things));
        assertEquals(things, stored().stream().map(Versioned::value).toList());
    }

    private static Thing priced(String id, BigDecimal price) {
        Thing like = thing(0, LocalDate.EPOCH, Instant.EPOCH);
        return new Thing(
                S1,
                id,
                1L,
                price,
                like.at(),
                like.day(),
                like.open(),
                like.detail(),
                like.note(),
                Optional.of(price),
                like.until());
    }

    @Test
    void valuesThatCopyWouldReadOtherwiseTakeTheWayOfStatements() {
        List<Thing> things = new ArrayList<>(things(LocalDate.of(2024, 2, 29), Instant.EPOCH));
        things.set(499, thing(499, LocalDate.of(0, 1, 1), Instant.parse("-0043-03-15T12:00:00Z")));
        storage.commit(Changes.of(S1, CommitId.of("c")).append(Thing.TABLE, things));
        assertEquals(things.get(499), stored().get(499).value());
    }

    @Test
    void aKeyThatExistsLeavesNothingBehindAndIsNamed() {
        List<Thing> things = things(LocalDate.EPOCH, Instant.EPOCH);
        storage.commit(Changes.of(S1, CommitId.of("c")).insert(Thing.TABLE, things.get(321)));
        Changes batch = Changes.of(S1, CommitId.of("d")).append(Thing.TABLE, things);

        StaleWriteException stale = assertThrows(StaleWriteException.class, () -> storage.commit(batch));

        assertEquals(Thing.key(things.get(321).id()), stale.key());
        assertEquals(1, stale.found());
        assertEquals(1, stored().size());
    }

    @Test
    void goesThroughAPoolAndNotWhereTheConnectionIsAnothers() throws SQLException {
        JdbcDataSource other = new JdbcDataSource();
        other.setURL("jdbc:h2:mem:");
        try (Connection pooled = database.source().getConnection();
                Connection h2 = other.getConnection()) {
            assertTrue(PostgresCopy.on(pooled) instanceof PostgresCopy);
            assertNull(PostgresCopy.on(h2));
        }
    }
}
