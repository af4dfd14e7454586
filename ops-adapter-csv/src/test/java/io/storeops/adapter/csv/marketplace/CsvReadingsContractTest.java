package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.calendar.SlotId;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Subject;
import io.storeops.spi.tck.MarketplaceContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Of six rows three are asked for; one of these has a figure that is none. */
class CsvReadingsContractTest extends MarketplaceContract {
    private static final String ROWS = """
            seq,boundary,observed_at,arrived_at,subject_kind,subject_id,amount_minor,visitors,buyers,quality,reason
            1,2024-06-16T09:00,2024-06-16T09:00:10+08:00,2024-06-16T09:01:00+08:00,STORE,S1,100,10,1,ACTUAL,
            2,2024-06-16T09:00,2024-06-16T09:00:15+08:00,2024-06-16T09:01:10+08:00,ITEM,A,60,6,x,ACTUAL,
            3,2024-06-16T09:00,2024-06-16T09:00:20+08:00,2024-06-16T09:01:20+08:00,ITEM,A,60,6,1,ACTUAL,
            4,2024-06-16T09:00,2024-06-16T09:00:20+08:00,2024-06-16T09:01:20+08:00,ITEM,B,40,4,0,ACTUAL,
            5,2024-06-16T10:00,2024-06-16T10:00:10+08:00,2024-06-16T10:01:00+08:00,STORE,S1,200,20,2,ACTUAL,
            6,2024-06-16T10:00,2024-06-16T10:00:10+08:00,2024-06-16T10:01:00+08:00,ITEM,A,x,20,2,ACTUAL,
            """;

    @TempDir
    private Path folder;

    @Override
    protected Marketplace open(Clock clock) {
        return new Exports(folder).file("readings.csv", ROWS).marketplace("readings.csv", "storeops-readings");
    }

    @Override
    protected List<Sample<?>> samples() {
        return List.of(new Sample<>(
                new MetricsRequest(
                        Exports.SHANGHAI,
                        Exports.PLAN,
                        SlotId.of(LocalDate.of(2024, 6, 16), 1),
                        List.of(Subject.ofStore(Exports.SHANGHAI.id()), Subject.ofItem("A"))),
                2,
                1));
    }
}
