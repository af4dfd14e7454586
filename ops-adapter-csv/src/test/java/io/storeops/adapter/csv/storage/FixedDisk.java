package io.storeops.adapter.csv.storage;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder in memory as it was left, for looking at with one file damaged. Whoever writes to it has misunderstood. */
final class FixedDisk implements Disk {
    private final SortedMap<String, byte[]> files;

    FixedDisk(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /** Replaces a file. */
    void damage(String name, byte[] content) {
        files.put(name, content);
    }

    @Override
    public Path folder() {
        return Path.of("fixed");
    }

    @Override
    public List<String> names(String folder) {
        return files.keySet().stream()
                .filter(name -> folder.equals(ROOT) ? !name.contains("/") : name.startsWith(folder + "/"))
                .map(name -> name.substring(folder.isEmpty() ? 0 : folder.length() + 1)
                        .split("/", 2)[0])
                .distinct()
                .toList();
    }

    @Override
    public long size(String name) throws NoSuchFileException {
        return read(name).length;
    }

    @Override
    public byte[] read(String name) throws NoSuchFileException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new NoSuchFileException(name);
        }
        return content;
    }

    private static UnsupportedOperationException onlyLooking() {
        return new UnsupportedOperationException("nothing is to be written here");
    }

    @Override
    public void write(String name, byte[] content) {
        throw onlyLooking();
    }

    @Override
    public void append(String name, byte[] content) {
        throw onlyLooking();
    }

    @Override
    public void force(String name) {
        throw onlyLooking();
    }

    @Override
    public void move(String from, String to) {
        throw onlyLooking();
    }

    @Override
    public void delete(String name) {
        throw onlyLooking();
    }

    @Override
    public void makeFolder(String name) {
        throw onlyLooking();
    }

    @Override
    public void forceFolder(String name) {
        throw onlyLooking();
    }
}
