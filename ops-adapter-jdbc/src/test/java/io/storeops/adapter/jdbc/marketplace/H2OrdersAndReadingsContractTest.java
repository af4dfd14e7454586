package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.TestServer;

class H2OrdersAndReadingsContractTest extends OrdersAndReadingsContract {
    H2OrdersAndReadingsContractTest() {
        super(TestServer.H2);
    }
}
