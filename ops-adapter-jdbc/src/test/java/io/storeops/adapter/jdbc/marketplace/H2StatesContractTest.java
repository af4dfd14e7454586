package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.TestServer;

class H2StatesContractTest extends StatesContract {
    H2StatesContractTest() {
        super(TestServer.H2);
    }
}
