package io.storeops.adapter.csv.marketplace;

import io.storeops.health.HealthReading;
import io.storeops.health.HealthValue;

/**
 * What one row adds to an amount spent.
 *
 * @param reading the reading that it would be if it stood alone
 * @param part what tells it from the other rows of the same subject and instant
 */
record HealthPart(HealthReading reading, String part) {
    /** The same amount twice is one row that stands twice; another is a contradiction. */
    static final SheetRule<HealthPart> RULE = new SheetRule<>(
            row -> row.whole() + ", part " + row.part().replace('\n', '/'),
            row -> row.reading().value().toString(),
            false);

    /** What the amounts are added up of. */
    String whole() {
        return reading.indicator() + " of " + reading.subject() + " at " + reading.asOf();
    }

    /** What was spent. */
    HealthValue.Spent spent() {
        return (HealthValue.Spent) reading.value();
    }
}
