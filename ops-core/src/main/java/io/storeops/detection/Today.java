package io.storeops.detection;

/**
 * The level of today beside the forecast, from its slots so far: a gamma distribution whose knowledge fades from slot to slot (the
 * steady model of Harvey and Fernandes, Time series models for count or qualitative observations, Journal of Business and Economic
 * Statistics 7, 1989). Rain, or a letter to all customers, lifts or lowers the whole day; a fault does so from one slot to the next.
 */
final class Today {
    /** What a usual day weighs against what was seen today, in slots' worth of knowledge. */
    private static final double PRIOR = 8;

    /** However many its orders, a slot tells no more of the day than so many: neighbouring slots differ by a quarter on their own. */
    private static final double MOST = 15;

    /** So many times what was expected are learnt at most, with a margin for few. */
    private static final double CUT = 2;

    private static final double CUT_MARGIN = 3;

    private final double slotMemory;
    private final double nightMemory;
    private double seen;
    private double expected;

    Today(double slotMemory, double nightMemory) {
        this.slotMemory = slotMemory;
        this.nightMemory = nightMemory;
    }

    void open() {
        seen *= nightMemory;
        expected *= nightMemory;
    }

    /** By how much today is above the forecast; 1 is as expected. */
    double level() {
        return (PRIOR + seen) / (PRIOR + expected);
    }

    void learn(double count, double forecast) {
        double counted = Math.min(count, CUT * forecast * level() + CUT_MARGIN);
        double share = 1 / (1 + forecast / MOST);
        seen = seen * slotMemory + counted * share;
        expected = expected * slotMemory + forecast * share;
    }
}
