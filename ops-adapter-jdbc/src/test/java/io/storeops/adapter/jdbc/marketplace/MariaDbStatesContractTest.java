package io.storeops.adapter.jdbc.marketplace;

import io.storeops.adapter.jdbc.TestServer;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("serverIsThere")
class MariaDbStatesContractTest extends StatesContract {
    MariaDbStatesContractTest() {
        super(TestServer.MARIADB);
    }

    static boolean serverIsThere() {
        return TestServer.MARIADB.available();
    }
}
