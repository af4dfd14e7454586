package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A disk that does what another does; a test overrides what should go otherwise. */
class WrappedDisk implements Disk {
    private final Disk disk;

    WrappedDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public Path folder() {
        return disk.folder();
    }

    @Override
    public List<String> names(String folder) throws IOException {
        return disk.names(folder);
    }

    @Override
    public long size(String name) throws IOException {
        return disk.size(name);
    }

    @Override
    public FileMark mark(String name) throws IOException {
        return disk.mark(name);
    }

    @Override
    public void refuseIfLost() throws IOException {
        disk.refuseIfLost();
    }

    @Override
    public byte[] read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        disk.write(name, content);
    }

    @Override
    public void append(String name, byte[] content) throws IOException {
        disk.append(name, content);
    }

    @Override
    public void force(String name) throws IOException {
        disk.force(name);
    }

    @Override
    public void move(String from, String to) throws IOException {
        disk.move(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public void makeFolder(String name) throws IOException {
        disk.makeFolder(name);
    }

    @Override
    public void forceFolder(String name) throws IOException {
        disk.forceFolder(name);
    }
}
