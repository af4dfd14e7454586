package io.storeops.adapter.jdbc.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of the URLs of a database server: {@code jdbc:<scheme>://<host>[:<port>]/<database>[?<name>=<value>&...]}. One
 * host; no user and no password, which have settings of their own; names of parameters as they are written, because drivers
 * differ in whether they fold case.
 *
 * @param product the database
 * @param prefix how its URLs begin
 * @param driver where its driver comes from
 * @param parameters the allowed parameters, each with what its value may be
 * @param pins parameters that are always added: the dangerous ones, switched off whatever the driver's default is
 */
record ServerUrl(String product, String prefix, String driver, Map<String, Pattern> parameters, List<String> pins) {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");
    private static final Pattern SWITCH = Pattern.compile("true|false");

    static final List<ServerUrl> ALL = List.of(
            new ServerUrl(
                    "PostgreSQL",
                    "jdbc:postgresql://",
                    "org.postgresql:postgresql",
                    new TreeMap<>(Map.of(
                            "ApplicationName",
                            Pattern.compile("[A-Za-z0-9_.-]{1,63}"),
                            "connectTimeout",
                            SECONDS,
                            "currentSchema",
                            Pattern.compile("[a-z_][a-z0-9_]{0,62}"),
                            "prepareThreshold",
                            Pattern.compile("[0-9]{1,5}"),
                            "socketTimeout",
                            SECONDS,
                            "sslmode",
                            Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full"),
                            "tcpKeepAlive",
                            SWITCH)),
                    List.of()),
            new ServerUrl(
                    "MariaDB",
                    "jdbc:mariadb://",
                    "org.mariadb.jdbc:mariadb-java-client",
                    new TreeMap<>(Map.of(
                            "connectTimeout", SECONDS,
                            "socketTimeout", SECONDS,
                            "sslMode", Pattern.compile("disable|trust|verify-ca|verify-full"),
                            "tcpKeepAlive", SWITCH)),
                    List.of("allowLocalInfile=false")),
            new ServerUrl(
                    "MySQL",
                    "jdbc:mysql://",
                    "com.mysql:mysql-connector-j",
                    new TreeMap<>(Map.of(
                            "connectTimeout", SECONDS,
                            "socketTimeout", SECONDS,
                            "sslMode", Pattern.compile("DISABLED|PREFERRED|REQUIRED|VERIFY_CA|VERIFY_IDENTITY"),
                            "tcpKeepAlive", SWITCH)),
                    List.of("allowLoadLocalInfile=false", "allowUrlInLocalInfile=false", "autoDeserialize=false")));

    private static final Pattern PLACE = Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:]{2,39}])"
            + "(?::([0-9]{1,5}))?/[A-Za-z0-9_][A-Za-z0-9_-]{0,62}");
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]{1,40})=([A-Za-z0-9_.-]{1,64})");
    private static final int LAST_PORT = 65_535;

    /**
     * Checks a URL with this prefix.
     *
     * @return the URL for the driver
     * @throws IllegalArgumentException if it is of another form or has a parameter that is not allowed
     */
    String compose(String url) {
        String[] halves = url.substring(prefix.length()).split("\\?", 2);
        if (!isPlace(halves[0])) {
            throw new IllegalArgumentException("The url of the database must go on with <host>[:<port>]/<database>"
                    + " after " + prefix + ", without user and password, which have settings of their own");
        }
        List<String> all = new ArrayList<>();
        if (halves.length == 2) {
            parameters(halves[1]).forEach((name, value) -> all.add(name + "=" + value));
        }
        all.addAll(pins);
        return prefix + halves[0] + (all.isEmpty() ? "" : "?" + String.join("&", all));
    }

    private static boolean isPlace(String text) {
        Matcher place = PLACE.matcher(text);
        String port = place.matches() ? place.group(1) : "0";
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LAST_PORT);
    }

    private Map<String, String> parameters(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String parameter : text.split("&", -1)) {
            Matcher matcher = PARAMETER.matcher(parameter);
            Pattern rule = matcher.matches() ? parameters.get(matcher.group(1)) : null;
            if (rule == null || !rule.matcher(matcher.group(2)).matches()) {
                throw DatabaseUrl.forbidden(parameter, allowed());
            }
            if (found.put(matcher.group(1), matcher.group(2)) != null) {
                throw DatabaseUrl.twice(matcher.group(1));
            }
        }
        return found;
    }

    private List<String> allowed() {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }
}
