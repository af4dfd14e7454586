package io.storeops.enrolment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.authority.Assignment;
import io.storeops.authority.Bound;
import io.storeops.authority.Deputyship;
import io.storeops.authority.Role;
import io.storeops.catalog.CompetitorItem;
import io.storeops.catalog.Item;
import io.storeops.catalog.SalesTarget;
import io.storeops.catalog.Sku;
import io.storeops.catalog.Store;
import io.storeops.id.ActorId;
import io.storeops.id.ActorKind;
import io.storeops.position.Roster;
import io.storeops.storage.Key;
import io.storeops.storage.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the host says of a store before anybody can work in it: the store, what is watched, who works there, under which
 * roster and towards which targets. Enrolling again adds what is new and replaces what differs; nothing is removed. What is
 * replaced is replaced for the past too: a roster that changes gets a new effective date, a person or an item that leaves an end.
 *
 * @param store the store
 * @param items our items, copied
 * @param skus what of the items is stocked, priced and sold by itself, copied; an item that has none here is its only SKU
 * @param competitors the rivals' items that are watched, copied
 * @param assignments who holds which role, copied
 * @param deputies who stands in for whom, copied
 * @param targets the sales targets, copied
 * @param roster the roster
 */
public record Enrolment(
        Store store,
        List<Item> items,
        List<Sku> skus,
        List<CompetitorItem> competitors,
        List<Assignment> assignments,
        List<Deputyship> deputies,
        List<SalesTarget> targets,
        Roster roster) {
    /**
     * Begins an enrolment.
     *
     * @param store the store
     * @param from the first date, in the store's zone, of all items and roles that are named without one
     * @return a builder without items, people and roster
     */
    public static Builder builder(Store store, LocalDate from) {
        return new Builder(store, from);
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the roster is another store's, somebody has a role that the roster does not know,
     *     somebody is a person and a service, or something is named twice
     */
    public Enrolment {
        requireNonNull(store, "store");
        items = ImmutableList.copyOf(items);
        skus = ImmutableList.copyOf(skus);
        competitors = ImmutableList.copyOf(competitors);
        assignments = ImmutableList.copyOf(assignments);
        deputies = ImmutableList.copyOf(deputies);
        targets = ImmutableList.copyOf(targets);
        if (!roster.store().equals(store.id())) {
            throw new IllegalArgumentException(
                    "The roster is of store " + roster.store() + ", the enrolment of " + store.id());
        }
        assignments.forEach(post -> requireRole(post.role(), post.actor(), roster));
        deputies.forEach(post -> requireRole(post.role(), post.deputy(), roster));
        Kinds.check(assignments, deputies);
        once(Item.TABLE, items);
        once(Sku.TABLE, skus);
        once(CompetitorItem.TABLE, competitors);
        once(Assignment.TABLE, assignments);
        once(Deputyship.TABLE, deputies);
        once(SalesTarget.TABLE, targets);
    }

    /**
     * An enrolment in which every item is its only SKU.
     *
     * @param store the store
     * @param items our items
     * @param competitors the rivals' items that are watched
     * @param assignments who holds which role
     * @param deputies who stands in for whom
     * @param targets the sales targets
     * @param roster the roster
     * @throws IllegalArgumentException as the whole constructor does
     */
    public Enrolment(
            Store store,
            List<Item> items,
            List<CompetitorItem> competitors,
            List<Assignment> assignments,
            List<Deputyship> deputies,
            List<SalesTarget> targets,
            Roster roster) {
        this(store, items, List.of(), competitors, assignments, deputies, targets, roster);
    }

    private static void requireRole(Role role, ActorId holder, Roster roster) {
        if (!roster.roles().containsKey(role)) {
            throw new IllegalArgumentException(
                    "The roster of store " + roster.store() + " has no role " + role + ", which " + holder
                            + " is to have; roles: " + roster.roles().keySet());
        }
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

    /** Collects an enrolment. Not thread-safe. */
    public static final class Builder {
        private final Store store;
        private final LocalDate from;
        private final List<Item> items = new ArrayList<>();
        private final List<Sku> skus = new ArrayList<>();
        private final List<CompetitorItem> competitors = new ArrayList<>();
        private final List<Assignment> assignments = new ArrayList<>();
        private final List<Deputyship> deputies = new ArrayList<>();
        private final List<SalesTarget> targets = new ArrayList<>();
        private @Nullable Roster roster;

        private Builder(Store store, LocalDate from) {
            this.store = requireNonNull(store, "store");
            this.from = requireNonNull(from, "from");
        }

        /**
         * Adds an item of ours, from the first date on.
         *
         * @param id the id on the marketplace, as text
         * @param title what the marketplace shows as its title
         * @return this builder
         * @throws IllegalArgumentException if the id breaks the rule of {@link io.storeops.id.IdText}, or the title is blank
         */
        public Builder item(String id, String title) {
            return item(new Item(store.id(), id, Optional.of(title), from, Optional.empty()));
        }

        /**
         * Adds an item of ours.
         *
         * @param item the item
         * @return this builder
         */
        public Builder item(Item item) {
            items.add(requireNonNull(item, "item"));
            return this;
        }

        /**
         * Adds what of an item is stocked, priced and sold by itself; {@link Sku#of} begins one.
         *
         * @param sku the SKU
         * @return this builder
         */
        public Builder sku(Sku sku) {
            skus.add(requireNonNull(sku, "sku"));
            return this;
        }

        /**
         * Adds a rival's item to watch, from the first date on.
         *
         * @param id the id on the marketplace, as text
         * @param title what the marketplace shows as its title
         * @return this builder
         * @throws IllegalArgumentException if the id breaks the rule of {@link io.storeops.id.IdText}, or the title is blank
         */
        public Builder competitor(String id, String title) {
            return competitor(new CompetitorItem(store.id(), id, Optional.of(title), from, Optional.empty()));
        }

        /**
         * Adds a rival's item to watch.
         *
         * @param competitor the item
         * @return this builder
         */
        public Builder competitor(CompetitorItem competitor) {
            competitors.add(requireNonNull(competitor, "competitor"));
            return this;
        }

        /**
         * Gives somebody a role, from the first date on.
         *
         * @param actor the person, as in {@code li}
         * @param role a role of the roster, as in OPERATOR
         * @return this builder
         * @throws IllegalArgumentException if a name breaks the rule of {@link io.storeops.id.IdText}
         */
        public Builder person(String actor, Role role) {
            return add(actor, ActorKind.PERSON, role);
        }

        /**
         * Gives a service account, for jobs of the host, a role from the first date on (D82).
         *
         * @param actor the account, as in {@code erp-job}
         * @param role a role of the roster, as in OPERATOR
         * @return this builder
         * @throws IllegalArgumentException if a name breaks the rule of {@link io.storeops.id.IdText}
         */
        public Builder service(String actor, Role role) {
            return add(actor, ActorKind.SERVICE, role);
        }

        private Builder add(String actor, ActorKind kind, Role role) {
            return person(new Assignment(
                    store.id(), ActorId.of(actor), kind, role, Bound.on(from), Optional.empty(), Optional.empty()));
        }

        /**
         * Gives somebody a role, a person or a service as the assignment says.
         *
         * @param assignment who has which role when
         * @return this builder
         */
        public Builder person(Assignment assignment) {
            assignments.add(requireNonNull(assignment, "assignment"));
            return this;
        }

        /**
         * Lets somebody stand in for somebody else.
         *
         * @param deputyship who stands in for whom when
         * @return this builder
         */
        public Builder deputy(Deputyship deputyship) {
            deputies.add(requireNonNull(deputyship, "deputyship"));
            return this;
        }

        /**
         * Sets the amount to reach in a period.
         *
         * @param first the first date in the store's zone
         * @param last the last date, included
         * @param amountMinor the amount in minor units of the store's currency, 0 or more
         * @return this builder
         * @throws IllegalArgumentException if the period ends before it begins or the amount is negative
         */
        public Builder target(LocalDate first, LocalDate last, long amountMinor) {
            targets.add(new SalesTarget(store.id(), first, last, amountMinor));
            return this;
        }

        /**
         * Sets the roster. Required.
         *
         * @param value the roster
         * @return this builder
         */
        public Builder roster(Roster value) {
            roster = requireNonNull(value, "roster");
            return this;
        }

        /**
         * The enrolment.
         *
         * @return what was collected
         * @throws IllegalStateException if the roster is missing
         * @throws IllegalArgumentException if the roster is another store's, somebody has a role that the roster does not know,
         *     somebody is a person and a service, or something is named twice
         */
        public Enrolment build() {
            if (roster == null) {
                throw new IllegalStateException(
                        "The enrolment of store " + store.id() + " needs a roster; call .roster(...) before build()");
            }
            return new Enrolment(store, items, skus, competitors, assignments, deputies, targets, roster);
        }
    }
}
