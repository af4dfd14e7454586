package io.storeops.absence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a KPI counts, each thing with the record that it is, whether it is good, whom it is charged to and how each of them is judged: the
 * KPI of the store, of a person (D65), and without what is excused (D66). Immutable.
 *
 * @param items everything that counts, copied
 * @param charges who was absent
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record Charged(List<Item> items, Charges charges) {
    /**
     * One thing that counts.
     *
     * @param target the record that it is, for whoever asks what a KPI counted (R90)
     * @param good whether it counts in n, not in d alone
     * @param explained whether something beside an absence excuses it, as an outage does
     * @param shares whom it is charged to, and how each of them is judged, each person once, copied
     * @param due when it was due, for the period that it belongs to
     */
    public record Item(Target target, boolean good, boolean explained, List<Share> shares, Instant due) {
        /**
         * Copies the shares.
         *
         * @throws IllegalArgumentException if a person has two shares
         */
        public Item {
            requireNonNull(target, "target");
            shares = ImmutableList.copyOf(shares);
            requireNonNull(due, "due");
            if (shares.stream().map(Share::person).distinct().count() < shares.size()) {
                throw new IllegalArgumentException(target + " is charged to each person once, not to " + shares);
            }
        }

        /**
         * One thing that nothing but an absence excuses, and that everybody is judged by alike.
         *
         * @param target the record that it is
         * @param good whether it counts in n
         * @param charged whom it is charged to
         * @param due when it was due
         * @return the item
         */
        public static Item of(Target target, boolean good, List<ActorId> charged, Instant due) {
            return of(target, good, false, charged, due);
        }

        /**
         * One thing that everybody is judged by alike.
         *
         * @param target the record that it is
         * @param good whether it counts in n
         * @param explained whether something beside an absence excuses it
         * @param charged whom it is charged to
         * @param due when it was due; what is not good missed it
         * @return the item
         */
        public static Item of(Target target, boolean good, boolean explained, List<ActorId> charged, Instant due) {
            List<Instant> missed = good ? List.of() : List.of(due);
            return new Item(
                    target,
                    good,
                    explained,
                    charged.stream()
                            .map(person -> new Share(person, good, missed))
                            .toList(),
                    due);
        }

        /**
         * Whom it is charged to.
         *
         * @return the people, in order of the shares
         */
        public List<ActorId> charged() {
            return shares.stream().map(Share::person).toList();
        }

        private Optional<Share> shareOf(ActorId person) {
            return shares.stream()
                    .filter(share -> share.person().equals(person))
                    .findFirst();
        }

        /** Whether it missed a due instant while everybody was absent to whom it is charged. */
        private boolean missedInAbsence(Charges charges) {
            return shares.stream()
                    .flatMap(share -> share.missed().stream())
                    .anyMatch(at -> charges.excused(charged(), at));
        }
    }

    /**
     * How one person is judged by a thing.
     *
     * @param person whom it is charged to
     * @param good whether it counts in the n of the person's KPI
     * @param missed the due instants that were missed by what of it is the person's; an absence at one of them excuses it. What is not
     *     good for another reason than time has none. Copied
     */
    public record Share(ActorId person, boolean good, List<Instant> missed) {
        /** Copies the instants. */
        public Share {
            requireNonNull(person, "person");
            missed = ImmutableList.copyOf(missed);
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
        return Ratio.of(items.stream().filter(Item::good).count(), items.size());
    }

    /**
     * What counts in the KPI of the store without what is excused.
     *
     * @return all but what is not good and is explained, or missed a due instant while everybody was absent to whom it is charged
     */
    public List<Item> unexcused() {
        return items.stream()
                .filter(item -> item.good() || !(item.explained() || item.missedInAbsence(charges)))
                .toList();
    }

    /**
     * The KPI of the store without what is excused.
     *
     * @return good / unexcused
     */
    public Ratio excused() {
        List<Item> those = unexcused();
        return Ratio.of(those.stream().filter(Item::good).count(), those.size());
    }

    /**
     * The KPI of a person.
     *
     * @param person the person
     * @return good for the person / charged to the person
     */
    public Ratio of(ActorId person) {
        return ratio(person, share -> true);
    }

    /**
     * The KPI of a person without what missed a due instant in an absence.
     *
     * @param person the person
     * @return the same, but for what is not good for the person and missed a due instant while the person was absent
     */
    public Ratio excusedOf(ActorId person) {
        return ratio(
                person, share -> share.good() || share.missed().stream().noneMatch(at -> charges.absent(person, at)));
    }

    private Ratio ratio(ActorId person, Predicate<Share> counted) {
        List<Share> those = items.stream()
                .flatMap(item -> item.shareOf(person).stream())
                .filter(counted)
                .toList();
        return Ratio.of(those.stream().filter(Share::good).count(), those.size());
    }
}
