package io.storeops.enrolment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.authority.Assignment;
import io.storeops.authority.Deputyship;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Store;
import io.storeops.position.Roster;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the host says of a store before anybody can work in it: the store, what is watched, who works there, under which
 * roster and towards which targets. Enrolling again adds what is new and replaces what differs; nothing is removed. What is
 * replaced is replaced for the past too: a roster that changes gets a new effective date, a person or an item that leaves an end.
 *
 * @param store the store
 * @param items our items, copied
 * @param competitors the rivals' items that are watched, copied
 * @param assignments who holds which role, copied
 * @param deputies who stands in for whom, copied
 * @param targets the sales targets, copied
 * @param roster the roster
 */
public record Enrolment(
        Store store,
        List<Item> items,
        List<CompetitorItem> competitors,
        List<Assignment> assignments,
        List<Deputyship> deputies,
        List<SalesTarget> targets,
        Roster roster) {
    /**
     * An enrolment in which nobody stands in for anybody.
     *
     * @param store the store
     * @param items our items
     * @param competitors the rivals' items that are watched
     * @param assignments who holds which role
     * @param targets the sales targets
     * @param roster the roster
     * @throws IllegalArgumentException if the roster is another store's, or something is named twice
     */
    public Enrolment(
            Store store,
            List<Item> items,
            List<CompetitorItem> competitors,
            List<Assignment> assignments,
            List<SalesTarget> targets,
            Roster roster) {
        this(store, items, competitors, assignments, List.of(), targets, roster);
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the roster is another store's, or something is named twice
     */
    public Enrolment {
        requireNonNull(store, "store");
        items = ImmutableList.copyOf(items);
        competitors = ImmutableList.copyOf(competitors);
        assignments = ImmutableList.copyOf(assignments);
        deputies = ImmutableList.copyOf(deputies);
        targets = ImmutableList.copyOf(targets);
        if (!roster.store().equals(store.id())) {
            throw new IllegalArgumentException(
                    "The roster is of store " + roster.store() + ", the enrolment of " + store.id());
        }
        once(Item.TABLE, items);
        once(CompetitorItem.TABLE, competitors);
        once(Assignment.TABLE, assignments);
        once(Deputyship.TABLE, deputies);
        once(SalesTarget.TABLE, targets);
    }

    private static <R> void once(Table<R> table, List<R> records) {
        Set<Key> keys = new HashSet<>();
        for (R each : records) {
            Key key = table.keyOf(table.write(each));
            if (!keys.add(key)) {
                throw new IllegalArgumentException("The enrolment names " + table.name() + " " + key + " twice");
            }
        }
    }
}
