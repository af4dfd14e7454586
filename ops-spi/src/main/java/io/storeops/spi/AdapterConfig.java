package io.storeops.spi;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.storeops.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The settings of one adapter, read and checked: text stops here. Immutable. */
public final class AdapterConfig {
    private final String adapter;
    private final Map<ConfigKey<?>, Object> values;

    private AdapterConfig(String adapter, Map<ConfigKey<?>, Object> values) {
        this.adapter = adapter;
        this.values = ImmutableMap.copyOf(values);
    }

    /**
     * Reads settings that are text.
     *
     * @param adapter the adapter's name, for messages
     * @param keys what can be set
     * @param settings the text of each setting by name
     * @return the settings
     * @throws ConfigurationException if a setting is unknown, missing or cannot be read; names all of them
     */
    public static AdapterConfig of(String adapter, List<ConfigKey<?>> keys, Map<String, String> settings) {
        Map<String, Json> values = new LinkedHashMap<>();
        settings.forEach((name, text) -> values.put(name, Json.of(text)));
        return of(new Reading(adapter, Json.object(values), true), keys);
    }

    /**
     * Reads settings that are the members of a JSON object. A number and a truth value may stand for their text.
     *
     * @param adapter the adapter's name, for messages
     * @param keys what can be set
     * @param settings the settings
     * @return the settings
     * @throws ConfigurationException if a setting is unknown, missing or cannot be read; names all of them
     */
    public static AdapterConfig of(String adapter, List<ConfigKey<?>> keys, Json.Obj settings) {
        return of(new Reading(adapter, settings, false), keys);
    }

    /**
     * Reads the settings that stand beside an adapter's name.
     *
     * @param adapter the adapter's name, for messages
     * @param keys what can be set
     * @param place the settings, the name among them
     * @param others the members that are somebody else's to read
     * @return the settings
     * @throws ConfigurationException if a setting is unknown, missing or cannot be read; names all of them
     */
    static AdapterConfig beside(String adapter, List<ConfigKey<?>> keys, Json.Obj place, Set<String> others) {
        Map<String, Json> settings = new TreeMap<>(place.members());
        settings.remove(ConfigKey.ADAPTER);
        settings.keySet().removeAll(others);
        return of(adapter, keys, Json.object(settings));
    }

    private static AdapterConfig of(Reading reading, List<ConfigKey<?>> keys) {
        keys.forEach(reading::take);
        reading.refuseUnknown(keys);
        if (!reading.problems.isEmpty()) {
            throw new ConfigurationException(reading.problems);
        }
        return new AdapterConfig(reading.adapter, reading.values);
    }

    /**
     * The value of a key, or its default.
     *
     * @param <T> its type
     * @param key a key that the provider declares
     * @return the value
     * @throws IllegalArgumentException if the provider does not declare the key, or it is optional and was left out
     */
    public <T> T get(ConfigKey<T> key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException("Adapter '" + adapter + "' got no value for the key '"
                        + key.name() + "', which is optional. Read it with find, or declare a default"));
    }

    /**
     * The value of a key, or its default.
     *
     * @param <T> its type
     * @param key a key that the provider declares
     * @return the value, empty if it was left out and has no default
     * @throws IllegalArgumentException if the provider does not declare the key
     */
    @SuppressWarnings("unchecked") // values are put in by the parser of their own key
    public <T> Optional<T> find(ConfigKey<T> key) {
        Optional<T> value = (Optional<T>) values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("Adapter '" + adapter + "' does not declare the key '" + key.name()
                    + "'. Declared: " + values.keySet());
        }
        return value;
    }

    /** Whether the adapter may have been given a secret, which it could tell. */
    boolean hasSecret() {
        return values.entrySet().stream()
                .anyMatch(setting ->
                        (setting.getKey().secret() || setting.getKey().ofMarketplaces())
                                && !setting.getValue().equals(Optional.empty()));
    }

    /** The names of the keys; no value, so no secret. */
    @Override
    public String toString() {
        return adapter + values.keySet();
    }

    private static final class Reading {
        private final List<String> problems = new ArrayList<>();
        private final Map<ConfigKey<?>, Object> values = new LinkedHashMap<>();
        private final String adapter;
        private final Json.Obj settings;
        private final boolean texts;

        Reading(String adapter, Json.Obj settings, boolean texts) {
            this.adapter = requireNonNull(adapter, "adapter");
            this.settings = settings;
            this.texts = texts;
        }

        void take(ConfigKey<?> key) {
            Json value = settings.members().get(key.name());
            if (value != null) {
                values.put(key, read(key, value));
            } else if (key.required()) {
                problems.add("Adapter '" + adapter + "' needs the key '" + key.name() + "': " + key.doc());
            } else {
                values.put(key, key.fallback());
            }
        }

        private <T> Optional<T> read(ConfigKey<T> key, Json value) {
            boolean nested = value instanceof Json.Obj || value instanceof Json.Arr;
            if (value instanceof Json.Null || (nested && !key.nested())) {
                refuse(
                        key,
                        (key.secret() ? Secret.MASK : value.canonical()) + " is not a text, a number or a truth value");
                return Optional.empty();
            }
            String text =
                    value instanceof Json.Text given && (texts || !key.nested()) ? given.value() : value.canonical();
            try {
                return Optional.of(key.parse(text));
            } catch (RuntimeException e) {
                refuse(key, key.refusal(text));
                return Optional.empty();
            }
        }

        private void refuse(ConfigKey<?> key, String why) {
            problems.add("Adapter '" + adapter + "' key '" + key.name() + "': " + why);
        }

        void refuseUnknown(List<ConfigKey<?>> keys) {
            List<String> known = keys.stream().map(ConfigKey::name).sorted().toList();
            for (String name : settings.members().keySet()) {
                if (!known.contains(name)) {
                    problems.add(
                            "Adapter '" + adapter + "' does not know the key '" + name + "'. Known keys: " + known);
                }
            }
        }
    }
}
