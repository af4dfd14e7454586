package io.storeops.adapter.csv.marketplace;

import io.storeops.Marketplace;
import io.storeops.figures.OrdersRequest;
import io.storeops.spi.tck.MarketplaceContract;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

/** Twelve thousand rows, so that there are three pages; every hundredth cannot be taken. */
class CsvOrdersContractTest extends MarketplaceContract {
    private static final int ROWS = 12_000;

    @TempDir
    private Path folder;

    @Override
    protected Marketplace open(Clock clock) {
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(
                        i -> i + (i % 100 == 0 ? ",?" : ",12.5") + ",12.5,nowhere,2020/2/21 0:00,2020/2/21 0:05,0\r\n")
                .collect(Collectors.joining());
        return new Exports(folder)
                .file("orders.csv", "订单编号,总金额,买家实际支付金额,收货地址,订单创建时间,订单付款时间,退款金额\r\n" + rows)
                .marketplace("orders.csv", "tmall-orders");
    }

    @Override
    protected List<Sample<?>> samples() {
        Instant from = Instant.parse("2020-02-01T00:00:00Z");
        Instant to = Instant.parse("2020-03-01T00:00:00Z");
        return List.of(new Sample<>(new OrdersRequest(Exports.SHANGHAI, from, to), ROWS - ROWS / 100, ROWS / 100));
    }
}
