package io.storeops.adapter.csv.storage;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A real folder. Files are read and written through streams, not channels: a channel is closed by the interruption of the thread
 * that uses it, and an interrupted caller must not make the store fail. Symbolic links are not followed. Before each change
 * the folder must still be ours; a file is opened first, so that what is written goes to the file that was there then.
 */
final class FolderDisk implements Disk {
    private final Path folder;
    private final Hold hold;

    // Forced through the descriptor that wrote: only it is sure to hear of an earlier failure to write back.
    private final Map<String, FileOutputStream> unforced = new ConcurrentHashMap<>();

    /** A folder that is only read, or that nobody else can know of. */
    FolderDisk(Path folder) {
        this(folder, Hold.UNSHARED);
    }

    FolderDisk(Path folder, Hold hold) {
        this.folder = folder;
        this.hold = hold;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<String> names(String within) throws IOException {
        Path listed = resolved(within);
        if (!Files.exists(listed, LinkOption.NOFOLLOW_LINKS) && !within.equals(ROOT)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(listed)) {
            List<Path> all = entries.sorted().toList();
            for (Path entry : all) {
                if (entry.toString().endsWith(".csv") && !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(entry + " is not a regular file");
                }
            }
            return all.stream().map(entry -> entry.getFileName().toString()).toList();
        }
    }

    /**
     * Where a name leads.
     *
     * @throws IOException if a symbolic link is on the way, which could lead anywhere
     */
    private Path resolved(String name) throws IOException {
        Path path = folder;
        for (String part : name.isEmpty() ? new String[0] : name.split("/", -1)) {
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                throw new IOException(path + " is a symbolic link, which a CSV store does not follow");
            }
        }
        return path;
    }

    @Override
    public long size(String name) throws IOException {
        return Files.size(resolved(name));
    }

    @Override
    public FileMark mark(String name) throws IOException {
        return FileMark.of(resolved(name));
    }

    @Override
    public void refuseIfLost() throws IOException {
        hold.refuseIfLost();
    }

    @Override
    public byte[] read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path file = resolved(name);
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            throw reason(file, e);
        }
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
        // Before, because opening may empty a file; after, because only now it is certain which file it is.
        refuseIfLost();
        FileOutputStream out = opened(resolved(name), append);
        boolean written = false;
        try {
            refuseIfLost();
            out.write(content);
            unforced.put(name, out);
            written = true;
        } finally {
            // An open file keeps its space, which on a full disk is missing to the next opening.
            if (!written) {
                out.close();
            }
        }
    }

    private static FileOutputStream opened(Path file, boolean append) throws IOException {
        try {
            return new FileOutputStream(file.toFile(), append);
        } catch (FileNotFoundException e) {
            throw reason(file, e);
        }
    }

    /** A stream says so of a file that is there and may not be used, too. */
    private static IOException reason(Path file, FileNotFoundException e) {
        return (IOException) (Files.exists(file)
                        ? new AccessDeniedException(file.toString(), null, e.getMessage())
                        : new NoSuchFileException(file.toString(), null, e.getMessage()))
                .initCause(e);
    }

    @Override
    public void force(String name) throws IOException {
        FileOutputStream written = unforced.remove(name);
        if (written == null) {
            throw new IllegalStateException("Nothing was written to " + name + " since its last force");
        }
        try (written) {
            written.getFD().sync();
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        refuseIfLost();
        Files.move(resolved(from), resolved(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String name) throws IOException {
        refuseIfLost();
        Files.delete(resolved(name));
    }

    @Override
    public void makeFolder(String name) throws IOException {
        Path made = resolved(name);
        if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
            refuseIfLost();
            Files.createDirectory(made);
        }
    }

    @Override
    public void forceFolder(String name) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (!forced(resolved(name))) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean forced(Path folder) throws IOException {
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
