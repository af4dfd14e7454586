package io.storeops.adapter.jdbc;

class PostgresContractTest extends ServerContract {
    PostgresContractTest() {
        super(TestServer.POSTGRESQL);
    }
}
