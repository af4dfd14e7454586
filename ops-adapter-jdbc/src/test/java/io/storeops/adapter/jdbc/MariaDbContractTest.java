package io.storeops.adapter.jdbc;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("serverIsThere")
class MariaDbContractTest extends ServerContract {
    MariaDbContractTest() {
        super(TestServer.MARIADB);
    }

    static boolean serverIsThere() {
        return TestServer.MARIADB.available();
    }
}
