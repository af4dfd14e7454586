package io.storeops.detection;

import io.storeops.position.DetectionRules;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What a day's slots are expected to bring, from the days before it: the level of the store times the shape of the weekday.
 *
 * <p>Both are exponentially weighted means of counts cut at two and a half times their forecast and a margin for chance: a trailing
 * robust baseline (D28) that, unlike a median of eight values, still tells 4 from 6 orders. The shape of a weekday is drawn towards
 * that of all days of its type by as much as a thin store's own values are few. Method: multiplicative exponential smoothing (Winters,
 * Forecasting sales by exponentially weighted moving averages, Management Science 6, 1960) made robust by cutting (Gelper, Fried and
 * Croux, Robust forecasting with exponential and Holt-Winters smoothing, Journal of Forecasting 29, 2010).
 */
final class Forecast {
    private static final int TYPES = 3;

    /** Cut off from a count before it is learnt: beyond so many times its forecast and so many roots of it. */
    private static final double CUT = 2.5;

    private static final double CUT_ROOTS = 2;

    /** The most that one day can say of the level. */
    private static final double CUT_DAY = 1.8;

    /** While a store is so young, nothing is cut: the first forecasts are not yet anything to cut by. */
    private static final int UNCUT_DAYS = 10;

    private final int slots;
    private final double weekdayPrior;
    private final double levelGain;
    private final double keepWeekly;
    private final double keepDaily;
    private final Shape[] weekdays = new Shape[7];
    private final Shape[] types = new Shape[TYPES];
    private final double[] expected;
    private final double[] cut;
    private final int[][] samples;
    private double level = Double.NaN;
    private int days;
    private int learntDays;
    private int weekday;
    private boolean known;

    Forecast(DetectionRules.Forecast rules, int slots) {
        this.slots = slots;
        weekdayPrior = rules.weekdayPrior().doubleValue();
        levelGain = 1 - FadingMean.keep(rules.levelHalfLife().doubleValue());
        double halfLife = rules.profileHalfLife().doubleValue();
        keepWeekly = Math.pow(0.5, 7 / halfLife);
        keepDaily = Math.pow(0.5, 7.0 / 5 / halfLife);
        for (int i = 0; i < weekdays.length; i++) {
            weekdays[i] = new Shape(slots);
        }
        for (int i = 0; i < TYPES; i++) {
            types[i] = new Shape(slots);
        }
        expected = new double[slots];
        cut = new double[slots];
        samples = new int[weekdays.length][slots];
    }

    /** Begins a day: from here on {@link #expected} is that of its slots. */
    void open(LocalDate date, DayKind kind) {
        DayOfWeek like = kind == DayKind.HOLIDAY ? DayOfWeek.SUNDAY : date.getDayOfWeek();
        weekday = like.getValue() - 1;
        days++;
        double all = 0;
        for (Shape type : types) {
            all += type.weight;
        }
        known = all > 0;
        if (!known) {
            return;
        }
        Shape own = weekdays[weekday];
        Shape type = types[type()];
        for (int k = 0; k < slots; k++) {
            double every = (types[0].sum[k] + types[1].sum[k] + types[2].sum[k]) / all;
            double ofType = (type.sum[k] + every) / (type.weight + 1);
            expected[k] = level * (own.sum[k] + weekdayPrior * ofType) / (own.weight + weekdayPrior);
        }
    }

    /** Working day, Saturday, Sunday. */
    private int type() {
        return weekday < 5 ? 0 : weekday - 4;
    }

    double expected(int slot) {
        return known ? expected[slot] : 0;
    }

    /** How many values of this slot and weekday were learnt. */
    int sample(int slot) {
        return samples[weekday][slot];
    }

    /** How many days were opened, this one included. */
    int days() {
        return days;
    }

    double level() {
        return level;
    }

    /** Learns from a whole ordinary day. */
    void learn(Counts day) {
        double seen = 0;
        double sum = 0;
        for (int k = 0; k < slots; k++) {
            boolean missing = day.isMissing(k);
            double usual = known ? expected[k] : day.sum() / slots;
            cut[k] = missing ? usual : learntDays < UNCUT_DAYS ? day.at(k) : cut(day.at(k), usual);
            seen += cut[k];
            sum += usual;
            samples[weekday][k] += missing ? 0 : 1;
        }
        learnLevel(seen, sum);
        learntDays++;
        if (level > 0) {
            weekdays[weekday].learn(cut, level, keepWeekly);
            types[type()].learn(cut, level, type() == 0 ? keepDaily : keepWeekly);
        }
    }

    private void learnLevel(double seen, double sum) {
        if (!(level > 0)) {
            level = seen / slots;
            return;
        }
        double ratio = sum > 0 ? seen / sum : 1;
        if (learntDays >= UNCUT_DAYS) {
            ratio = Math.min(CUT_DAY, Math.max(1 / CUT_DAY, ratio));
        }
        // A day without any order leaves the level where it can rise from again.
        level *= Math.pow(Math.max(ratio, 1 / CUT_DAY / CUT_DAY), Math.max(levelGain, 1.0 / (learntDays + 1)));
    }

    private static double cut(double seen, double usual) {
        double margin = CUT_ROOTS * Math.sqrt(usual) + 1;
        return Math.max(0, Math.min(usual * CUT + margin, Math.max(usual / CUT - margin, seen)));
    }

    /** A weighted mean of the values of slots, each over the level of its day. */
    private static final class Shape {
        private final double[] sum;
        private double weight;

        Shape(int slots) {
            sum = new double[slots];
        }

        void learn(double[] values, double level, double keep) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] = sum[k] * keep + values[k] / level;
            }
            weight = weight * keep + 1;
        }
    }
}
