package io.storeops.spi.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SettableClock;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.AdapterProvider;
import io.storeops.spi.Adapters;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.ConfigurationException;
import io.storeops.spi.MarketplaceProvider;
import io.storeops.spi.RendererProvider;
import io.storeops.spi.StorageProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link AdapterProvider} does. Extend it in the adapter's test and say which provider and what settings work. */
@SuppressWarnings("exports") // JUnit is there for those who extend the kit, and for nobody else
@DisplayName("A provider")
public abstract class ProviderContract {
    private static final String CANARY = "canary-7f3a";

    /** For the adapter's test. */
    protected ProviderContract() {}

    /**
     * A new provider.
     *
     * @return made by its public constructor
     */
    protected abstract AdapterProvider<?> provider();

    /**
     * Settings with which {@link AdapterProvider#create} succeeds.
     *
     * @param directory an empty folder, against which relative paths are resolved
     * @return the text of each setting by name
     * @throws Exception if a file that the adapter needs cannot be made
     */
    protected abstract Map<String, String> settings(Path directory) throws Exception;

    private AdapterConfig config(Map<String, String> settings) {
        return AdapterConfig.of(provider().name(), provider().configKeys(), settings);
    }

    @Test
    @DisplayName("P01 has a slug for a name, always the same")
    void name() {
        String name = provider().name();
        assertTrue(name.matches("[a-z][a-z0-9-]*"), "'" + name + "' is not a slug");
        assertEquals(name, provider().name());
    }

    @Test
    @DisplayName("P02 declares keys with one line of explanation each, each name once, always the same")
    void keys() {
        List<ConfigKey<?>> keys = provider().configKeys();
        assertEquals(keys, provider().configKeys());
        assertEquals(keys.size(), keys.stream().map(ConfigKey::name).distinct().count(), "a name twice in " + keys);
        for (ConfigKey<?> key : keys) {
            assertEquals(1, key.doc().lines().count(), "the explanation of '" + key + "' is not one line");
        }
    }

    @Test
    @DisplayName("P03 works with its settings and refuses an unknown key, naming the known ones")
    void unknownKeys(@TempDir Path directory) throws Exception {
        Map<String, String> settings = new TreeMap<>(settings(directory));
        config(settings);
        settings.put("noSuchKey", "x");
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> config(settings));
        assertEquals(
                "Adapter '" + provider().name() + "' does not know the key 'noSuchKey'. Known keys: "
                        + provider().configKeys().stream()
                                .map(ConfigKey::name)
                                .sorted()
                                .toList(),
                refusal.getMessage());
    }

    @Test
    @DisplayName("P04 refuses settings without the required keys, naming each")
    void requiredKeys() {
        List<String> required = provider().configKeys().stream()
                .filter(ConfigKey::required)
                .map(key -> "Adapter '" + provider().name() + "' needs the key '" + key.name() + "': " + key.doc())
                .toList();
        if (required.isEmpty()) {
            config(Map.of());
        } else {
            assertEquals(
                    required,
                    assertThrows(ConfigurationException.class, () -> config(Map.of()))
                            .problems());
        }
    }

    @Test
    @DisplayName("P05 shows no secret, neither in its settings nor in a refusal")
    void secrets(@TempDir Path directory) throws Exception {
        Map<String, String> settings = new TreeMap<>(settings(directory));
        provider().configKeys().stream().filter(ConfigKey::secret).forEach(key -> settings.put(key.name(), CANARY));
        assertFalse(config(settings).toString().contains(CANARY));
        settings.put("noSuchKey", "x");
        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> config(settings));
        assertFalse(refusal.toString().contains(CANARY), refusal.toString());
    }

    @Test
    @DisplayName("P06 makes an adapter again after the first was closed")
    void createsAgain(@TempDir Path directory) throws Exception {
        AdapterContext context = Adapters.discover(provider().getClass().getClassLoader())
                .context(SettableClock.at(Instant.parse("2024-06-16T01:30:00Z")), StorageRules.TABLES, directory);
        AdapterConfig config = config(settings(directory));
        for (int i = 0; i < 2; i++) {
            try (AutoCloseable adapter = (AutoCloseable) provider().create(config, context)) {
                assertTrue(port().isInstance(adapter), adapter + " is not a " + port().getSimpleName());
            }
        }
    }

    @Test
    @DisplayName("P07 is found by its name")
    void found() {
        Adapters adapters = Adapters.discover(provider().getClass().getClassLoader());
        AdapterProvider<?> found = provider() instanceof StorageProvider
                ? adapters.storage(provider().name())
                : provider() instanceof MarketplaceProvider
                        ? adapters.marketplace(provider().name())
                        : provider() instanceof RendererProvider
                                ? adapters.renderer(provider().name())
                                : adapters.channel(provider().name());
        assertEquals(provider().getClass(), found.getClass());
    }

    @Test
    @DisplayName("P08 stands in META-INF/services, and a module-info provides the same")
    void declarations() throws IOException {
        URL location =
                provider().getClass().getProtectionDomain().getCodeSource().getLocation();
        // A loader that sees this one place and nothing else.
        try (URLClassLoader place = new URLClassLoader(new URL[] {location}, null)) {
            Set<String> listed = listed(place);
            assertTrue(
                    listed.contains(provider().getClass().getName()),
                    provider().getClass().getName() + " is missing in META-INF/services/"
                            + service().getName() + ": " + listed);
            try (InputStream descriptor = open(place, "module-info.class")) {
                Assumptions.assumeTrue(descriptor != null, location + " has no module-info to compare with");
                assertEquals(listed, provided(Optional.ofNullable(descriptor).orElseThrow()));
            }
        }
    }

    /** A file of the place itself; {@code getResource} would also look at the JDK, which has a module-info of its own. */
    private static @Nullable InputStream open(URLClassLoader place, String name) throws IOException {
        URL file = place.findResource(name);
        return file == null ? null : file.openStream();
    }

    private Set<String> listed(URLClassLoader place) throws IOException {
        try (InputStream file = open(place, "META-INF/services/" + service().getName())) {
            return file == null
                    ? Set.of()
                    : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceAll("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Set<String> provided(InputStream descriptor) throws IOException {
        return ModuleDescriptor.read(descriptor).provides().stream()
                .filter(provides -> provides.service().equals(service().getName()))
                .flatMap(provides -> provides.providers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Class<?> service() {
        return Stream.of(
                        StorageProvider.class, MarketplaceProvider.class, ChannelProvider.class, RendererProvider.class)
                .filter(type -> type.isInstance(provider()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(provider().getClass()
                        + " is a provider of neither a storage, a marketplace, a channel nor a renderer"));
    }

    private Class<?> port() {
        return Map.<Class<?>, Class<?>>of(
                        StorageProvider.class, io.storeops.storage.Storage.class,
                        MarketplaceProvider.class, io.storeops.Marketplace.class,
                        ChannelProvider.class, io.storeops.publishing.Channel.class,
                        RendererProvider.class, io.storeops.document.DocumentRenderer.class)
                .getOrDefault(service(), AutoCloseable.class);
    }
}
