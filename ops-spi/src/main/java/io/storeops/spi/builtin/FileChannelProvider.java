package io.storeops.spi.builtin;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.publishing.Channel;
import io.storeops.spi.AdapterConfig;
import io.storeops.spi.AdapterContext;
import io.storeops.spi.ChannelProvider;
import io.storeops.spi.ConfigKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The channel {@code file}, which writes each message into a Markdown file of its own in one folder, its files beside. */
public final class FileChannelProvider implements ChannelProvider {
    static final ConfigKey<Path> DIRECTORY =
            ConfigKey.path("directory", "the folder that gets a Markdown file a message; made if absent");

    /** For ServiceLoader. */
    public FileChannelProvider() {}

    @Override
    public String name() {
        return "file";
    }

    @Override
    public List<ConfigKey<?>> configKeys() {
        return List.of(DIRECTORY);
    }

    @Override
    public Channel create(AdapterConfig config, AdapterContext context) {
        Path directory = context.resolve(config.get(DIRECTORY));
        try {
            return new FolderChannel(Files.createDirectories(directory).toRealPath(), context.clock());
        } catch (IOException e) {
            throw new AdapterException(
                    FaultKind.INVALID,
                    "The folder " + directory + " of the channel 'file' cannot be made: " + e
                            + ". Name a folder that may be written to",
                    e);
        }
    }
}
