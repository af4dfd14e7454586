package io.storeops.reporting;

import io.storeops.act.Scene;
import io.storeops.calendar.BusinessDay;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.position.Roster;
import io.storeops.publishing.Delivery;
import io.storeops.storage.Query;
import io.storeops.storage.StoreView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads day books. */
final class DayBooks {
    private DayBooks() {}

    /** Loads a date's book under the roster that was in force on the date (R2). */
    static DayBook load(Scene scene, LocalDate date) {
        StoreView rows = scene.rows();
        Roster roster = scene.rosterOn(date);
        Roster nextRoster = scene.rosterOn(date.plusDays(1));
        List<ReleaseEntry> entries = new ArrayList<>(
                rows.all(Query.of(ReleaseEntry.TABLE, rows.store()).where(date)));
        entries.addAll(rows.all(Query.of(ReleaseEntry.TABLE, rows.store()).where(date.plusDays(1), 1L)));
        Map<String, Delivery> deliveries = new HashMap<>();
        for (ReleaseEntry entry : entries) {
            rows.find(Delivery.TABLE, Delivery.key(rows.store(), entry.messageId()))
                    .ifPresent(delivery -> deliveries.put(entry.messageId(), delivery.value()));
        }
        BusinessDay next =
                nextRoster.slotPlan().day(date.plusDays(1), scene.store().zone());
        return new DayBook(
                roster.slotPlan().day(date, scene.store().zone()),
                next,
                scene.now(),
                Instant.MAX,
                required(rows, date),
                rows.all(Query.of(ReadingVersion.TABLE, rows.store()).where(date)),
                entries,
                deliveries);
    }

    private static List<Subject> required(StoreView rows, LocalDate date) {
        List<Subject> required = new ArrayList<>(List.of(Subject.ofStore(rows.store())));
        for (Item item : rows.all(Query.of(Item.TABLE, rows.store()))) {
            if (item.activeOn(date)) {
                required.add(Subject.ofItem(item.id()));
            }
        }
        for (CompetitorItem item : rows.all(Query.of(CompetitorItem.TABLE, rows.store()))) {
            if (item.activeOn(date)) {
                required.add(Subject.ofCompetitor(item.id()));
            }
        }
        return required;
    }
}
