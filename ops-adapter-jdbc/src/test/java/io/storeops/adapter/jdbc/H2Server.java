package io.storeops.adapter.jdbc;

import java.sql.SQLException;
import java.util.UUID;
import org.h2.tools.Server;

/** H2's server in this JVM, on the loopback address, for databases in memory that other JVMs share. */
final class H2Server {
    private static Server server;

    private H2Server() {}

    static synchronized String urlOfNewDatabase() throws SQLException {
        if (server == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
            server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists")
                    .start();
        }
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }
}
