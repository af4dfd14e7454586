package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.TestServer;

class PostgresStatesContractTest extends StatesContract {
    PostgresStatesContractTest() {
        super(TestServer.POSTGRESQL);
    }
}
