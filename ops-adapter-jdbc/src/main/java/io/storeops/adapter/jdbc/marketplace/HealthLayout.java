package io.storeops.adapter.jdbc.marketplace;

import io.storeops.inspection.RuleKey;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a row is one reading or several of indicators of a store's health: one for each of which it has a figure.
 *
 * @param layout the statement and its columns beside the figures
 * @param indicators where each indicator stands
 */
record HealthLayout(Layout layout, List<Indicator> indicators) {
    /** What a column can be for one indicator. */
    enum Figure {
        /** The score or the rate as it is stated: 4.85, or 0.021. */
        VALUE(Kind.NUMBER),
        /** How many were counted for a stated figure. */
        SAMPLE(Kind.COUNT),
        /** What was counted: the sum of votes, the refunds. */
        DIVIDEND(Kind.NUMBER),
        /** Of how many: the votes, the paid orders. */
        DIVISOR(Kind.COUNT),
        /** What was spent. */
        SPENT(Kind.AMOUNT),
        /** The tool's own budget. */
        BUDGET(Kind.AMOUNT);

        private final Kind kind;

        Figure(Kind kind) {
            this.kind = kind;
        }

        Kind kind() {
            return kind;
        }
    }

    /**
     * Where an indicator stands, and how it was counted.
     *
     * @param key category and metric
     * @param columns the column of each figure
     * @param percent whether a stated figure is in percent, so that 2.1 is 0.021
     * @param definition the word for what is divided by what, if the tables are known to mean one
     * @param window the time that is counted over, if the tables are known to mean one
     */
    record Indicator(
            RuleKey key,
            Map<Figure, String> columns,
            boolean percent,
            Optional<String> definition,
            Optional<Period> window) {
        Indicator {
            columns = Map.copyOf(columns);
        }

        boolean spend() {
            return columns.containsKey(Figure.SPENT);
        }
    }

    HealthLayout {
        indicators = List.copyOf(indicators);
    }
}
