package io.storeops.examples.cli;

import io.storeops.Marketplace;
import io.storeops.StoreOps;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.AdapterProvider;
import io.storeops.spi.Adapters;
import io.storeops.spi.ConfigKey;
import io.storeops.spi.MarketplaceProvider;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "adapters",
        header = "Lists the adapters that are on the class path.",
        description = "Per kind: name, class, what can be set, and those that are there and cannot be used.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every adapter can be used", "1:some cannot", "2:wrong use or failure"},
        footerHeading = "%nExamples:%n",
        footer = {"  storeops adapters"})
final class AdaptersCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Adapters adapters;

    AdaptersCommand(Terminal terminal, Adapters adapters) {
        this.terminal = terminal;
        this.adapters = adapters;
    }

    @Override
    public Integer call() {
        PrintStream out = terminal.out();
        out.println("Storages");
        adapters.storages().forEach(this::show);
        out.println("Marketplaces");
        adapters.marketplaces().forEach(provider -> {
            show(provider);
            out.println("      can: " + capabilities(provider));
        });
        out.println("Channels");
        adapters.channels().forEach(this::show);
        out.println("Renderers");
        adapters.renderers().forEach(this::show);
        adapters.faults().forEach(fault -> out.println("finding: " + fault));
        return adapters.faults().isEmpty() ? 0 : 1;
    }

    private void show(AdapterProvider<?> provider) {
        terminal.out()
                .println("  " + provider.name() + "  " + provider.getClass().getName());
        for (ConfigKey<?> key : provider.configKeys()) {
            terminal.out().println("      " + key.name() + " (" + need(key) + "): " + key.doc());
        }
    }

    private static String need(ConfigKey<?> key) {
        String need = key.required()
                ? "required"
                : key.fallback().map(value -> "default " + value).orElse("optional");
        return key.secret() ? need + ", secret" : need;
    }

    /** A marketplace shows what it can do once it is made; one that needs settings cannot be made here. */
    private static String capabilities(MarketplaceProvider provider) {
        List<String> needed = provider.configKeys().stream()
                .filter(ConfigKey::required)
                .map(ConfigKey::name)
                .toList();
        if (!needed.isEmpty()) {
            return "depends on its settings " + needed;
        }
        AdapterContext context =
                AdapterContext.of(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), StoreOps.tables(), Path.of(""));
        try (Marketplace marketplace =
                provider.create(AdapterConfig.of(provider.name(), provider.configKeys(), Map.of()), context)) {
            return "metrics " + (marketplace.metrics().isPresent() ? "yes" : "no") + ", orders "
                    + (marketplace.orders().isPresent() ? "yes" : "no");
        } catch (RuntimeException e) {
            return "cannot be made: " + e.getMessage();
        } catch (Exception e) {
            return "cannot be closed: " + e.getMessage();
        }
    }
}
