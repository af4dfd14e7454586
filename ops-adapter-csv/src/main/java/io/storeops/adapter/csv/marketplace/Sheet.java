package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.AmountUnit;
import java.util.Map;

/**
 * How a row of a file that shows a state is read, as far as it is the same for every kind of state.
 *
 * @param <R> what a column can be
 * @param unit whether amounts are in major or minor units
 * @param columns the header of each role
 * @param asOf how the file says of which instant it speaks
 * @param newestOnly whether the newest file alone is the state; else all of them are parts of it
 */
record Sheet<R extends Enum<R>>(AmountUnit unit, Map<R, String> columns, AsOf asOf, boolean newestOnly) {
    Sheet {
        columns = Map.copyOf(columns);
    }
}
