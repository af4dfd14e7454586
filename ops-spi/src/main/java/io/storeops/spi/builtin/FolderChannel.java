package io.storeops.spi.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.storeops.document.Markdown;
import io.storeops.publishing.Channel;
import io.storeops.publishing.OutgoingMessage;
import io.storeops.publishing.SendResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Writes each message, as Markdown, to a file that appears whole or not at all, and before it the files that go with it, beside. The
 * names are made of the message's id, so the same message sent again finds its file and is taken as delivered.
 */
final class FolderChannel implements Channel {
    private static final Duration CENTURY = Duration.ofDays(36_500);
    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);
    private static final int MOST_NAME_CHARACTERS = 60;
    private static final int KEY_CHARACTERS = 12;

    private final Path directory;
    private final Clock clock;

    /**
     * A channel to a folder.
     *
     * @param directory the real path of a folder that exists
     * @param clock says when a message was accepted
     */
    FolderChannel(Path directory, Clock clock) {
        this.directory = requireNonNull(directory, "directory");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Optional<Duration> removesRepeatsFor() {
        return Optional.of(CENTURY);
    }

    @Override
    public OptionalLong largestFile() {
        return OptionalLong.of(Long.MAX_VALUE);
    }

    @Override
    public SendResult send(OutgoingMessage message) {
        byte[] content = Markdown.of(message.document()).getBytes(UTF_8);
        Path file = directory.resolve(fileName(message));
        Path temporary = temporary();
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return repeated(file, content);
            }
            writeFiles(message);
            write(temporary, content);
        } catch (IOException e) {
            return new SendResult.Refused(
                    "The file " + file + " was not written: " + e + ". Check the folder's space and rights",
                    Optional.of(clock.instant().plus(RETRY_AFTER)));
        }
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory();
            return accepted(file);
        } catch (IOException e) {
            remove(temporary, e);
            return new SendResult.Unknown("The file " + file + " may be there or not: " + e);
        }
    }

    private Path temporary() {
        return directory.resolve("." + UUID.randomUUID() + ".tmp");
    }

    /** Files without their message were left by an attempt that did not end; this one puts its own in their place. */
    private void writeFiles(OutgoingMessage message) throws IOException {
        for (OutgoingMessage.File file : message.files()) {
            Path temporary = temporary();
            write(temporary, file.content().content());
            try {
                Files.move(
                        temporary,
                        directory.resolve(baseName(message) + "-" + file.name()),
                        StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                remove(temporary, e);
                throw e;
            }
        }
    }

    private SendResult.Accepted accepted(Path file) {
        return new SendResult.Accepted(String.valueOf(file.getFileName()), clock.instant());
    }

    private SendResult repeated(Path file, byte[] content) throws IOException {
        // A link could lead out of the folder, to a file that only looks like the message.
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(content, Files.readAllBytes(file))) {
            return accepted(file);
        }
        return new SendResult.Refused(
                "The file " + file + " exists and is not this message. Move it away and send again", Optional.empty());
    }

    private static void write(Path temporary, byte[] content) throws IOException {
        try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (IOException e) {
            remove(temporary, e);
            throw e;
        }
    }

    private static void remove(Path temporary, IOException failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException second) {
            failure.addSuppressed(second);
        }
    }

    private void forceDirectory() throws IOException {
        // Elsewhere a folder cannot be opened, and the file system keeps names by itself.
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /**
     * The name of a message's file: readable, one path element on every system, different for different messages.
     *
     * @param message the message
     * @return letters, digits, hyphens and underscores, then {@code .md}
     */
    static String fileName(OutgoingMessage message) {
        return baseName(message) + ".md";
    }

    private static String baseName(OutgoingMessage message) {
        StringBuilder name = new StringBuilder();
        String readable = message.store() + "-" + message.id();
        for (int i = 0; i < Math.min(readable.length(), MOST_NAME_CHARACTERS); i++) {
            char c = readable.charAt(i);
            name.append(Character.isLetterOrDigit(c) || c == '-' ? c : '_');
        }
        return name + "-" + message.idempotencyKey().substring(0, KEY_CHARACTERS);
    }
}
