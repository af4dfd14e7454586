package io.storeops.spi.several;

import io.storeops.Marketplace;
import io.storeops.failure.AdapterException;
import io.storeops.json.DocumentException;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.ConfigurationException;
import io.storeops.spi.MarketplaceProvider;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The marketplace {@code several}: one store that several sources tell of, as in
 *
 * <pre>{@code
 * {"adapter": "several",
 *  "parts": {
 *    "erp": {"adapter": "jdbc", "url": ..., "feeds": "plain-orders"},
 *    "counter": {"adapter": "csv", "path": "visitors.csv", "profile": "visitors.json"}},
 *  "aliases": {"counter": "counter-ids.csv"},
 *  "from": {"stock": "erp"}}
 * }</pre>
 *
 * What comes of the parts stands at {@link SeveralMarketplaces}, what a file of aliases is at {@link Aliases#read}. The files are read when
 * the marketplace is made; so is every part, and one that cannot be made then keeps the whole from being made.
 */
public final class SeveralMarketplacesProvider implements MarketplaceProvider {
    private static final ConfigKey<Map<String, Json.Obj>> PARTS = ConfigKey.marketplaces(
            "parts",
            "the marketplaces by a name each, with adapter and settings, as in {\"erp\": {\"adapter\": \"jdbc\", \"url\":"
                    + " ...}}");
    private static final ConfigKey<Json> ALIASES = ConfigKey.json(
                    "aliases",
                    "by part the CSV file that says which of its ids is which of the catalogue's, as in {\"erp\":"
                            + " \"erp-ids.csv\"}")
            .optional();
    private static final ConfigKey<Json> FROM = ConfigKey.json(
                    "from", "the part that supplies what several have, as in {\"stock\": \"erp\"}")
            .optional();

    /** Creates the provider, as ServiceLoader does. */
    public SeveralMarketplacesProvider() {}

    @Override
    public String name() {
        return "several";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(PARTS, ALIASES, FROM);
    }

    /**
     * Makes the parts and puts them together.
     *
     * @throws AdapterException if a part cannot be made now, or a file of aliases is not there or wrong
     * @throws IllegalArgumentException if the settings of a part do not go together, or the parts do not
     * @throws ConfigurationException if a part has no such adapter or setting
     */
    @Override
    public Marketplace create(AdapterConfig config, AdapterContext context) {
        Map<String, Json.Obj> parts = config.get(PARTS);
        Map<String, Aliases> aliases = aliases(config, parts.keySet(), context);
        SortedMap<String, String> from = texts(config, FROM);
        Deque<Marketplace> made = new ArrayDeque<>();
        try {
            SeveralMarketplaces.Builder whole = SeveralMarketplaces.builder();
            parts.forEach((name, place) -> {
                Marketplace part = part(name, place, context);
                made.push(part);
                Aliases own = aliases.get(name);
                if (own == null) {
                    whole.part(name, part);
                } else {
                    whole.part(name, part, own);
                }
            });
            from.forEach((word, part) -> whole.from(Kind.parse(word), part));
            return whole.build();
        } catch (RuntimeException | Error e) {
            close(made, e);
            throw e;
        }
    }

    private static void close(Deque<Marketplace> made, Throwable failure) {
        while (!made.isEmpty()) {
            try {
                made.pop().close();
            } catch (RuntimeException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private static Marketplace part(String name, Json.Obj place, AdapterContext context) {
        try {
            return context.marketplace(name, place);
        } catch (AdapterException e) {
            throw Part.named(name, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Part '" + name + "': " + e.getMessage(), e);
        }
    }

    private static Map<String, Aliases> aliases(AdapterConfig config, Set<String> parts, AdapterContext context) {
        Map<String, Aliases> aliases = new TreeMap<>();
        texts(config, ALIASES).forEach((part, file) -> {
            if (!parts.contains(part)) {
                throw new IllegalArgumentException("The key 'aliases' names '" + part
                        + "', which is no part; the parts are " + new TreeSet<>(parts));
            }
            aliases.put(part, Aliases.read(context.resolve(Path.of(file))));
        });
        return aliases;
    }

    private static SortedMap<String, String> texts(AdapterConfig config, ConfigKey<Json> key) {
        try {
            return config.find(key)
                    .map(value -> JsonReader.root("the key '" + key.name() + "'", value)
                            .texts())
                    .orElseGet(TreeMap::new);
        } catch (DocumentException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
