package io.storeops.promotion;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How the engine of a platform applies promotions (D40), as far as somebody stated it. What is proved under other rules than the engine's
 * is worth nothing, so a rule that is not stated is a {@linkplain #gaps gap}, and under rules with a gap nothing is proved. The adapter of
 * a marketplace states them, the roster may override. Immutable.
 *
 * @param sequence in which sequence promotions of the order apply; empty if not stated, as all others
 * @param thresholdBase which amount a threshold looks at
 * @param groupChoice which promotion of an exclusive group stays
 * @param unitStacking how promotions of a unit come together
 * @param percentRounding where a percentage off a unit is rounded
 * @param giftsCount whether units at the price 0 count for a threshold on the units
 * @param codesPerOrder how many codes an order takes, 0 or more
 * @param membersPerOrder how many MEMBER promotions apply together, 0 or more
 * @param unknown what the engine does beyond these rules that the price model does not know, a sentence each; copied
 */
public record PromotionRules(
        Optional<Sequence> sequence,
        Optional<ThresholdBase> thresholdBase,
        Optional<GroupChoice> groupChoice,
        Optional<UnitStacking> unitStacking,
        Optional<PercentRounding> percentRounding,
        Optional<Boolean> giftsCount,
        OptionalInt codesPerOrder,
        OptionalInt membersPerOrder,
        List<String> unknown) {

    /** In which sequence promotions of the order apply. */
    public enum Sequence {
        /** Those of ORDER as listed, then those of CODE. */
        ORDER_THEN_CODE,
        /** Those of CODE as listed, then those of ORDER. */
        CODE_THEN_ORDER,
        /** Both as listed, whatever their level. */
        AS_LISTED
    }

    /** Which amount a threshold looks at. */
    public enum ThresholdBase {
        /** What is left after the promotions before it. */
        RUNNING,
        /** What the lines cost before all promotions of the order (平行门槛, parallel). */
        BEFORE_ORDER_LEVELS
    }

    /** Which promotion of an exclusive group stays when several are offered to one order. */
    public enum GroupChoice {
        /** The combination that costs the buyer least. */
        BEST,
        /** Any of them. */
        ANY
    }

    /** How promotions of a unit come together. */
    public enum UnitStacking {
        /** FLASH or else the best of ITEM, then MEMBER on what is left. */
        BEST_THEN_MEMBER,
        /** All of them off the list price, added up. */
        ALL_ON_LIST
    }

    /** Where a percentage off a unit is rounded. */
    public enum PercentRounding {
        /** For each unit. */
        UNIT,
        /** Once a line. */
        LINE
    }

    private static final PromotionRules UNSTATED = new PromotionRules(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            ImmutableList.of());

    /**
     * Copies what is unknown.
     *
     * @throws IllegalArgumentException if a number is below 0
     */
    public PromotionRules {
        requireNonNull(sequence, "sequence");
        requireNonNull(thresholdBase, "thresholdBase");
        requireNonNull(groupChoice, "groupChoice");
        requireNonNull(unitStacking, "unitStacking");
        requireNonNull(percentRounding, "percentRounding");
        requireNonNull(giftsCount, "giftsCount");
        checked("codes", codesPerOrder);
        checked("MEMBER promotions", membersPerOrder);
        unknown = ImmutableList.copyOf(unknown);
    }

    private static void checked(String what, OptionalInt most) {
        if (most.orElse(0) < 0) {
            throw new IllegalArgumentException("An order takes 0 or more " + what + ", not " + most.getAsInt());
        }
    }

    /**
     * Rules of which none is stated yet; the {@code with} of each states it.
     *
     * @return rules under which nothing is proved
     */
    public static PromotionRules unstated() {
        return UNSTATED;
    }

    /**
     * The rules on which most engines agree: FLASH or the best ITEM, then MEMBER, of which one applies, percentages rounded for each unit,
     * gifts not counted. Sequence, threshold base, group choice and number of codes differ too much to be taken for granted, and stay
     * unstated.
     *
     * @return rules with four gaps
     */
    public static PromotionRules usual() {
        return UNSTATED.with(UnitStacking.BEST_THEN_MEMBER)
                .with(PercentRounding.UNIT)
                .withGiftsCount(false)
                .withMembersPerOrder(1);
    }

    /**
     * Why nothing can be proved under these rules.
     *
     * @return each rule that is not stated, then what is unknown; empty if all is said
     */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        gap(gaps, sequence.isPresent(), "the sequence of ORDER and CODE");
        gap(gaps, thresholdBase.isPresent(), "the amount that thresholds look at");
        gap(gaps, groupChoice.isPresent(), "the choice in an exclusive group");
        gap(gaps, unitStacking.isPresent(), "how promotions of a unit stack");
        gap(gaps, percentRounding.isPresent(), "where percentages are rounded");
        gap(gaps, giftsCount.isPresent(), "whether gifts count");
        gap(gaps, codesPerOrder.isPresent(), "how many codes an order takes");
        gap(gaps, membersPerOrder.isPresent(), "how many MEMBER promotions apply together");
        gaps.addAll(unknown);
        return List.copyOf(gaps);
    }

    private static void gap(List<String> gaps, boolean stated, String rule) {
        if (!stated) {
            gaps.add("the platform's rules do not state " + rule);
        }
    }

    /**
     * The same with a sequence.
     *
     * @param stated the sequence of promotions of the order
     * @return the rules
     */
    public PromotionRules with(Sequence stated) {
        return changed(draft -> draft.sequence = Optional.of(stated));
    }

    /**
     * The same with a threshold base.
     *
     * @param stated the amount that a threshold looks at
     * @return the rules
     */
    public PromotionRules with(ThresholdBase stated) {
        return changed(draft -> draft.thresholdBase = Optional.of(stated));
    }

    /**
     * The same with a choice in groups.
     *
     * @param stated which promotion of an exclusive group stays
     * @return the rules
     */
    public PromotionRules with(GroupChoice stated) {
        return changed(draft -> draft.groupChoice = Optional.of(stated));
    }

    /**
     * The same with a stacking of the promotions of a unit.
     *
     * @param stated how they come together
     * @return the rules
     */
    public PromotionRules with(UnitStacking stated) {
        return changed(draft -> draft.unitStacking = Optional.of(stated));
    }

    /**
     * The same with a rounding.
     *
     * @param stated where a percentage off a unit is rounded
     * @return the rules
     */
    public PromotionRules with(PercentRounding stated) {
        return changed(draft -> draft.percentRounding = Optional.of(stated));
    }

    /**
     * The same with what gifts do.
     *
     * @param stated whether units at the price 0 count for a threshold on the units
     * @return the rules
     */
    public PromotionRules withGiftsCount(boolean stated) {
        return changed(draft -> draft.giftsCount = Optional.of(stated));
    }

    /**
     * The same with a number of codes.
     *
     * @param stated how many codes an order takes, 0 or more
     * @return the rules
     * @throws IllegalArgumentException if it is below 0
     */
    public PromotionRules withCodesPerOrder(int stated) {
        return changed(draft -> draft.codesPerOrder = OptionalInt.of(stated));
    }

    /**
     * The same with a number of MEMBER promotions.
     *
     * @param stated how many apply together, 0 or more
     * @return the rules
     * @throws IllegalArgumentException if it is below 0
     */
    public PromotionRules withMembersPerOrder(int stated) {
        return changed(draft -> draft.membersPerOrder = OptionalInt.of(stated));
    }

    /**
     * The same with something that the engine does and the price model does not know.
     *
     * @param what what it is, in words, for people
     * @return the rules, under which nothing is proved
     */
    public PromotionRules withUnknown(String what) {
        return changed(draft -> draft.unknown =
                ImmutableList.<String>builder().addAll(unknown).add(what).build());
    }

    private PromotionRules changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.rules();
    }

    /** The rules while one of them is being stated. */
    private static final class Draft {
        private Optional<Sequence> sequence;
        private Optional<ThresholdBase> thresholdBase;
        private Optional<GroupChoice> groupChoice;
        private Optional<UnitStacking> unitStacking;
        private Optional<PercentRounding> percentRounding;
        private Optional<Boolean> giftsCount;
        private OptionalInt codesPerOrder;
        private OptionalInt membersPerOrder;
        private List<String> unknown;

        Draft(PromotionRules from) {
            sequence = from.sequence;
            thresholdBase = from.thresholdBase;
            groupChoice = from.groupChoice;
            unitStacking = from.unitStacking;
            percentRounding = from.percentRounding;
            giftsCount = from.giftsCount;
            codesPerOrder = from.codesPerOrder;
            membersPerOrder = from.membersPerOrder;
            unknown = from.unknown;
        }

        PromotionRules rules() {
            return new PromotionRules(
                    sequence,
                    thresholdBase,
                    groupChoice,
                    unitStacking,
                    percentRounding,
                    giftsCount,
                    codesPerOrder,
                    membersPerOrder,
                    unknown);
        }
    }
}
