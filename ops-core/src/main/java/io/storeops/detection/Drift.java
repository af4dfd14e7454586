package io.storeops.detection;

import io.storeops.position.DetectionRules;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A slow fall of the store's level, which no forecast that follows the level can see: the level of each day, its weekday's share taken
 * out, held against the median of the days before the fall, by a filter matched to a line downwards (Turin, An introduction to matched
 * filters, IRE Transactions on Information Theory 6, 1960), in units of the median absolute deviation (D28), each day cut at three of
 * them.
 */
final class Drift {
    private static final double CUT = 3;

    /** No store's days are so even that 8 % are unusual. */
    private static final double LEAST_DEVIATION = 0.08;

    /** The days whose median says where the fall has come to. */
    private static final int LAST = 5;

    /** The ordinary days after which a fall that was told may be told again. */
    private static final int TOLD_FOR = 7;

    private final double score;
    private final double fall;
    private final int[] spans;
    private final int reference;
    private final int leastReference;
    private final double[] levels;
    private final LocalDate[] dates;
    private int days;
    private int quiet = TOLD_FOR;

    Drift(DetectionRules.Drift rules) {
        score = rules.score().doubleValue();
        fall = -Math.log1p(-Math.min(rules.fall().doubleValue(), 0.999));
        int longest = Math.toIntExact(rules.days());
        spans = new int[] {longest * 3 / 4, longest};
        reference = Math.toIntExact(rules.referenceDays());
        leastReference = reference * 2 / 3;
        levels = new double[longest + reference];
        dates = new LocalDate[longest + reference];
    }

    /**
     * A fall that was found.
     *
     * @param since its first day
     * @param level the level now
     * @param before the level before
     */
    record Fall(LocalDate since, double level, double before) {}

    /** Takes in an ordinary day's level and says whether a fall is to be told now. */
    Optional<Fall> add(LocalDate date, double logLevel) {
        if (days == levels.length) {
            System.arraycopy(levels, 1, levels, 0, days - 1);
            System.arraycopy(dates, 1, dates, 0, days - 1);
            days--;
        }
        levels[days] = logLevel;
        dates[days] = date;
        days++;
        Optional<Fall> found = find();
        boolean fresh = quiet >= TOLD_FOR;
        quiet = found.isPresent() ? 0 : quiet + 1;
        return fresh ? found : Optional.empty();
    }

    private Optional<Fall> find() {
        if (days < spans[0] + leastReference) {
            return Optional.empty();
        }
        double now = Robust.median(Arrays.copyOfRange(levels, days - LAST, days));
        Optional<Fall> found = Optional.empty();
        double best = score;
        for (int length : spans) {
            int end = days - length;
            int from = Math.max(0, end - reference);
            if (end - from < leastReference) {
                continue;
            }
            double[] past = Arrays.copyOfRange(levels, from, end);
            double middle = Robust.median(past);
            if (middle - now < fall) {
                continue;
            }
            double deviation = Math.max(LEAST_DEVIATION, Robust.deviation(past, middle));
            double stands = standsOut(end, middle, deviation);
            if (stands > best) {
                best = stands;
                found = Optional.of(new Fall(dates[end], Math.exp(now), Math.exp(middle)));
            }
        }
        return found;
    }

    /** How far the days from an index on stand out from the middle along a line downwards, in standard deviations. */
    private double standsOut(int from, double middle, double deviation) {
        double product = 0;
        double squares = 0;
        for (int i = from; i < days; i++) {
            double step = i - from + 1;
            product += step * Math.max(-CUT, Math.min(CUT, (middle - levels[i]) / deviation));
            squares += step * step;
        }
        return product / Math.sqrt(squares);
    }
}
