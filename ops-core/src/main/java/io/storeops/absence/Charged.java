package io.storeops.absence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a KPI counts, each thing with whether it is good and whom it is charged to: the KPI of the store, of a person (D65), and without
 * what is excused (D66). Immutable.
 *
 * @param items everything that counts, copied
 * @param charges who was absent
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record Charged(List<Item> items, Charges charges) {
    /**
     * One thing that counts.
     *
     * @param good whether it counts in n, not in d alone
     * @param explained whether something beside an absence excuses it, as an outage does
     * @param charged whom it is charged to, copied
     * @param due when it was due
     */
    public record Item(boolean good, boolean explained, List<ActorId> charged, Instant due) {
        /** Copies the people. */
        public Item {
            charged = ImmutableList.copyOf(charged);
            requireNonNull(due, "due");
        }

        /**
         * One thing that nothing but an absence excuses.
         *
         * @param good whether it counts in n
         * @param charged whom it is charged to
         * @param due when it was due
         * @return the item
         */
        public static Item of(boolean good, List<ActorId> charged, Instant due) {
            return new Item(good, false, charged, due);
        }
    }

    /** Copies the items. */
    public Charged {
        items = ImmutableList.copyOf(items);
        requireNonNull(charges, "charges");
    }

    /**
     * The KPI of the store.
     *
     * @return good / all
     */
    public Ratio raw() {
        return ratio(item -> true);
    }

    /**
     * The KPI of the store without what is excused.
     *
     * @return good / all but what is not good and is explained, or was due while everybody was absent to whom it is charged
     */
    public Ratio excused() {
        return ratio(item -> item.good() || !(item.explained() || charges.excused(item.charged(), item.due())));
    }

    /**
     * The KPI of a person.
     *
     * @param person the person
     * @return the same of what is charged to the person
     */
    public Ratio of(ActorId person) {
        return ratio(item -> item.charged().contains(person));
    }

    /**
     * The KPI of a person without what was due in an absence.
     *
     * @param person the person
     * @return the same of what is charged to the person, but for what is not good and was due while the person was absent
     */
    public Ratio excusedOf(ActorId person) {
        return ratio(item -> item.charged().contains(person) && (item.good() || !charges.absent(person, item.due())));
    }

    private Ratio ratio(Predicate<Item> counted) {
        List<Item> those = items.stream().filter(counted).toList();
        return Ratio.of(those.stream().filter(Item::good).count(), those.size());
    }
}
