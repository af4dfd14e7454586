package io.storeops.adapter.csv.marketplace;

import io.storeops.inspection.RuleKey;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a row of a file is one reading or several of indicators of a store's health: one for each of which it has a figure.
 *
 * @param sheet the column of the subject, units and instants
 * @param indicators where each indicator stands
 * @param added the columns that tell apart the rows of one subject and instant whose amounts are added up; none if they are not
 */
record HealthLayout(Sheet<Role> sheet, List<Indicator> indicators, List<String> added) {
    /** What a column can be for all of a row's readings. */
    enum Role {
        /** Of whom the row speaks; without this column, of the store. */
        SUBJECT,
        /** The currency of amounts, which must be the store's. */
        CURRENCY
    }

    /** What a column can be for one indicator. */
    enum Figure {
        /** The score or the rate as it is stated. */
        VALUE,
        /** How many were counted for a stated figure. */
        SAMPLE,
        /** What was counted: the sum of votes, the refunds. */
        DIVIDEND,
        /** Of how many: the votes, the paid orders. */
        DIVISOR,
        /** What was spent. */
        SPENT,
        /** The tool's own budget. */
        BUDGET
    }

    /** How a stated figure is written. */
    enum Scale {
        /** As it is: 4.85, or 0.021 for a rate. A percent sign says otherwise. */
        PLAIN,
        /** In percent, with or without the sign: 2.1 is 0.021. */
        PERCENT
    }

    /**
     * Where an indicator stands, and how it was counted.
     *
     * @param key category and metric
     * @param columns the header of each figure
     * @param scale how a stated figure is written
     * @param definition the word for what is divided by what, if the file is known to mean one
     * @param window the time that is counted over, if the file is known to mean one
     */
    record Indicator(
            RuleKey key,
            Map<Figure, String> columns,
            Scale scale,
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
        added = List.copyOf(added);
    }

    /** The columns that are read beside those of roles. */
    List<String> further() {
        return Stream.concat(
                        added.stream(), indicators.stream().flatMap(indicator -> indicator.columns().values().stream()))
                .toList();
    }
}
