package io.storeops.spi;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting of an adapter: name, type, default, whether it is a secret, and one line of explanation. Required unless
 * {@link #orElse} or {@link #optional} says otherwise. Declared as a constant of the provider. Immutable.
 *
 * <pre>{@code
 * static final ConfigKey<Path> DIRECTORY = ConfigKey.path("directory", "the folder of the exported files");
 * static final ConfigKey<Duration> TIMEOUT = ConfigKey.duration("timeout", "how long a call may take").orElse(Duration.ofSeconds(5));
 * }</pre>
 *
 * @param <T> the type of the value
 */
public final class ConfigKey<T> {
    /** The member beside the settings that names their adapter. */
    static final String ADAPTER = "adapter";

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private enum Need {
        REQUIRED,
        DEFAULTED,
        OPTIONAL
    }

    private final String name;
    private final String doc;
    private final String expected;
    private final Function<String, T> parser;
    private final Need need;
    private final @Nullable T fallback;
    private final Form form;

    /** What a value looks like from outside. */
    enum Form {
        PLAIN,
        SECRET,
        NESTED,
        /** Marketplaces with settings of their own, which may be secrets. */
        MARKETPLACES
    }

    private ConfigKey(
            String name,
            String doc,
            String expected,
            Form form,
            Function<String, T> parser,
            Need need,
            @Nullable T fallback) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not a key name (expected " + NAME + ")");
        }
        if (doc.isBlank()) {
            throw new IllegalArgumentException("The key '" + name + "' must say in one line what it sets");
        }
        this.name = name;
        this.doc = doc;
        this.expected = requireNonNull(expected, "expected");
        this.form = form;
        this.parser = requireNonNull(parser, "parser");
        this.need = need;
        this.fallback = fallback;
    }

    /**
     * A key of any type.
     *
     * @param <T> the type of the value
     * @param name the name, {@code [a-z][A-Za-z0-9]*}
     * @param doc one line: what it sets, with the unit
     * @param expected what is wrong with a value that cannot be read, as in "is not a colour (expected red or green)"
     * @param parser reads the text; any runtime exception means that it cannot
     * @return the key, required
     */
    public static <T> ConfigKey<T> of(String name, String doc, String expected, Function<String, T> parser) {
        return new ConfigKey<>(name, doc, expected, Form.PLAIN, parser, Need.REQUIRED, null);
    }

    /**
     * A key of text that is not blank.
     *
     * @param name the name
     * @param doc one line: what it sets
     * @return the key, required
     */
    public static ConfigKey<String> text(String name, String doc) {
        return of(name, doc, "is blank", text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /**
     * A key of a whole number.
     *
     * @param name the name
     * @param doc one line: what it sets, with the unit
     * @param least the least value allowed
     * @param greatest the greatest value allowed
     * @return the key, required
     */
    public static ConfigKey<Long> number(String name, String doc, long least, long greatest) {
        return of(name, doc, "is not a whole number from " + least + " to " + greatest, text -> {
            long number = Long.parseLong(text);
            if (number < least || number > greatest) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /**
     * A key of a truth value.
     *
     * @param name the name
     * @param doc one line: what it switches on
     * @return the key, required
     */
    public static ConfigKey<Boolean> flag(String name, String doc) {
        return of(name, doc, "is not true or false", text -> switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /**
     * A key of a duration that is not negative.
     *
     * @param name the name
     * @param doc one line: what it sets
     * @return the key, required
     */
    public static ConfigKey<Duration> duration(String name, String doc) {
        return of(name, doc, "is not a duration of 0 or more (expected ISO 8601, as in PT10M)", text -> {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        });
    }

    /**
     * A key of a path. A relative one begins at {@link AdapterContext#directory()}; {@link AdapterContext#resolve} makes it
     * absolute.
     *
     * @param name the name
     * @param doc one line: what is found there
     * @return the key, required
     */
    public static ConfigKey<Path> path(String name, String doc) {
        return of(name, doc, "is not a path", text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException(text);
            }
            return Path.of(text);
        });
    }

    /**
     * A key of a time zone.
     *
     * @param name the name
     * @param doc one line: what happens in that zone
     * @return the key, required
     */
    public static ConfigKey<ZoneId> zone(String name, String doc) {
        return of(name, doc, "is not a time zone (expected something like Asia/Shanghai)", ZoneId::of);
    }

    /**
     * A key of one of the constants of an enum, in lower case and with hyphens.
     *
     * @param <E> the enum
     * @param name the name
     * @param doc one line: what is chosen
     * @param type the enum
     * @return the key, required
     */
    public static <E extends Enum<E>> ConfigKey<E> choice(String name, String doc, Class<E> type) {
        E[] constants = type.getEnumConstants();
        Function<E, String> word =
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String words = Arrays.stream(constants).map(word).toList().toString();
        return of(
                name,
                doc,
                "is none of " + words,
                text -> Arrays.stream(constants)
                        .filter(constant -> word.apply(constant).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /**
     * A key of a password, token or signing key, never shown in a message.
     *
     * @param name the name
     * @param doc one line: what it opens
     * @return the key, required
     */
    public static ConfigKey<Secret> secret(String name, String doc) {
        return new ConfigKey<>(name, doc, "is empty", Form.SECRET, ConfigKey::secretOf, Need.REQUIRED, null);
    }

    private static Secret secretOf(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return Secret.of(text);
    }

    /**
     * A key of a nested value, such as a mapping of column names.
     *
     * @param name the name
     * @param doc one line: what it sets and its form
     * @return the key, required
     */
    public static ConfigKey<Json> json(String name, String doc) {
        return new ConfigKey<>(
                name, doc, "is not JSON", Form.NESTED, text -> JsonCodec.parse(name, text), Need.REQUIRED, null);
    }

    /**
     * A key of the marketplaces that an adapter is made of, each under a name and with its own adapter and settings, as in
     * {@code {"erp": {"adapter": "jdbc", "url": ...}}}. Their settings are checked before any adapter is made, and what is a secret there is
     * masked; {@link AdapterContext#marketplace} makes them.
     *
     * @param name the name
     * @param doc one line: what they are for
     * @return the key, required
     */
    public static ConfigKey<Map<String, Json.Obj>> marketplaces(String name, String doc) {
        return new ConfigKey<>(
                name,
                doc,
                "is not an object of one marketplace or more, each an object with its adapter",
                Form.MARKETPLACES,
                text -> marketplacesOf(JsonReader.root(name, JsonCodec.parse(name, text))),
                Need.REQUIRED,
                null);
    }

    private static Map<String, Json.Obj> marketplacesOf(JsonReader place) {
        ImmutableSortedMap.Builder<String, Json.Obj> found = ImmutableSortedMap.naturalOrder();
        for (String name : place.names()) {
            JsonReader each = place.member(name);
            each.text(ADAPTER);
            found.put(name, (Json.Obj) each.value());
        }
        Map<String, Json.Obj> marketplaces = found.build();
        if (marketplaces.isEmpty()) {
            throw new IllegalArgumentException("none");
        }
        return marketplaces;
    }

    /**
     * The same key with a default.
     *
     * @param value the value if none is given
     * @return the key
     */
    public ConfigKey<T> orElse(T value) {
        return new ConfigKey<>(name, doc, expected, form, parser, Need.DEFAULTED, requireNonNull(value, "value"));
    }

    /**
     * The same key, which may be left out; read by {@link AdapterConfig#find}.
     *
     * @return the key
     */
    public ConfigKey<T> optional() {
        return new ConfigKey<>(name, doc, expected, form, parser, Need.OPTIONAL, null);
    }

    /**
     * The name.
     *
     * @return the name, {@code [a-z][A-Za-z0-9]*}
     */
    public String name() {
        return name;
    }

    /**
     * What the key sets.
     *
     * @return one line
     */
    public String doc() {
        return doc;
    }

    /**
     * The value if none is given.
     *
     * @return the default, empty if there is none
     */
    public Optional<T> fallback() {
        return Optional.ofNullable(fallback);
    }

    /**
     * Whether a configuration without this key is refused.
     *
     * @return true if it has neither a default nor is optional
     */
    public boolean required() {
        return need == Need.REQUIRED;
    }

    /**
     * Whether the value must not be shown.
     *
     * @return true if made by {@link #secret}
     */
    public boolean secret() {
        return form == Form.SECRET;
    }

    /**
     * Whether an object or an array may stand here.
     *
     * @return true if made by {@link #json}
     */
    boolean nested() {
        return form == Form.NESTED || form == Form.MARKETPLACES;
    }

    /**
     * Whether marketplaces stand here that have settings of their own.
     *
     * @return true if made by {@link #marketplaces}
     */
    boolean ofMarketplaces() {
        return form == Form.MARKETPLACES;
    }

    T parse(String text) {
        return requireNonNull(parser.apply(text), name);
    }

    /** What is wrong with a value that {@link #parse} does not take, without the value if there may be a secret in it. */
    String refusal(String text) {
        return (secret() || ofMarketplaces() ? Secret.MASK : "'" + text + "'") + " " + expected;
    }

    @Override
    public String toString() {
        return name;
    }
}
