package io.storeops.reporting;

import io.storeops.act.Scene;
import io.storeops.calendar.BusinessDay;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.id.StoreId;
import io.storeops.position.Roster;
import io.storeops.position.Rosters;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.Scan;
import io.storeops.storage.Storage;
import io.storeops.storage.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads day books. */
final class DayBooks {
    private final Storage storage;
    private final Rosters rosters;

    DayBooks(Storage storage) {
        this.storage = storage;
        this.rosters = new Rosters(storage);
    }

    /** The guard of a date; to be read before its book. */
    DataDay.Guard guard(Scene scene, LocalDate date) {
        return DataDay.Guard.read(storage, scene.store().id(), date);
    }

    /** Loads a date's book under the roster that was in force on the date (R2). */
    DayBook load(Scene scene, LocalDate date) {
        StoreId store = scene.store().id();
        Roster roster = rosterOn(scene, date);
        Roster nextRoster = rosterOn(scene, date.plusDays(1));
        List<ReleaseEntry> entries =
                new ArrayList<>(all(Query.of(ReleaseEntry.TABLE, store).where(date)));
        entries.addAll(all(Query.of(ReleaseEntry.TABLE, store).where(date.plusDays(1), 1L)));
        Map<String, Delivery> deliveries = new HashMap<>();
        for (ReleaseEntry entry : entries) {
            storage.find(Delivery.TABLE, Delivery.key(store, entry.messageId()))
                    .ifPresent(delivery -> deliveries.put(entry.messageId(), delivery.value()));
        }
        BusinessDay next =
                nextRoster.slotPlan().day(date.plusDays(1), scene.store().zone());
        return new DayBook(
                roster.slotPlan().day(date, scene.store().zone()),
                next,
                scene.now(),
                Instant.MAX,
                required(store, date),
                all(Query.of(ReadingVersion.TABLE, store).where(date)),
                entries,
                deliveries);
    }

    /** The roster in force on a date; before the first roster of all, the scene's. */
    private Roster rosterOn(Scene scene, LocalDate date) {
        return rosters.findInForce(scene.store().id(), date).orElse(scene.roster());
    }

    private List<Subject> required(StoreId store, LocalDate date) {
        List<Subject> required = new ArrayList<>(List.of(Subject.ofStore(store)));
        for (Item item : all(Query.of(Item.TABLE, store))) {
            if (item.activeOn(date)) {
                required.add(Subject.ofItem(item.id()));
            }
        }
        for (CompetitorItem item : all(Query.of(CompetitorItem.TABLE, store))) {
            if (item.activeOn(date)) {
                required.add(Subject.ofCompetitor(item.id()));
            }
        }
        return required;
    }

    private <R> List<R> all(Query<R> query) {
        List<R> found = new ArrayList<>();
        try (Scan<Versioned<R>> scan = storage.scan(query)) {
            scan.forEachRemaining(row -> found.add(row.value()));
        }
        return found;
    }
}
