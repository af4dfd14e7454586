package io.storeops.spi;

import static java.util.Objects.requireNonNull;

import io.storeops.StoreOps;
import io.storeops.json.JsonReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a {@link StoreOps} from a JSON file that names the adapters:
 *
 * <pre>{@code
 * {
 *   "storage": { "adapter": "csv", "directory": "data" },
 *   "stores": [
 *     { "catalog": "catalog.json", "roster": "roster.json", "marketplace": { "adapter": "csv", "path": "exports", "profile": "tmall-orders" } }
 *   ],
 *   "channels": {
 *     "DATA_GROUP": { "adapter": "file", "directory": "outbox", "unknown": "HOLD" }
 *   },
 *   "releases": { "anchor": true },
 *   "renderer": { "adapter": "html" }
 * }
 * }</pre>
 *
 * A store's {@code marketplace}, the {@code channels}, a channel's {@code unknown}, {@code releases} (in
 * Chinese, without the head of the audit chain as an anchor) and the {@code renderer} (plain text) may be left out. What stands beside
 * {@code adapter} are the adapter's {@link AdapterProvider#configKeys() keys}. Paths begin at the file's folder. A member
 * that nobody reads is refused with its JSON path.
 *
 * <p><b>Secrets.</b> What stands under a key that an adapter declares as a secret appears in no exception of this class, and an
 * adapter that was given one is heard through a mask: its exceptions, a channel's answers and a feed's problem rows show
 * {@code ***} instead. What an adapter writes to a log of its own cannot be masked.
 */
public final class StoreOpsLoader {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOpsLoader.class);

    private StoreOpsLoader() {}

    /**
     * Opens the library with the adapters of the class path and the system's clock in UTC: the one place that looks at it.
     *
     * @param file the configuration
     * @return the library with its stores enrolled, to be closed by the caller
     * @throws io.storeops.json.DocumentException if a document breaks a rule, with file, JSON path, value and rule
     * @throws ConfigurationException if an adapter or a setting is wrong, naming every such one
     * @throws io.storeops.failure.AdapterException if a file cannot be read or an adapter cannot start
     */
    public static StoreOps open(Path file) {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(StoreOpsLoader::ownLoader);
        Adapters adapters = Adapters.discover(loader);
        for (AdapterFault fault : adapters.faults()) {
            LOG.warn("Left out: {}", fault);
        }
        return open(file, adapters, Clock.systemUTC());
    }

    private static ClassLoader ownLoader() {
        return requireNonNull(StoreOpsLoader.class.getClassLoader(), "loader");
    }

    /**
     * Opens the library with given adapters and a given clock, for replays and tests.
     *
     * @param file the configuration
     * @param adapters the adapters it may name
     * @param clock the clock of the library and of its adapters
     * @return the library with its stores enrolled, to be closed by the caller
     * @throws io.storeops.json.DocumentException if a document breaks a rule, with file, JSON path, value and rule
     * @throws ConfigurationException if an adapter or a setting is wrong, naming every such one
     * @throws io.storeops.failure.AdapterException if a file cannot be read or an adapter cannot start
     */
    public static StoreOps open(Path file, Adapters adapters, Clock clock) {
        Path absolute = file.toAbsolutePath().normalize();
        JsonReader root = JsonReader.root(String.valueOf(absolute.getFileName()), JsonCodec.read(absolute));
        Path directory = requireNonNull(absolute.getParent(), "directory");
        AdapterContext context = adapters.context(clock, StoreOps.tables(), directory);
        Redaction redaction = Redaction.of(root.value(), adapters);
        try {
            return Assembly.read(root, adapters, context, redaction).open();
        } catch (RuntimeException e) {
            throw redaction.masked(e);
        }
    }
}
