package io.storeops.inspection;

import static java.util.Objects.requireNonNull;

import io.storeops.position.HealthRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/**
 * What an indicator of the store's health is compared with: the base in force on one side, the clearing value beside it (D87), and how
 * it is to be counted. Immutable.
 *
 * @param direction on which side of the base it is bad
 * @param base the base in force; empty if there is none
 * @param clear the clearing value; the base if empty
 * @param counting definition, least sample and decimals
 * @param window the time that it is to be counted over; any if empty
 */
public record Limits(
        HealthRules.Direction direction,
        Optional<BigDecimal> base,
        Optional<BigDecimal> clear,
        HealthRules.Counting counting,
        Optional<Period> window) {
    /** Checks for null. */
    public Limits {
        requireNonNull(direction, "direction");
        requireNonNull(base, "base");
        requireNonNull(clear, "clear");
        requireNonNull(counting, "counting");
        requireNonNull(window, "window");
    }

    /**
     * The limits of an indicator.
     *
     * @param indicator the indicator
     * @param base the base in force: that of the roster, or the one that was set since (D92); empty if there is none
     * @param window the time that it is to be counted over; any if empty
     * @return the limits
     */
    public static Limits of(HealthRules.Indicator indicator, Optional<BigDecimal> base, Optional<Period> window) {
        return new Limits(
                indicator.threshold().direction(), base, indicator.threshold().clear(), indicator.counting(), window);
    }

    boolean below() {
        return direction == HealthRules.Direction.BELOW;
    }

    /** The clearing value. One that is worse than the base changes nothing: what is bad by the base is never cleared. */
    BigDecimal clearing(BigDecimal limit) {
        return clear.orElse(limit);
    }

    /** What hinders a comparison before a figure is even looked at: counted otherwise, below 0, of too few, without a base. */
    Optional<Judgement> findObstacle(Compared read, Tally tally, Tally.Quotient figure) {
        if (differs(counting.definition(), tally.definition())) {
            return Optional.of(
                    read.unchecked(Phrase.OTHER_DEFINITION, text(tally.definition()), text(counting.definition())));
        }
        if (isOther(tally.window())) {
            return Optional.of(read.unchecked(Phrase.OTHER_WINDOW, text(tally.window()), text(window)));
        }
        if (figure.dividend().signum() < 0) {
            return Optional.of(read.unchecked(Phrase.NEGATIVE));
        }
        if (base.isEmpty()) {
            return Optional.of(read.withoutBase());
        }
        if (figure.divisor().signum() == 0 || figure.sample().orElse(counting.minSample()) < counting.minSample()) {
            return Optional.of(read.learning(
                    Standing.UNKNOWN,
                    Phrase.SMALL_SAMPLE,
                    new Value.Count(figure.sample().orElse(0)),
                    new Value.Count(counting.minSample())));
        }
        return Optional.empty();
    }

    /** The judgement on a figure by how it compares with the base and the clearing value, -1, 0 or 1 each. */
    Judgement judge(Compared compared, int toBase, int toClearing) {
        int bad = below() ? -1 : 1;
        if (toBase == bad) {
            return compared.broken(below() ? Phrase.BELOW : Phrase.ABOVE);
        }
        return compared.kept(toClearing != bad, below() ? Phrase.NOT_BELOW : Phrase.NOT_ABOVE);
    }

    static Compared beside(RuleKey key, Instant asOf, Value measured, Optional<Value> base) {
        return new Compared(key, asOf, Optional.of(measured), base);
    }

    /** Whether what was read was counted over another window than is asked for; a year is 12 months. */
    boolean isOther(Optional<Period> read) {
        return differs(window.map(Period::normalized), read.map(Period::normalized));
    }

    private static boolean differs(Optional<?> wished, Optional<?> read) {
        return wished.isPresent() && read.isPresent() && !wished.equals(read);
    }

    private static Value text(Optional<?> present) {
        return new Value.Text(present.orElseThrow().toString());
    }
}
