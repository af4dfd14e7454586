package io.storeops.adapter.jdbc.connect;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configured URL of an embedded H2 database. H2 runs SQL, and with it code, from some URL parameters ({@code INIT}), so
 * only known forms pass, and the driver gets a URL that is composed anew of checked pieces, never the text itself.
 *
 * @param text what the driver gets
 */
record H2Url(String text) {
    static final String PREFIX = "jdbc:h2:";
    /** No colon but a drive's: H2 reads what stands before a colon as a file system; no network share. */
    private static final Pattern PATH = Pattern.compile("(?![/\\\\]{2})(?:[A-Za-z]:[/\\\\])?[\\p{L}\\p{N} ._/\\\\-]+");

    private static final Pattern MEMORY = Pattern.compile("mem:([A-Za-z0-9_-]+)");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z_]+)=([A-Za-z0-9-]+)");
    private static final Map<String, Pattern> PARAMETERS = new TreeMap<>(Map.of(
            "CACHE_SIZE", Pattern.compile("[0-9]{1,9}"),
            "DB_CLOSE_DELAY", Pattern.compile("-1|[0-9]{1,9}"),
            "DB_CLOSE_ON_EXIT", Pattern.compile("TRUE|FALSE"),
            "IFEXISTS", Pattern.compile("TRUE|FALSE"),
            "LOCK_TIMEOUT", Pattern.compile("[0-9]{1,9}"),
            "WRITE_DELAY", Pattern.compile("[0-9]{1,9}")));

    /**
     * Checks a URL.
     *
     * @param url the URL as configured
     * @param directory where a relative path begins
     * @return the URL for the driver; a file is written at each commit unless {@code WRITE_DELAY} says otherwise
     * @throws IllegalArgumentException if it is of another form or has a parameter that is not allowed
     */
    static H2Url parse(String url, Path directory) {
        String[] parts = url.split(";", -1);
        if (!parts[0].startsWith(PREFIX)) {
            throw new IllegalArgumentException("The url of the database must begin with " + PREFIX
                    + " in lower case. For another database pass its DataSource to JdbcStorage.on");
        }
        String database = parts[0].substring(PREFIX.length());
        Matcher memory = MEMORY.matcher(database);
        StringBuilder text = new StringBuilder(PREFIX);
        Map<String, String> parameters = parameters(parts);
        if (memory.matches()) {
            text.append(database);
        } else {
            text.append("async:").append(file(database, directory));
            parameters.putIfAbsent("WRITE_DELAY", "0");
        }
        parameters.forEach(
                (name, value) -> text.append(';').append(name).append('=').append(value));
        return new H2Url(text.toString());
    }

    private static String file(String database, Path directory) {
        String name = database.startsWith("file:") ? database.substring("file:".length()) : database;
        if (!PATH.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "The url of the database must go on with a path, file:<path> or mem:<name>" + " after " + PREFIX
                            + ", the path of letters, digits, spaces and . _ - / only, not "
                            + DatabaseUrl.shown(database));
        }
        String path = directory.resolve(name).toAbsolutePath().normalize().toString();
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "The directory of the configuration must be of letters, digits, spaces and"
                            + " . _ - / only, because H2 reads other characters of a path as commands, not "
                            + DatabaseUrl.shown(path));
        }
        return path;
    }

    private static Map<String, String> parameters(String[] parts) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            Matcher parameter = PARAMETER.matcher(parts[i]);
            String name = parameter.matches() ? parameter.group(1).toUpperCase(Locale.ROOT) : "";
            String value = parameter.matches() ? parameter.group(2).toUpperCase(Locale.ROOT) : "";
            Pattern rule = PARAMETERS.get(name);
            if (rule == null || !rule.matcher(value).matches()) {
                throw DatabaseUrl.forbidden(parts[i], allowed());
            }
            if (found.put(name, value) != null) {
                throw DatabaseUrl.twice(name);
            }
        }
        return found;
    }

    private static List<String> allowed() {
        return PARAMETERS.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
