package io.storeops.position;

import static java.util.Objects.requireNonNull;

import io.storeops.id.IdText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What duty 2 goes by, beside its time limits and base values [A] (D85). Durations are those of the wall clock and 0 or more;
 * shares are decimals of 0 or more, 0.05 is 5 %. Immutable.
 *
 * @param checklist the lines of the daily inspection, each id once, in order, copied (D2)
 * @param feed how good a source must be to be judged by (D5)
 * @param stock how far stock may be off (D6)
 * @param writes how a write to the marketplace is judged (D20, D26)
 * @param massBreaker from when on the source itself is taken to be wrong (D25)
 * @param reopenWithin how long after an anomaly was closed the same one reopens it, that instant excluded (D14)
 * @param clearLooks how many observations in a row beyond the clearing value close an anomaly that nobody acted on, 1 or more
 *     (D87)
 * @param health which scores, rates and ad tools are looked at (D29)
 */
public record MaintenanceRules(
        List<Line> checklist,
        Feed feed,
        Stock stock,
        Writes writes,
        MassBreaker massBreaker,
        Duration reopenWithin,
        long clearLooks,
        HealthRules health) {
    private static final Duration DEFAULT_REOPEN_WITHIN = Duration.ofHours(24);
    private static final long DEFAULT_CLEAR_LOOKS = 2;

    /**
     * Copies the lines.
     *
     * @throws IllegalArgumentException if two lines have one id, a duration is negative or there are no looks
     */
    public MaintenanceRules {
        checklist = Duty.once(checklist);
        requireNonNull(feed, "feed");
        requireNonNull(stock, "stock");
        requireNonNull(writes, "writes");
        requireNonNull(massBreaker, "massBreaker");
        requireNonNull(health, "health");
        notNegative("reopenWithin", reopenWithin);
        if (clearLooks < 1) {
            throw new IllegalArgumentException("The rule clearLooks is 1 or more, not " + clearLooks);
        }
        for (int i = 0; i < checklist.size(); i++) {
            String id = checklist.get(i).id();
            if (checklist.subList(0, i).stream().anyMatch(line -> line.id().equals(id))) {
                throw new BrokenRule("$.checklist[" + i + "].id", id, "is the id of two lines");
            }
        }
    }

    /**
     * A line of the daily inspection's check list (D1, D2).
     *
     * @param id its id
     * @param category the category of the anomalies that it looks for, as in PRICE
     * @param filter what of the category it looks at; all if empty
     */
    public record Line(String id, String category, Optional<String> filter) {
        private static final int LONGEST = 90;

        /**
         * Checks the words.
         *
         * @throws IllegalArgumentException if the id breaks the rule of {@link IdText} or has more than 90 characters, the category is not a word or the filter
         *     is blank
         */
        public Line {
            IdText.checked("checklist line", id);
            if (id.length() > LONGEST) {
                throw new IllegalArgumentException("The id of a checklist line has at most " + LONGEST
                        + " characters, since a date stands before it, not " + id.length());
            }
            Duty.word(category);
            if (filter.isPresent() && filter.get().isBlank()) {
                throw new IllegalArgumentException("The filter of the checklist line " + id + " is blank");
            }
        }
    }

    /**
     * How good a source must be; lines of a worse one cannot be checked (D5).
     *
     * @param maxAge how old its {@code asOf} may be
     * @param minShare the share of the listings of its last complete read that it must have, 0 to 1
     */
    public record Feed(Duration maxAge, BigDecimal minShare) {
        /** The default roster's: 2 hours, 95 % [A]. */
        public static final Feed DEFAULT = new Feed(Duration.ofHours(2), new BigDecimal("0.95"));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if the age is negative or the share not one of 0 to 1
         */
        public Feed {
            notNegative("feedMaxAge", maxAge);
            requireShare("feedMinShare", minShare);
        }
    }

    /**
     * How far the platform's stock may differ from the ERP's (D6).
     *
     * @param tolerance units that it may differ by, 0 or more
     * @param grace how long every observation must differ by more before there is an anomaly
     */
    public record Stock(long tolerance, Duration grace) {
        /** The default roster's: no unit, 15 minutes [A]. */
        public static final Stock DEFAULT = new Stock(0, Duration.ofMinutes(15));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Stock {
            if (tolerance < 0) {
                throw new IllegalArgumentException("The rule stockTolerance is 0 or more, not " + tolerance);
            }
            notNegative("stockGrace", grace);
        }
    }

    /**
     * How writes to the marketplace are judged (D20, D26).
     *
     * @param priceGuard the move of an approved price, as a share of it, beyond which the new one is held
     * @param pendingUntil how long a write that the marketplace reviews may take where it does not say itself
     * @param readBackFor how long the value from before a write may still be read
     */
    public record Writes(BigDecimal priceGuard, Duration pendingUntil, Duration readBackFor) {
        /** The default roster's: 30 %, 2 hours, 10 minutes [A]. */
        public static final Writes DEFAULT =
                new Writes(new BigDecimal("0.30"), Duration.ofHours(2), Duration.ofMinutes(10));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Writes {
            Baselines.decimal(priceGuard);
            notNegative("pendingUntil", pendingUntil);
            notNegative("readBackFor", readBackFor);
        }
    }

    /**
     * More failures of one rule in one run than the greater of the two are one anomaly of the source (D25).
     *
     * @param count listings, 0 or more
     * @param share the share of the listings checked, 0 to 1
     */
    public record MassBreaker(long count, BigDecimal share) {
        /** The default roster's: 20 listings, 5 % [A]. */
        public static final MassBreaker DEFAULT = new MassBreaker(20, new BigDecimal("0.05"));

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if the count is negative or the share not one of 0 to 1
         */
        public MassBreaker {
            if (count < 0) {
                throw new IllegalArgumentException("The rule massBreaker.count is 0 or more, not " + count);
            }
            requireShare("massBreaker.share", share);
        }

        /**
         * Whether so many failures are the source's.
         *
         * @param failed how many of a run's checks fail one rule, 0 or more
         * @param checked how many were checked, 0 or more
         * @return true if they exceed both the number and the share
         */
        public boolean trips(long failed, long checked) {
            return failed > count
                    && BigDecimal.valueOf(failed).compareTo(share.multiply(BigDecimal.valueOf(checked))) > 0;
        }
    }

    /**
     * The default roster's rules.
     *
     * @param categories the categories of anomalies, one line each (D2)
     * @return the rules
     * @throws IllegalArgumentException if a category is not a word, or stands twice
     */
    public static MaintenanceRules of(Collection<String> categories) {
        return new MaintenanceRules(
                categories.stream()
                        .map(category -> new Line(category, category, Optional.empty()))
                        .toList(),
                Feed.DEFAULT,
                Stock.DEFAULT,
                Writes.DEFAULT,
                MassBreaker.DEFAULT,
                DEFAULT_REOPEN_WITHIN,
                DEFAULT_CLEAR_LOOKS,
                HealthRules.of(categories));
    }

    private static void notNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The rule " + name + " is 0 or more, not " + duration);
        }
    }

    private static void requireShare(String name, BigDecimal share) {
        Baselines.decimal(share);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("The rule " + name + " is a share of 0 to 1, not " + share);
        }
    }
}
