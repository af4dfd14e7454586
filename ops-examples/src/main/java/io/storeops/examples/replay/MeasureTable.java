package io.storeops.examples.replay;

import io.storeops.kpi.Ratio;
import java.util.List;
import java.util.Map;

/** {@code kpi.csv}: the measures of all duties. */
final class MeasureTable {
    private MeasureTable() {}

    static ResultTable of(Map<String, Ratio> measures) {
        return TableLayout.<Map.Entry<String, Ratio>>of("kpi.csv")
                .key("id", Map.Entry::getKey)
                .column("n", measure -> Long.toString(measure.getValue().n()))
                .column("d", measure -> Long.toString(measure.getValue().d()))
                .column("percent", measure -> measure.getValue().text("N/A"))
                .table(List.copyOf(measures.entrySet()))
                .scoped(ResultTable.Scope.naming("id", measures.keySet()));
    }
}
