package io.storeops.spi.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.storeops.calendar.SettableClock;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.AdapterProvider;
import io.storeops.spi.tck.ProviderContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileChannelProviderTest extends ProviderContract {
    @Override
    protected AdapterProvider<?> provider() {
        return new FileChannelProvider();
    }

    @Override
    protected Map<String, String> settings(Path directory) {
        return Map.of("directory", "messages/data-group");
    }

    @Test
    void saysWhichFolderCannotBeMade(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("taken"), "a file");
        FileChannelProvider provider = new FileChannelProvider();
        AdapterConfig config = AdapterConfig.of("file", provider.configKeys(), Map.of("directory", "taken"));
        AdapterContext context = AdapterContext.of(SettableClock.at(Instant.EPOCH), List.of(), directory);
        AdapterException failure = assertThrows(AdapterException.class, () -> provider.create(config, context));
        assertEquals(FaultKind.INVALID, failure.kind());
        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "The folder " + directory.resolve("taken") + " of the channel 'file' cannot be made: "),
                failure.getMessage());
        assertTrue(failure.getMessage().endsWith(". Name a folder that may be written to"), failure.getMessage());
    }
}
