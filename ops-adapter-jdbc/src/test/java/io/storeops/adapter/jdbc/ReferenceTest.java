package io.storeops.adapter.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Changes;
import io.storeops.storage.CommitId;
import io.storeops.storage.DuplicateCommitException;
import io.storeops.storage.Key;
import io.storeops.storage.MemoryStorage;
import io.storeops.storage.Page;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.StaleWriteException;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The law of every storage: it answers as the in-memory one does. */
class ReferenceTest {
    private static final List<StoreId> STORES = List.of(StoreId.of("S1"), StoreId.of("店-2"));
    private static final List<String> IDS = List.of("a", "B", "b", "ａ", "é", "中", "a b", "a'; --");
    private static final List<String> PRICES = List.of("0", "0.00", "1.5", "1.50", "-3", "1E-3", "1000", "0.000001");
    private static final List<String> INSTANTS = List.of(
            "1969-12-31T23:59:59.999999Z",
            "2026-03-29T01:30:00Z",
            "2026-10-25T01:30:00.000001Z",
            "9999-12-31T23:59:59Z");

    @Property(tries = 40)
    void answersAsTheInMemoryStorage(@ForAll Random random) throws SQLException {
        compare(random, TestServer.H2);
    }

    @Property(tries = 6)
    void answersAsTheInMemoryStorageOnServers(@ForAll Random random) throws SQLException {
        for (TestServer server : TestServer.servers().toList()) {
            compare(random, server);
        }
    }

    private static void compare(Random random, TestServer server) throws SQLException {
        try (TestDatabase database = TestDatabase.on(server);
                Storage storage = database.storage();
                Storage reference = MemoryStorage.empty(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))) {
            for (int commit = 0; commit < 30; commit++) {
                Changes changes = changes(random);
                assertEquals(outcome(reference, changes), outcome(storage, changes));
            }
            for (int question = 0; question < 40; question++) {
                Query<Thing> query = query(random);
                assertEquals(pages(reference, query), pages(storage, query));
                assertEquals(scanned(reference, query), scanned(storage, query));
                Key key = Key.of(query.store(), one(random, IDS));
                assertEquals(reference.find(Thing.TABLE, key), storage.find(Thing.TABLE, key));
            }
            assertEquals(reference.stores(Optional.empty()), storage.stores(Optional.empty()));
        }
    }

    private static Changes changes(Random random) {
        StoreId store = one(random, STORES);
        Changes changes = Changes.of(store, CommitId.of("c" + random.nextInt(40)));
        for (int i = random.nextInt(6); i > 0; i--) {
            Thing thing = thing(store, random);
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> changes.insert(Thing.TABLE, thing);
                case 3 -> changes.replace(Thing.TABLE, thing, 1L + random.nextInt(3));
                case 4 -> changes.unchanged(Thing.TABLE, Key.of(store, thing.id()), random.nextInt(3));
                default -> changes.link(Thing.Line.TABLE, last -> Thing.Line.after(store, last, thing.id()));
            }
        }
        return changes;
    }

    private static Thing thing(StoreId store, Random random) {
        return new Thing(
                store,
                one(random, IDS),
                random.nextLong(),
                new BigDecimal(one(random, PRICES)),
                Instant.parse(one(random, INSTANTS)),
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(3)),
                random.nextBoolean(),
                Json.object(
                        Map.of("键", Json.array(List.of(Json.of(random.nextInt()), Json.ofNull(), Json.of("\"\\\n"))))),
                random.nextBoolean() ? Optional.of("😀 \r\n 'quoted' %_\\") : Optional.empty(),
                random.nextBoolean() ? Optional.of(new BigDecimal(one(random, PRICES))) : Optional.empty(),
                random.nextBoolean() ? Optional.of(Instant.parse(one(random, INSTANTS))) : Optional.empty());
    }

    private static Query<Thing> query(Random random) {
        StoreId store = one(random, STORES);
        Query<Thing> query = switch (random.nextInt(5)) {
            case 0 -> Query.of(Thing.TABLE, store).from(one(random, IDS));
            case 1 -> Query.of(Thing.TABLE, store, "by_day").where(LocalDate.of(2026, 1, 2));
            case 2 ->
                Query.of(Thing.TABLE, store, "by_state")
                        .where(random.nextBoolean())
                        .from(Instant.parse(one(random, INSTANTS)))
                        .to(Instant.parse(one(random, INSTANTS)));
            case 3 -> Query.of(Thing.TABLE, store, "by_price").to(new BigDecimal(one(random, PRICES)));
            default -> Query.of(Thing.TABLE, store, one(random, List.of("key", "by_day", "by_state", "by_price")));
        };
        return (random.nextBoolean() ? query.descendingOrder() : query).limit(1 + random.nextInt(4));
    }

    private static String outcome(Storage storage, Changes changes) {
        try {
            return "number " + storage.commit(changes).number();
        } catch (DuplicateCommitException e) {
            return "duplicate of " + e.first().number();
        } catch (StaleWriteException e) {
            return e.getMessage();
        }
    }

    private static List<Page<Versioned<Thing>>> pages(Storage storage, Query<Thing> query) {
        List<Page<Versioned<Thing>>> pages = new ArrayList<>();
        Page<Versioned<Thing>> page = storage.select(query);
        pages.add(page);
        while (page.next().isPresent()) {
            page = storage.select(query.after(page.next().get()));
            pages.add(page);
            assertTrue(pages.size() < 100, "pages without end");
        }
        return pages;
    }

    private static List<Versioned<Thing>> scanned(Storage storage, Query<Thing> query) {
        List<Versioned<Thing>> found = new ArrayList<>();
        try (Scan<Versioned<Thing>> scan = storage.scan(query)) {
            scan.forEachRemaining(found::add);
        }
        return found;
    }

    private static <T> T one(Random random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
