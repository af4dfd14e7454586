package io.storeops.adapter.chat;

import io.storeops.spi.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a robot, which is a secret: whoever has it speaks in the group. Shows nothing but its host. Immutable.
 *
 * @param address the whole address
 */
record Webhook(Secret address) {
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]*");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTPS = 443;

    /**
     * Where a robot may be.
     *
     * @param hosts the hosts that https leads to
     * @param path how the path begins
     * @param parameter the parameter that the query has, empty text if it needs none
     * @param loopback whether it may also be on this machine, on any port and without TLS
     */
    record Rule(List<String> hosts, String path, String parameter, boolean loopback) {
        Rule {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * Checks an address.
     *
     * @param address the address
     * @param rule where it may lead
     * @return the webhook
     * @throws IllegalArgumentException if it leads elsewhere, without the address
     */
    static Webhook of(Secret address, Rule rule) {
        URI uri = parsed(address, rule);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = rule.loopback() && LOOPBACK.contains(host);
        boolean there = rule.hosts().contains(host)
                && "https".equalsIgnoreCase(uri.getScheme())
                && (uri.getPort() == -1 || uri.getPort() == HTTPS);
        boolean scheme = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null && scheme;
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        boolean placed = path.startsWith(rule.path()) && !path.contains("..") && !path.contains("//");
        boolean keyed =
                rule.parameter().isEmpty() || parameter(uri, rule.parameter()).length() > 0;
        if (!plain || !(here || there) || !placed || !keyed) {
            throw refusal(rule);
        }
        return new Webhook(address);
    }

    private static URI parsed(Secret address, Rule rule) {
        try {
            return new URI(address.reveal());
        } catch (URISyntaxException e) {
            // Neither its message nor itself as a cause: both show the address.
            throw refusal(rule);
        }
    }

    private static IllegalArgumentException refusal(Rule rule) {
        String query = rule.parameter().isEmpty() ? "" : "?" + rule.parameter() + "=...";
        return new IllegalArgumentException("The webhook is not https://HOST" + rule.path() + "..." + query
                + " with one of the hosts " + rule.hosts()
                + ". Copy it from the robot's settings in the group; the setting 'host' allows another host");
    }

    /**
     * Checks the name of a further host.
     *
     * @param host the name
     * @return the same name
     * @throws IllegalArgumentException if it is no name of the domain name system in lower case, as an address by number is none
     */
    static String host(String host) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(host);
        }
        return host;
    }

    /** The address to send to. */
    URI uri() {
        return URI.create(address.reveal());
    }

    /** The address with more parameters, percent-encoded, in the order of their names. */
    URI with(Map<String, String> parameters) {
        return more(address.reveal(), parameters);
    }

    /** Another path of the same host, with the same query and more parameters. */
    URI at(String path, Map<String, String> parameters) {
        URI uri = uri();
        return more(uri.getScheme() + "://" + uri.getRawAuthority() + path + "?" + uri.getRawQuery(), parameters);
    }

    private static URI more(String address, Map<String, String> parameters) {
        StringBuilder uri = new StringBuilder(address);
        parameters.forEach((name, value) -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return URI.create(uri.toString());
    }

    /** What of the address nobody is to see: the values of its query and, after the fixed beginning, the parts of its path. */
    List<Secret> secrets(String path) {
        URI uri = uri();
        List<Secret> secrets = new ArrayList<>();
        Arrays.stream(uri.getRawPath().substring(path.length()).split("/", -1))
                .filter(part -> !part.isEmpty())
                .forEach(part -> secrets.add(Secret.of(part)));
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&", -1)) {
                secrets.add(Secret.of(pair.substring(pair.indexOf('=') + 1)));
            }
        }
        return secrets;
    }

    private static String parameter(URI uri, String name) {
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return "https://" + uri().getHost() + "/***";
    }
}
