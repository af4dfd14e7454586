package io.storeops.listing;

import io.storeops.position.Baselines;
import java.math.BigDecimal;
import java.util.Optional;

/** The base values (基础值) that somebody may set for a store, each a decimal (D92). */
public enum BaselineKey {
    /** The three scores of a store, from 1 to 5. */
    DSR,
    /** The share of bad reviews, from 0 to 1. */
    BAD_REVIEW_RATE,
    /** The share of refunds, from 0 to 1. */
    REFUND_RATE,
    /** The move of a rival's price, as a share of it, from which on it is looked at. */
    COMPETITOR_PRICE_MOVE;

    /** What a roster says; empty if it has no such base value. */
    Optional<BigDecimal> in(Baselines baselines) {
        return switch (this) {
            case DSR -> baselines.dsr();
            case BAD_REVIEW_RATE -> baselines.badReviewRate();
            case REFUND_RATE -> baselines.refundRate();
            case COMPETITOR_PRICE_MOVE -> baselines.competitorPriceMove();
        };
    }

    /** What a roster says, with another value. */
    Baselines set(Baselines known, BigDecimal value) {
        Optional<BigDecimal> other = Optional.of(value);
        return new Baselines(
                this == DSR ? other : known.dsr(),
                this == BAD_REVIEW_RATE ? other : known.badReviewRate(),
                this == REFUND_RATE ? other : known.refundRate(),
                known.refundWindowDays(),
                this == COMPETITOR_PRICE_MOVE ? other : known.competitorPriceMove(),
                known.competitorSalesMove(),
                known.activityExpiryWarning());
    }
}
