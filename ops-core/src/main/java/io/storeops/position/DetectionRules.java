package io.storeops.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * What the detector of unusual figures goes by [A] (D28). One set for every store: what differs between stores, their level, their
 * week, their noise, the detector takes from their own past. Evidence is a natural logarithm of a likelihood ratio: at 5 the figures
 * are e^5 = 148 times as likely under the fault as without it. The thresholds are set so that all of them together raise fewer than
 * 0.8 false alarms a store and week; docs/detection.md has the measurement and what a change of each does. Immutable.
 *
 * @param minSample how many earlier values of the same slot and weekday a judgement needs, 2 to 1,000; below it the answer is LEARNING.
 *     4: a month, the least in which a week can be told from its accidents
 * @param forecast how the expected value of a slot is formed
 * @param orders how much evidence on orders is an anomaly
 * @param drift what is a slow fall
 * @param refunds what is an unusual day of refunds
 * @param prices which paid price is unusual
 * @param stockouts when an item that stops selling is missed
 */
public record DetectionRules(
        long minSample,
        Forecast forecast,
        Orders orders,
        Drift drift,
        Refunds refunds,
        Prices prices,
        Stockouts stockouts) {
    /** The most days, values and figures that a rule may speak of. */
    static final long MOST = 1000;

    /** The default roster's rules. */
    public static final DetectionRules DEFAULT = new DetectionRules(
            4, Forecast.DEFAULT, Orders.DEFAULT, Drift.DEFAULT, Refunds.DEFAULT, Prices.DEFAULT, Stockouts.DEFAULT);

    /**
     * Checks for null and range.
     *
     * @throws IllegalArgumentException if the sample is not one of 2 to 1,000
     */
    public DetectionRules {
        number(2, "minSample", minSample);
        requireNonNull(forecast, "forecast");
        requireNonNull(orders, "orders");
        requireNonNull(drift, "drift");
        requireNonNull(refunds, "refunds");
        requireNonNull(prices, "prices");
        requireNonNull(stockouts, "stockouts");
    }

    /**
     * How the expected value of a slot is formed: level x shape of the weekday, and the level of today so far.
     *
     * @param levelHalfLife the open days after which a day counts half in the level. 4: growth and season are followed within a week,
     *     one odd day moves the level by a sixth
     * @param profileHalfLife the days after which a day counts half in the shape of its weekday. 21: three weeks, so that the shape
     *     follows the season and rests on several weeks
     * @param weekdayPrior how many days' worth the shape of all days of the same type (working day, Saturday, Sunday) weighs beside the
     *     weekday's own. 8: thin stores borrow from the other weekdays
     * @param dispersionHalfLife the open days after which an error of the forecast counts half in the spread. 42: the learning weeks
     * @param slotMemory the share of what a slot told of today's level that is left one slot later, 0 to 1. 0.5: an hour
     * @param nightMemory the share that is left the next morning, 0 to 1. 0.2
     */
    public record Forecast(
            BigDecimal levelHalfLife,
            BigDecimal profileHalfLife,
            BigDecimal weekdayPrior,
            BigDecimal dispersionHalfLife,
            BigDecimal slotMemory,
            BigDecimal nightMemory) {
        /** The default roster's. */
        public static final Forecast DEFAULT =
                new Forecast(decimal("4"), decimal("21"), decimal("8"), decimal("42"), decimal("0.5"), decimal("0.2"));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a half-life or the prior is 0 or a memory not one of 0 to 1
         */
        public Forecast {
            positive("forecast.levelHalfLife", levelHalfLife);
            positive("forecast.profileHalfLife", profileHalfLife);
            positive("forecast.weekdayPrior", weekdayPrior);
            positive("forecast.dispersionHalfLife", dispersionHalfLife);
            share("forecast.slotMemory", slotMemory);
            share("forecast.nightMemory", nightMemory);
        }
    }

    /**
     * How much evidence on orders is an anomaly.
     *
     * @param outage for no order at all in one to three slots
     * @param dip for a fall to 35 % within six slots of a day, against the day so far
     * @param halved for half of the orders over two days. Low beside the others because two days of a clear half are seldom anything
     *     else, and a third of the orders lost is already evidence against it
     * @param surge for 2.5 times the orders in one slot, against the day so far
     * @param doubled for twice the orders over a day
     * @param evenFigures so many figures other than 0 in a row, all of them even, say that each order is counted twice, 1 to 1,000. 14:
     *     one in 16,384 if even and odd are as likely
     */
    public record Orders(
            BigDecimal outage,
            BigDecimal dip,
            BigDecimal halved,
            BigDecimal surge,
            BigDecimal doubled,
            long evenFigures) {
        /** The default roster's. */
        public static final Orders DEFAULT =
                new Orders(decimal("5.5"), decimal("4.75"), decimal("1.5"), decimal("3"), decimal("3.5"), 14);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if an evidence is not above 0
         */
        public Orders {
            positive("orders.outage", outage);
            positive("orders.dip", dip);
            positive("orders.halved", halved);
            positive("orders.surge", surge);
            positive("orders.doubled", doubled);
            number(1, "orders.evenFigures", evenFigures);
        }
    }

    /**
     * What is a slow fall: a line downwards over the last days, against the days before them.
     *
     * @param score how many standard deviations the line must stand out. 4.3
     * @param days over how many days at most, 7 to 1,000; three quarters of them are looked at too. 14: two weeks
     * @param referenceDays the days before them that they are compared with, 7 to 1,000. 21: three of each weekday
     * @param fall how far the last five days must be below, as a share. 0.22: less is season
     */
    public record Drift(BigDecimal score, long days, long referenceDays, BigDecimal fall) {
        /** The least days that have a line, and the least that it is compared with. */
        static final long LEAST_DAYS = 7;

        /** The default roster's. */
        public static final Drift DEFAULT = new Drift(decimal("4.3"), 14, 21, decimal("0.22"));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a figure is out of range
         */
        public Drift {
            positive("drift.score", score);
            number(LEAST_DAYS, "drift.days", days);
            number(LEAST_DAYS, "drift.referenceDays", referenceDays);
            share("drift.fall", fall);
        }
    }

    /**
     * What is an unusual day of refunds.
     *
     * @param evidence for three times the usual number in a day
     * @param halfLife the open days after which a day counts half in what is usual. 25: a month
     * @param minDays the days below which the answer is LEARNING, 2 to 1,000. 20
     */
    public record Refunds(BigDecimal evidence, BigDecimal halfLife, long minDays) {
        /** The default roster's. */
        public static final Refunds DEFAULT = new Refunds(decimal("2.2"), decimal("25"), 20);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a figure is out of range
         */
        public Refunds {
            positive("refunds.evidence", evidence);
            positive("refunds.halfLife", halfLife);
            number(2, "refunds.minDays", minDays);
        }
    }

    /**
     * Which paid price is unusual: one that the item never had nearly, and far from its middle. Paid prices differ by customer, and a
     * single customer often pays twice as much, seldom half.
     *
     * @param minDays the days with a price below which the answer is LEARNING, 2 to 1,000. 6
     * @param history how many of its last days with a price an item is compared with. 60: a season, so that the prices of other
     *     kinds of customers are known
     * @param below below this share of the median a price is unusual. 0.56: a half, and a margin because the median moves
     * @param above above so many times the nearest earlier price. 3
     * @param apart how far a price must be from every earlier one to count for the breaker of the source, as a share. 0.35
     */
    public record Prices(long minDays, long history, BigDecimal below, BigDecimal above, BigDecimal apart) {
        /** The default roster's. */
        public static final Prices DEFAULT = new Prices(6, 60, decimal("0.56"), decimal("3"), decimal("0.35"));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a figure is out of range
         */
        public Prices {
            number(2, "prices.minDays", minDays);
            number(2, "prices.history", history);
            share("prices.below", below);
            positive("prices.above", above);
            positive("prices.apart", apart);
        }
    }

    /**
     * When an item that stops selling is missed.
     *
     * @param falseAlarms how many false alarms a store and day may be expected at most, were the model exact. 0.1: one in ten days; as
     *     measured it is one in five weeks
     * @param days the run at most, in open days, 1 to 1,000. 2: an item whose silence needs longer to be odd sells too seldom to be
     *     watched so
     * @param halfLife the open days after which a day counts half in the item's share of the store's sales. 10
     * @param minDays the days since its first sale below which an item is not judged, 1 to 1,000. 14
     */
    public record Stockouts(BigDecimal falseAlarms, long days, BigDecimal halfLife, long minDays) {
        /** The default roster's. */
        public static final Stockouts DEFAULT = new Stockouts(decimal("0.1"), 2, decimal("10"), 14);

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if a figure is out of range
         */
        public Stockouts {
            positive("stockouts.falseAlarms", falseAlarms);
            number(1, "stockouts.days", days);
            positive("stockouts.halfLife", halfLife);
            number(1, "stockouts.minDays", minDays);
        }
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    private static void positive(String name, BigDecimal value) {
        if (Baselines.decimal(value).signum() == 0) {
            throw new IllegalArgumentException("The rule detection." + name + " is above 0, not " + value);
        }
    }

    private static void share(String name, BigDecimal value) {
        if (Baselines.decimal(value).compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("The rule detection." + name + " is a share of 0 to 1, not " + value);
        }
    }

    private static void number(long least, String name, long value) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(
                    "The rule detection." + name + " is " + least + " to " + MOST + ", not " + value);
        }
    }
}
