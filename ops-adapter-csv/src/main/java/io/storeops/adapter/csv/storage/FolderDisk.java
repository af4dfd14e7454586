package io.storeops.adapter.csv.storage;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real folder. Files are written through streams, not channels: a channel is closed by the interruption of the thread
 * that uses it, and an interrupted caller must not make the store fail.
 */
record FolderDisk(Path folder) implements Disk {
    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.sorted().toList();
            for (Path entry : all) {
                if (entry.toString().endsWith(".csv") && !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(entry + " is no regular file");
                }
            }
            return all.stream().map(entry -> entry.getFileName().toString()).toList();
        }
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        write(name, content, false);
    }

    @Override
    public void append(String name, byte[] content) throws IOException {
        write(name, content, true);
    }

    private void write(String name, byte[] content, boolean append) throws IOException {
        try (FileOutputStream out = new FileOutputStream(folder.resolve(name).toFile(), append)) {
            out.write(content);
            out.getFD().sync();
        }
    }

    @Override
    public void truncate(String name, long length) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
            file.setLength(length);
            file.getFD().sync();
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    @Override
    public void force() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!forced()) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean forced() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        } catch (AccessDeniedException e) {
            // Windows cannot open a folder; its renames are in the file system's own journal.
            if (File.separatorChar == '\\') {
                return true;
            }
            throw e;
        }
    }
}
