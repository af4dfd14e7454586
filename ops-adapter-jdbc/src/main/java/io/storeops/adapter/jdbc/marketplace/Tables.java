package io.storeops.adapter.jdbc.marketplace;

import io.storeops.catalog.Store;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables of one ERP, opened: every statement was looked at. Immutable, and thread-safe.
 *
 * @param source the configuration
 * @param database where the tables are
 * @param prepared the statements by their feeds
 * @param given the values of the store's own parameters
 * @param clock the time at which is read
 */
record Tables(
        Source source, ErpDatabase database, Map<Feed, Prepared> prepared, Map<String, Object> given, Clock clock) {
    Tables {
        prepared = Map.copyOf(prepared);
        given = Map.copyOf(given);
    }

    /** The statement of a feed that the configuration has. */
    Prepared prepared(Feed feed) {
        Prepared of = prepared.get(feed);
        if (of == null) {
            throw new IllegalStateException("The statement of " + feed.member() + " was not prepared");
        }
        return of;
    }

    /** What a problem of a feed says where it comes from. */
    String name(Feed feed) {
        return source.name() + " " + feed.member();
    }

    LocalTimes times() {
        return new LocalTimes(source.zone());
    }

    /** The parameters of a store, with the store's own. */
    Map<String, Object> values(Store store) {
        if (source.currency()
                .filter(currency -> !currency.equals(store.currency()))
                .isPresent()) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    source.name() + " reads amounts of " + source.currency().get() + ", but store " + store.id()
                            + " has " + store.currency() + ". Use a configuration of the store's currency");
        }
        Map<String, Object> values = new HashMap<>(given);
        values.put(Feed.STORE, store.id().value());
        return values;
    }

    /** The parameters of a store and a period. */
    Map<String, Object> values(Store store, Instant from, Instant to) {
        Map<String, Object> values = values(store);
        values.put(Feed.FROM, from);
        values.put(Feed.TO, to);
        values.put(Feed.LOCAL_FROM, local(from));
        values.put(Feed.LOCAL_TO, local(to));
        return values;
    }

    /** The parameters of a store at an instant. */
    Map<String, Object> values(Store store, Instant now) {
        Map<String, Object> values = values(store);
        values.put(Feed.NOW, now);
        values.put(Feed.LOCAL_NOW, local(now));
        return values;
    }

    private LocalDateTime local(Instant instant) {
        ZoneId zone = source.zone().orElse(ZoneOffset.UTC);
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** Refuses to go on after the only page of a feed. */
    void requireFirst(Feed feed, Optional<FeedCursor> after) {
        if (after.isPresent()) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    name(feed) + " have one page, and none after '"
                            + after.get().text() + "'. Begin with the first page");
        }
    }

    /**
     * Reads all rows of a feed that has few, as one page.
     *
     * @param after of which page the next is asked for; there is none
     */
    <T> FeedPage<T> all(
            Feed feed, Store store, Map<String, Object> values, RowReader<T> reader, Optional<FeedCursor> after) {
        requireFirst(feed, after);
        Instant began = clock.instant();
        List<T> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        try (OpenResult open = database.run(feed, prepared(feed).select(), values)) {
            Row row = new Row(open.result(), times(), store);
            for (long number = 1; open.next(); number++) {
                try {
                    reader.read(row, rows);
                } catch (Rejected e) {
                    problems.add(Problems.of(name(feed), number, e, reader, row));
                }
            }
        }
        return new FeedPage<>(rows, problems, Optional.empty(), Optional.of(began), Coverage.UNKNOWN);
    }
}
