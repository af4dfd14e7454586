package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A state of a file that the store promised: by its manifest, or by a checkpoint whose frame is in the journal.
 *
 * @param frame the last frame whose changes are in it
 * @param entry length and checksum
 */
record FileState(long frame, Manifest.Entry entry) {
    private static final int BLOCK = 1 << 16;

    /**
     * A promised state that a file begins with.
     *
     * @param state the state
     * @param sum its running checksum
     * @param behind whether more follows in the file
     */
    record Match(FileState state, CRC32C sum, boolean behind) {}

    /** The states of a file that may be on the disk, the latest first. */
    static List<FileState> of(String file, Manifest manifest, Optional<JournalContent> journal) {
        List<FileState> states = new ArrayList<>();
        for (Frame frame : journal.map(JournalContent::frames).orElse(List.of())) {
            if (frame instanceof Frame.Checkpoint checkpoint) {
                Optional.ofNullable(checkpoint.files().get(file))
                        .ifPresent(entry -> states.add(0, new FileState(checkpoint.number(), entry)));
            }
        }
        Optional.ofNullable(manifest.files().get(file))
                .ifPresent(entry -> states.add(new FileState(manifest.through(), entry)));
        return states;
    }

    /** The running checksum of the first bytes of a file. */
    private interface Sums {
        CRC32C of(long bytes) throws IOException;
    }

    /** The state that the whole file is in, or else the latest that it begins with; read block by block. */
    static Optional<Match> find(Disk disk, String file, List<FileState> states) throws IOException {
        return find(disk.size(file), bytes -> sum(disk, file, bytes), states);
    }

    /** As {@link #find(Disk, String, List)}, of a file that was read. */
    static Optional<Match> find(byte[] content, List<FileState> states) throws IOException {
        return find(content.length, bytes -> Checksum.running(content, (int) bytes), states);
    }

    private static Optional<Match> find(long size, Sums sums, List<FileState> states) throws IOException {
        Optional<Match> beginning = Optional.empty();
        for (FileState state : states) {
            Manifest.Entry entry = state.entry();
            if (entry.bytes() <= size && (entry.bytes() == size || beginning.isEmpty())) {
                CRC32C sum = sums.of(entry.bytes());
                if (Checksum.text(sum).equals(entry.crc32c())) {
                    Match match = new Match(state, sum, entry.bytes() < size);
                    if (!match.behind()) {
                        return Optional.of(match);
                    }
                    beginning = Optional.of(match);
                }
            }
        }
        return beginning;
    }

    /** The running checksum of the first bytes of a file, read block by block. */
    static CRC32C sum(Disk disk, String file, long bytes) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] block = new byte[BLOCK];
        long rest = bytes;
        try (InputStream in = disk.open(file)) {
            while (rest > 0) {
                int read = in.read(block, 0, (int) Math.min(BLOCK, rest));
                if (read < 0) {
                    break;
                }
                sum.update(block, 0, read);
                rest -= read;
            }
        }
        return sum;
    }
}
