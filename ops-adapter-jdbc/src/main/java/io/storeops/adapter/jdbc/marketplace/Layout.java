package io.storeops.adapter.jdbc.marketplace;

import java.util.Map;

/**
 * What a row of a result is, as far as its columns have roles.
 *
 * @param query the statement
 * @param unit in what its amounts are
 * @param columns the column of each role
 */
record Layout(Query query, Unit unit, Map<Role, String> columns) {
    Layout {
        columns = Map.copyOf(columns);
    }

    /** The column of a role without which the configuration would have been refused. */
    String column(Role role) {
        String column = columns.get(role);
        if (column == null) {
            throw new IllegalStateException("The configuration has no " + role);
        }
        return column;
    }
}
