package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.TestServer;

class PostgresOrdersAndReadingsContractTest extends OrdersAndReadingsContract {
    PostgresOrdersAndReadingsContractTest() {
        super(TestServer.POSTGRESQL);
    }
}
