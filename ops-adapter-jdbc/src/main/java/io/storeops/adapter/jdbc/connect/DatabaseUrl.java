package io.storeops.adapter.jdbc.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A configured URL that was checked. Drivers run code, read files and load classes for some URL parameters, so only known
 * forms pass, and the driver gets a URL that is composed anew of checked pieces, never the text itself.
 *
 * @param text what the driver gets
 * @param product the database, as in "PostgreSQL"
 * @param driver where its driver comes from, as Maven names it
 */
public record DatabaseUrl(String text, String product, String driver) {
    /**
     * Checks a URL.
     *
     * @param url the URL as configured
     * @param directory where a relative path begins
     * @return the URL for the driver
     * @throws IllegalArgumentException if it is of another form or has a parameter that is not allowed
     */
    public static DatabaseUrl parse(String url, Path directory) {
        if (url.startsWith(H2Url.PREFIX)) {
            return new DatabaseUrl(H2Url.parse(url, directory).text(), "H2", "com.h2database:h2");
        }
        for (ServerUrl server : ServerUrl.ALL) {
            if (url.startsWith(server.prefix())) {
                return new DatabaseUrl(server.compose(url), server.product(), server.driver());
            }
        }
        String known = Stream.concat(
                        Stream.of(H2Url.PREFIX), ServerUrl.ALL.stream().map(ServerUrl::prefix))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("The url of the database must begin with one of " + known
                + " in lower case. For another database pass its DataSource to JdbcStorage.on");
    }

    /** A piece of a refused URL, short and harmless in a log. */
    static String shown(String piece) {
        String safe = piece.replaceAll("[^\\p{L}\\p{N} ._/\\\\:-]", "?");
        return "'" + (safe.length() > 80 ? safe.substring(0, 80) + "..." : safe) + "'";
    }

    /** Refuses a parameter that stands twice. */
    static IllegalArgumentException twice(String name) {
        return new IllegalArgumentException("The url of the database has the parameter " + name + " twice");
    }

    /**
     * Refuses a parameter.
     *
     * @param parameter the parameter as it stands, of which only the name is shown
     * @param allowed what is allowed
     */
    static IllegalArgumentException forbidden(String parameter, List<String> allowed) {
        return new IllegalArgumentException("The url of the database must not have the parameter "
                + shown(parameter.split("=", 2)[0]) + " with this value. Allowed: " + String.join(", ", allowed));
    }
}
