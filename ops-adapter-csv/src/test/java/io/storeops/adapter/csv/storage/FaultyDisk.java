package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.util.Arrays;

/** A disk whose n-th change fails, and every later one if told so; half of what was to be written arrives. */
final class FaultyDisk extends WrappedDisk {
    private final int failing;
    private final boolean forGood;
    private int changes;

    FaultyDisk(Disk disk, int failing, boolean forGood) {
        super(disk);
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
    public void write(String name, byte[] content) throws IOException {
        if (fails()) {
            super.write(name, Arrays.copyOf(content, content.length / 2));
            throw full();
        }
        super.write(name, content);
    }

    @Override
    public void append(String name, byte[] content) throws IOException {
        if (fails()) {
            super.append(name, Arrays.copyOf(content, content.length / 2));
            throw full();
        }
        super.append(name, content);
    }

    @Override
    public void force(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        super.force(name);
    }

    @Override
    public void move(String from, String to) throws IOException {
        if (fails()) {
            throw full();
        }
        super.move(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        super.delete(name);
    }

    @Override
    public void makeFolder(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        super.makeFolder(name);
    }

    @Override
    public void forceFolder(String name) throws IOException {
        if (fails()) {
            throw full();
        }
        super.forceFolder(name);
    }
}
