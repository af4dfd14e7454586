package io.storeops.adapter.csv.storage;

import io.storeops.authority.Assignment;
import io.storeops.authority.Deputyship;
import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.id.StoreId;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of a folder's stores at an instant: whoever holds a role there, or stands in for somebody. */
final class Staff {
    private final Content content;
    private final Instant at;

    Staff(Content content, Instant at) {
        this.content = content;
        this.at = at;
    }

    /** Why somebody cannot answer for edits in a store; empty if they can. */
    Optional<String> whyNot(ActorId person, StoreId store) {
        Optional<ZoneId> zone = rows(Store.TABLE, store).map(Store::zone).findFirst();
        if (zone.isEmpty()) {
            return Optional.of(
                    "The store " + store + " is not enrolled, so nobody works there who could answer for it");
        }
        if (rows(Assignment.TABLE, store)
                .anyMatch(post -> post.actor().equals(person) && post.kind() == ActorKind.SERVICE)) {
            return Optional.of(person + " is a service account of the store " + store
                    + ", and a person answers for what was edited");
        }
        boolean works = rows(Assignment.TABLE, store)
                        .anyMatch(post -> post.actor().equals(person) && post.holds(at, zone.get()))
                || rows(Deputyship.TABLE, store)
                        .anyMatch(post -> post.deputy().equals(person) && post.holds(at, zone.get()));
        return works
                ? Optional.empty()
                : Optional.of(person + " holds no role in the store " + store + " at " + at
                        + ", so they cannot answer for what was edited there");
    }

    private <R> Stream<R> rows(Table<R> table, StoreId store) {
        return content.mutable().stream()
                .filter(file -> file.table() == table)
                .flatMap(file -> content.rows(file).stream())
                .filter(row -> row.row().store().equals(store))
                .map(row -> table.read(row.row()));
    }
}
