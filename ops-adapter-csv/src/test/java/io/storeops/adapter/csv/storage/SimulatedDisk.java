package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A disk in memory that forgets, at a power cut, what was not forced: contents are lost, torn, zeroed and mixed sector by
 * sector, and of the names that were made, moved and removed any may be missing. A move between folders is a new name and
 * a removal that may part. It can also fail: see {@link #failAt}.
 */
final class SimulatedDisk implements Disk {
    private final Random random;
    private final SortedMap<String, SimulatedFile> seen = new TreeMap<>();
    private final SortedMap<String, SimulatedFile> kept = new TreeMap<>();
    private final SortedSet<String> seenFolders = new TreeSet<>(List.of(ROOT));
    private final SortedSet<String> keptFolders = new TreeSet<>(List.of(ROOT));
    private final List<NameChange> unforced = new ArrayList<>();
    private int changes;
    private int cutAt;
    private int failAt;
    private boolean failForGood;
    private boolean off;

    /** A change of names in a folder: names go, a name or a folder comes. */
    private record NameChange(String folder, List<String> gone, String come, SimulatedFile file, boolean isFolder) {}

    SimulatedDisk(Random random) {
        this.random = random;
    }

    /** A disk that has some files. */
    SimulatedDisk(Random random, Map<String, byte[]> files) {
        this(random);
        files.forEach((name, content) -> {
            for (String folder = folderOf(name); keptFolders.add(folder); folder = folderOf(folder)) {
                seenFolders.add(folder);
            }
            kept.put(name, SimulatedFile.of(content));
        });
        seen.putAll(kept);
    }

    /** Cuts the power at the n-th change from now, before, in or after it; 0 for never. */
    void cutAt(int change) {
        cutAt = change == 0 ? 0 : changes + change;
    }

    /**
     * Makes the n-th change from now fail, and every later one if told so; 0 for never. Half of what was to be written
     * arrives; what was to be forced is dropped for good.
     */
    void failAt(int change, boolean forGood) {
        failAt = change == 0 ? 0 : changes + change;
        failForGood = forGood;
    }

    /** How many changes there were, failed ones included. */
    int changes() {
        return changes;
    }

    /** The power comes back: what the disk kept is all there is. */
    void restart() {
        off = false;
        cutAt = 0;
        for (NameChange change : unforced) {
            if (random.nextBoolean()) {
                keep(change);
            }
        }
        unforced.clear();
        // Parents come first in the order of names, so whole branches go.
        for (String folder : List.copyOf(keptFolders)) {
            if (!keptFolders.contains(folderOf(folder))) {
                keptFolders.remove(folder);
            }
        }
        kept.keySet().removeIf(name -> !keptFolders.contains(folderOf(name)));
        kept.replaceAll((name, file) -> SimulatedFile.of(file.afterPowerCut(random)));
        seen.clear();
        seen.putAll(kept);
        seenFolders.clear();
        seenFolders.addAll(keptFolders);
    }

    private void keep(NameChange change) {
        change.gone().forEach(kept::remove);
        if (change.isFolder()) {
            keptFolders.add(change.come());
        } else if (!change.come().isEmpty()) {
            kept.put(change.come(), change.file());
        }
    }

    /** All files by name, as programs see them. */
    Map<String, byte[]> contents() {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        seen.forEach((name, file) -> contents.put(name, file.content()));
        return contents;
    }

    /** Whether a power cut now would change nothing. */
    boolean settled() {
        return unforced.isEmpty() && seen.values().stream().allMatch(SimulatedFile::settled);
    }

    private static String folderOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Runs a change, unless the power goes at it or it fails. */
    private void change(Work work, Work failing) throws IOException {
        refuseIfOff();
        changes++;
        if (changes == cutAt) {
            off = true;
            if (random.nextBoolean()) {
                work.run();
            }
            throw new PowerCut();
        }
        if (changes == failAt || (failForGood && failAt > 0 && changes > failAt)) {
            failing.run();
            throw new IOException("No space left on device");
        }
        work.run();
    }

    private void refuseIfOff() {
        if (off) {
            throw new PowerCut();
        }
    }

    private SimulatedFile existing(String name) throws IOException {
        SimulatedFile file = seen.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return file;
    }

    @Override
    public Path folder() {
        return Path.of("simulated");
    }

    @Override
    public List<String> names(String folder) {
        refuseIfOff();
        SortedSet<String> names = new TreeSet<>(seen.keySet());
        names.addAll(seenFolders);
        return names.stream()
                .filter(name -> !name.isEmpty() && folderOf(name).equals(folder))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    @Override
    public long size(String name) throws IOException {
        refuseIfOff();
        return existing(name).content().length;
    }

    @Override
    public byte[] read(String name) throws IOException {
        refuseIfOff();
        return existing(name).content().clone();
    }

    @Override
    public void write(String name, byte[] content) throws IOException {
        change(() -> written(name).write(content), () -> written(name).write(half(content)));
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    private SimulatedFile written(String name) {
        return seen.computeIfAbsent(name, made -> {
            SimulatedFile file = new SimulatedFile();
            unforced.add(new NameChange(folderOf(name), List.of(), name, file, false));
            return file;
        });
    }

    @Override
    public void append(String name, byte[] content) throws IOException {
        change(() -> existing(name).append(content), () -> existing(name).append(half(content)));
    }

    @Override
    public void force(String name) throws IOException {
        change(() -> existing(name).force(), () -> existing(name).drop());
    }

    @Override
    public void move(String from, String to) throws IOException {
        change(
                () -> {
                    SimulatedFile file = existing(from);
                    seen.remove(from);
                    seen.put(to, file);
                    boolean within = folderOf(from).equals(folderOf(to));
                    unforced.add(new NameChange(folderOf(to), within ? List.of(from) : List.of(), to, file, false));
                    if (!within) {
                        unforced.add(removal(from));
                    }
                },
                () -> {});
    }

    private static NameChange removal(String name) {
        return new NameChange(folderOf(name), List.of(name), "", new SimulatedFile(), false);
    }

    @Override
    public void delete(String name) throws IOException {
        change(
                () -> {
                    existing(name);
                    seen.remove(name);
                    unforced.add(removal(name));
                },
                () -> {});
    }

    @Override
    public void makeFolder(String name) throws IOException {
        change(
                () -> {
                    if (seenFolders.add(name)) {
                        unforced.add(new NameChange(folderOf(name), List.of(), name, new SimulatedFile(), true));
                    }
                },
                () -> {});
    }

    @Override
    public void forceFolder(String name) throws IOException {
        change(
                () -> {
                    Iterator<NameChange> all = unforced.iterator();
                    while (all.hasNext()) {
                        NameChange change = all.next();
                        if (change.folder().equals(name)) {
                            keep(change);
                            all.remove();
                        }
                    }
                },
                () -> {});
    }
}
