package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** A disk that counts how often each file is read. */
final class CountingDisk extends WrappedDisk {
    private final SortedMap<String, Integer> reads = new TreeMap<>();

    CountingDisk(Disk disk) {
        super(disk);
    }

    @Override
    public byte[] read(String name) throws IOException {
        reads.merge(name, 1, Integer::sum);
        return super.read(name);
    }

    SortedMap<String, Integer> reads() {
        return reads;
    }
}
