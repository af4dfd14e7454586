package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of a folder, however the last process left it, one that a store can go on with. What was read may be in the
 * memory of the operating system only: if the last process met a failing force, no later force would tell. Therefore
 * nothing that the journal has is taken as it lies there; it is written anew.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Disk disk;
    private final FolderReader.Loaded loaded;

    private Recovery(Disk disk, FolderReader.Loaded loaded) {
        this.disk = disk;
        this.loaded = loaded;
    }

    /**
     * Puts the folder in order.
     *
     * @return the journal, whose frames are on the disk for sure
     */
    static JournalContent recovered(Disk disk, FolderReader.Loaded loaded) throws IOException {
        return new Recovery(disk, loaded).journal();
    }

    private JournalContent journal() throws IOException {
        for (String staged : FolderReader.staged(loaded)) {
            disk.delete(staged);
        }
        for (TableFilesReader.Tail tail : loaded.tails()) {
            keepTail(tail, loaded.journal().map(JournalContent::last).orElse(0L));
        }
        // The names that are seen must be on the disk before anything is built on them.
        disk.forceFolder(Disk.ROOT);
        if (loaded.journal().isEmpty()) {
            disk.replace(JournalContent.FILE, JournalContent.header(0));
        }
        if (!loaded.names().contains(Manifest.FILE)) {
            disk.replace(Manifest.FILE, Manifest.empty().render());
        }
        JournalContent journal = loaded.journal().orElseGet(() -> new JournalContent(0, List.of(), Optional.empty()));
        if (journal.torn().isPresent() || !journal.frames().isEmpty()) {
            writeAnew(journal);
        }
        return journal;
    }

    private void writeAnew(JournalContent journal) throws IOException {
        byte[] bytes = disk.read(JournalContent.FILE);
        int whole = journal.torn().map(JournalContent.TornTail::offset).orElse(bytes.length);
        if (journal.torn().isPresent()) {
            keepTornTail(journal.torn().get(), Arrays.copyOfRange(bytes, whole, bytes.length));
        }
        disk.replace(JournalContent.FILE, Arrays.copyOf(bytes, whole));
    }

    private void keepTornTail(JournalContent.TornTail torn, byte[] tail) throws IOException {
        LOG.warn(
                "The CSV store {} was not closed properly: the unfinished frame {} at {}:{} ({} bytes), which was never"
                        + " acknowledged, was dropped and copied to {}",
                disk.folder(),
                torn.number(),
                JournalContent.FILE,
                torn.line(),
                torn.length(),
                keep(FolderReader.TORN + torn.number(), tail));
    }

    private void keepTail(TableFilesReader.Tail tail, long frame) throws IOException {
        String stem = tail.file().substring(0, tail.file().lastIndexOf('.'));
        byte[] file = disk.read(tail.file());
        LOG.warn(
                "The CSV store {} was not closed properly, and {} ends with {} bytes that are not the store's; they were"
                        + " dropped and copied to {}",
                disk.folder(),
                tail.file(),
                file.length - tail.from(),
                keep(FolderReader.TORN + frame + "-" + stem, Arrays.copyOfRange(file, tail.from(), file.length)));
    }

    /** Keeps what is dropped under a name that is still free. */
    private String keep(String stem, byte[] dropped) throws IOException {
        String copy = stem + ".csv";
        for (int i = 2; loaded.names().contains(copy); i++) {
            copy = stem + "-" + i + ".csv";
        }
        disk.write(copy, dropped);
        disk.force(copy);
        disk.forceFolder(Disk.ROOT);
        return copy;
    }
}
