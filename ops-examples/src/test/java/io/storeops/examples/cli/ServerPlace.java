package io.storeops.examples.cli;

import io.storeops.adapter.jdbc.TestDatabase;
import io.storeops.adapter.jdbc.TestServer;
import io.storeops.json.Json;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A new, empty place on a server of the tests, as the command line is told of it. */
final class ServerPlace {
    private ServerPlace() {}

    /** Writes the file that {@code --storage json:FILE} names. */
    static Path file(TestServer server, Path folder) throws SQLException, IOException {
        String[] url = TestDatabase.urlOfNewPlace(server).split("\\?", 2);
        Map<String, String> parameters = new LinkedHashMap<>();
        Arrays.stream(url[1].split("&"))
                .map(parameter -> parameter.split("=", 2))
                .forEach(parameter -> parameters.put(parameter[0], parameter[1]));
        Map<String, Json> settings = new LinkedHashMap<>();
        settings.put("adapter", Json.of("jdbc"));
        String schema = parameters.get("currentSchema");
        settings.put("url", Json.of(url[0] + (schema == null ? "" : "?currentSchema=" + schema)));
        settings.put("user", Json.of(parameters.get("user")));
        if (parameters.containsKey("password")) {
            settings.put("password", Json.of(parameters.get("password")));
        }
        return Files.writeString(
                folder.resolve("database.json"), Json.object(settings).canonical());
    }

    /** The jar of the server's driver. */
    static Path driver(TestServer server) throws SQLException, URISyntaxException {
        Class<?> driver = DriverManager.getDriver(server.url()).getClass();
        return Path.of(
                driver.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
