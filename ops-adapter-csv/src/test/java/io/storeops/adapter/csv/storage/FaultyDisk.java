package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A disk whose n-th change fails, and every later one if told so; half of what was to be written arrives. */
final class FaultyDisk implements Disk {
    private final Disk disk;
    private final int failing;
    private final boolean forGood;
    private int changes;

    FaultyDisk(Disk disk, int failing, boolean forGood) {
        this.disk = disk;
        this.failing = failing;
        this.forGood = forGood;
    }

    int changes() {
        return changes;
    }

    private boolean fails() {
        changes++;
        return changes == failing || (forGood && changes > failing);
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    @Override
    public Path folder() {
        return disk.folder();
    }

    @Override
    public List<String> names(String within) throws IOException {
        return disk.names(within);
    }

    @Override
    public byte[] read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        if (fails()) {
            disk.write(name, Arrays.copyOf(content, content.length / 2));
            throw full();
        }
        disk.write(name, content);
    }

    @Override
    public void append(String name, byte[] content) throws IOException {
        if (fails()) {
            disk.append(name, Arrays.copyOf(content, content.length / 2));
            throw full();
        }
        disk.append(name, content);
    }

    @Override
    public void force(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        disk.force(name);
    }

    @Override
    public void move(String from, String to) throws IOException {
        if (fails()) {
            throw full();
        }
        disk.move(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        disk.delete(name);
    }

    @Override
    public void makeFolder(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        disk.makeFolder(name);
    }

    @Override
    public void forceFolder(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        disk.forceFolder(name);
    }
}
