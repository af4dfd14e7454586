package io.storeops.absence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.kpi.Ratio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a KPI counts, each thing with the record that it is, how much of it is good, whom it is charged to and how each of them is judged:
 * the KPI of the store, of a person (D65), and without what is excused (D66). Immutable.
 *
 * @param items everything that counts, copied
 * @param charges who was absent
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public record Charged(List<Item> items, Charges charges) {
    /**
     * One record that counts: as one thing, or as several, as a release does for its values.
     *
     * @param target the record that it is, for whoever asks what a KPI counted (R90)
     * @param counted what it adds to n and to d
     * @param explained how much of what is missing in n something beside an absence excuses, as an outage does; 0 or more
     * @param shares whom it is charged to, and how each of them is judged, each person once, copied
     * @param due when it was due, for the period that it belongs to
     */
    public record Item(Target target, Ratio counted, long explained, List<Share> shares, Instant due) {
        /**
         * Copies the shares.
         *
         * @throws IllegalArgumentException if a person has two shares, or more is explained than is missing
         */
        public Item {
            requireNonNull(target, "target");
            shares = ImmutableList.copyOf(shares);
            requireNonNull(due, "due");
            if (shares.size() > 1
                    && shares.stream().map(Share::person).distinct().count() < shares.size()) {
                throw new IllegalArgumentException(target + " is charged to each person once, not to " + shares);
            }
            if (explained < 0 || explained > Math.max(0, counted.d() - counted.n())) {
                throw new IllegalArgumentException("Of " + target + " " + counted.n() + " of " + counted.d()
                        + " are good; what is missing cannot be explained " + explained + " times");
            }
        }

        /**
         * One thing.
         *
         * @param target the record that it is
         * @param good whether it counts in n, not in d alone
         * @param explained whether something beside an absence excuses it
         * @param shares whom it is charged to, and how each of them is judged
         * @param due when it was due
         */
        public Item(Target target, boolean good, boolean explained, List<Share> shares, Instant due) {
            this(target, one(good), !good && explained ? 1 : 0, shares, due);
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
            return of(target, one(good), !good && explained ? 1 : 0, charged, due);
        }

        /**
         * Several things that everybody is judged by alike.
         *
         * @param target the record that they are of
         * @param counted how many of how many are good
         * @param explained how many of the others something beside an absence excuses
         * @param charged whom they are charged to
         * @param due when they were due; those that are not good missed it
         * @return the item
         */
        public static Item of(Target target, Ratio counted, long explained, List<ActorId> charged, Instant due) {
            List<Instant> missed = whole(counted) ? List.of() : List.of(due);
            return new Item(
                    target,
                    counted,
                    explained,
                    charged.stream()
                            .map(person -> new Share(person, counted, missed))
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

        /**
         * How a person is judged by it.
         *
         * @param person the person
         * @return the share; empty if it is not charged to the person
         */
        public Optional<Share> shareOf(ActorId person) {
            for (Share share : shares) {
                if (share.person().equals(person)) {
                    return Optional.of(share);
                }
            }
            return Optional.empty();
        }

        /** Whether it missed a due instant while everybody was absent to whom it is charged. */
        private boolean missedInAbsence(Charges charges) {
            return shares.stream()
                    .flatMap(share -> share.missed().stream())
                    .anyMatch(at -> charges.excused(charged(), at));
        }
    }

    /**
     * How one person is judged by a record.
     *
     * @param person whom it is charged to
     * @param counted what it adds to n and to d of the person's KPI
     * @param missed the due instants that were missed by what of it is the person's; an absence at one of them excuses it. What is not
     *     good for another reason than time has none. Copied
     */
    public record Share(ActorId person, Ratio counted, List<Instant> missed) {
        /** Copies the instants. */
        public Share {
            requireNonNull(person, "person");
            requireNonNull(counted, "counted");
            missed = ImmutableList.copyOf(missed);
        }

        /**
         * How one person is judged by one thing.
         *
         * @param person whom it is charged to
         * @param good whether it counts in the n of the person's KPI
         * @param missed the due instants that were missed by what of it is the person's
         */
        public Share(ActorId person, boolean good, List<Instant> missed) {
            this(person, one(good), missed);
        }
    }

    /** Copies the items. */
    public Charged {
        items = ImmutableList.copyOf(items);
        requireNonNull(charges, "charges");
    }

    private static Ratio one(boolean good) {
        return Ratio.of(good ? 1 : 0, 1);
    }

    private static boolean whole(Ratio counted) {
        return counted.n() == counted.d();
    }

    /**
     * The KPI of the store.
     *
     * @return good / all
     */
    public Ratio raw() {
        return sum(item -> Optional.of(item.counted()));
    }

    /**
     * The KPI of the store without what is excused.
     *
     * @return good / all but what is not good and is explained, or missed a due instant while everybody was absent to whom it is charged
     */
    public Ratio excused() {
        return sum(
                item -> Optional.of(Ratio.of(item.counted().n(), item.counted().d() - excusedOf(item))));
    }

    /**
     * How much of a record is excused (D66).
     *
     * @param item one of the items
     * @return what of its d the excused KPI leaves out; never anything that counts in n
     */
    public long excusedOf(Item item) {
        long missing = item.counted().d() - item.counted().n();
        return item.missedInAbsence(charges) ? Math.max(missing, 0) : item.explained();
    }

    /**
     * The KPI of a person.
     *
     * @param person the person
     * @return good for the person / charged to the person
     */
    public Ratio of(ActorId person) {
        return sum(item -> item.shareOf(person).map(Share::counted));
    }

    /**
     * The KPI of a person without what missed a due instant in an absence.
     *
     * @param person the person
     * @return the same, but for what is not good for the person and missed a due instant while the person was absent
     */
    public Ratio excusedOf(ActorId person) {
        return sum(item -> item.shareOf(person).map(this::unexcused));
    }

    /**
     * What of a person's share the excused KPI counts.
     *
     * @param share a share of one of the items
     * @return all of it; only what is good, if the person was absent at a due instant that was missed
     */
    public Ratio unexcused(Share share) {
        return share.missed().stream().anyMatch(at -> charges.absent(share.person(), at))
                ? Ratio.of(share.counted().n(), share.counted().n())
                : share.counted();
    }

    private Ratio sum(Function<Item, Optional<Ratio>> counted) {
        Ratio sum = Ratio.of(0, 0);
        for (Item item : items) {
            sum = counted.apply(item).map(sum::and).orElse(sum);
        }
        return sum;
    }
}
