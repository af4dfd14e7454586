package io.storeops.spi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.storeops.Marketplace;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The adapters that can be asked for by name. A broken one does not keep the others from working: it is among
 * {@link #faults()}. What a provider does in its constructor cannot be contained: one that never returns, or a malicious
 * one, must be kept off the path. Immutable.
 */
public final class Adapters {
    private final SortedMap<String, StorageProvider> storages;
    private final SortedMap<String, MarketplaceProvider> marketplaces;
    private final SortedMap<String, ChannelProvider> channels;
    private final SortedMap<String, RendererProvider> renderers;
    private final List<AdapterFault> faults;

    private Adapters(
            List<StorageProvider> storages,
            List<MarketplaceProvider> marketplaces,
            List<ChannelProvider> channels,
            List<RendererProvider> renderers,
            List<AdapterFault> faults) {
        List<String> clashes = new ArrayList<>();
        this.storages = byName("storage", storages, clashes);
        this.marketplaces = byName("marketplace", marketplaces, clashes);
        this.channels = byName("channel", channels, clashes);
        this.renderers = byName("renderer", renderers, clashes);
        this.faults = ImmutableList.copyOf(faults);
        if (!clashes.isEmpty()) {
            throw new ConfigurationException(clashes);
        }
    }

    private static <P extends AdapterProvider<?>> SortedMap<String, P> byName(
            String kind, List<P> providers, List<String> clashes) {
        SortedMap<String, P> found = new TreeMap<>();
        for (P provider : providers) {
            P other = found.putIfAbsent(provider.name(), provider);
            if (other != null) {
                clashes.add("Two " + kind + " adapters are named '" + provider.name() + "': "
                        + other.getClass().getName() + " and "
                        + provider.getClass().getName()
                        + ". Take one of their jars off the class path");
            }
        }
        return ImmutableSortedMap.copyOf(found);
    }

    /**
     * The adapters that ServiceLoader finds.
     *
     * @param loader where to look, usually that of the application
     * @return the adapters and the faults of those that cannot be used
     * @throws ConfigurationException if two adapters of one kind have the same name, naming both classes
     */
    public static Adapters discover(ClassLoader loader) {
        Discovery<StorageProvider> storages = new Discovery<>("storage", StorageProvider.class, loader);
        Discovery<MarketplaceProvider> marketplaces = new Discovery<>("marketplace", MarketplaceProvider.class, loader);
        Discovery<ChannelProvider> channels = new Discovery<>("channel", ChannelProvider.class, loader);
        Discovery<RendererProvider> renderers = new Discovery<>("renderer", RendererProvider.class, loader);
        return new Adapters(
                storages.providers(),
                marketplaces.providers(),
                channels.providers(),
                renderers.providers(),
                ImmutableList.<AdapterFault>builder()
                        .addAll(storages.faults())
                        .addAll(marketplaces.faults())
                        .addAll(channels.faults())
                        .addAll(renderers.faults())
                        .build());
    }

    /**
     * The given adapters and no others, for those who do without ServiceLoader.
     *
     * @param providers providers of storages, marketplaces, channels and renderers
     * @return the adapters
     * @throws ConfigurationException if two adapters of one kind have the same name, naming both classes
     */
    public static Adapters of(List<? extends AdapterProvider<?>> providers) {
        return new Adapters(
                only(StorageProvider.class, providers),
                only(MarketplaceProvider.class, providers),
                only(ChannelProvider.class, providers),
                only(RendererProvider.class, providers),
                List.of());
    }

    private static <P> List<P> only(Class<P> kind, List<? extends AdapterProvider<?>> providers) {
        return providers.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * A storage adapter.
     *
     * @param name its name
     * @return its provider
     * @throws ConfigurationException if there is none, naming those there are
     */
    public StorageProvider storage(String name) {
        return named("storage", storages, name);
    }

    /**
     * A marketplace adapter.
     *
     * @param name its name
     * @return its provider
     * @throws ConfigurationException if there is none, naming those there are
     */
    public MarketplaceProvider marketplace(String name) {
        return named("marketplace", marketplaces, name);
    }

    /**
     * What the library gives an adapter that is made of others.
     *
     * @param clock the clock
     * @param tables the tables that a storage will be asked for, copied
     * @param directory where relative paths begin
     * @return a context that makes marketplaces out of these adapters
     */
    public AdapterContext context(Clock clock, List<? extends Table<?>> tables, Path directory) {
        return new Making(AdapterContext.of(clock, tables, directory), this);
    }

    private record Making(AdapterContext plain, Adapters adapters) implements AdapterContext {
        @Override
        public Clock clock() {
            return plain.clock();
        }

        @Override
        public List<Table<?>> tables() {
            return plain.tables();
        }

        @Override
        public Path directory() {
            return plain.directory();
        }

        @Override
        public Marketplace marketplace(String name, Json.Obj place) {
            MarketplaceProvider provider =
                    adapters.marketplace(JsonReader.root(name, place).text(ConfigKey.ADAPTER));
            return provider.create(AdapterConfig.beside(provider.name(), provider.configKeys(), place, Set.of()), this);
        }
    }

    /**
     * A channel adapter.
     *
     * @param name its name
     * @return its provider
     * @throws ConfigurationException if there is none, naming those there are
     */
    public ChannelProvider channel(String name) {
        return named("channel", channels, name);
    }

    /**
     * A renderer of documents.
     *
     * @param name its name
     * @return its provider
     * @throws ConfigurationException if there is none, naming those there are
     */
    public RendererProvider renderer(String name) {
        return named("renderer", renderers, name);
    }

    private <P> P named(String kind, Map<String, P> providers, String name) {
        P provider = providers.get(name);
        if (provider == null) {
            List<AdapterFault> broken =
                    faults.stream().filter(fault -> fault.kind().equals(kind)).toList();
            throw new ConfigurationException(List.of("No " + kind + " adapter named '" + name + "'. Found: "
                    + providers.keySet() + ". Is its jar on the class path?"
                    + (broken.isEmpty() ? "" : " Could not be loaded: " + broken)));
        }
        return provider;
    }

    /**
     * The storage adapters.
     *
     * @return their providers in order of their names
     */
    public List<StorageProvider> storages() {
        return ImmutableList.copyOf(storages.values());
    }

    /**
     * The marketplace adapters.
     *
     * @return their providers in order of their names
     */
    public List<MarketplaceProvider> marketplaces() {
        return ImmutableList.copyOf(marketplaces.values());
    }

    /**
     * The channel adapters.
     *
     * @return their providers in order of their names
     */
    public List<ChannelProvider> channels() {
        return ImmutableList.copyOf(channels.values());
    }

    /**
     * The renderers of documents.
     *
     * @return their providers in order of their names
     */
    public List<RendererProvider> renderers() {
        return ImmutableList.copyOf(renderers.values());
    }

    /**
     * The adapters that are on the path and cannot be used.
     *
     * @return a fault each
     */
    public List<AdapterFault> faults() {
        return faults;
    }
}
