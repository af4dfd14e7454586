package io.storeops.adapter.csv.storage;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the table files up to date with the journal and begins a new journal. Whenever the power goes, either the old
 * files with the old journal are there, or new files that a forced frame of the journal has announced. Called by one
 * thread at a time.
 */
final class Checkpoint {
    private final Disk disk;
    private final Content content;
    private final KeptCopies copies;
    private final SortedMap<String, Manifest.Entry> entries;

    /**
     * Creates it.
     *
     * @param entries the table files as they are
     */
    Checkpoint(Disk disk, Content content, SortedMap<String, Manifest.Entry> entries) {
        this.disk = disk;
        this.content = content;
        this.copies = new KeptCopies(disk);
        this.entries = new TreeMap<>(entries);
    }

    /**
     * Writes every changed table.
     *
     * @param last the number of the journal's last frame
     * @return the number of the last frame now: the new journal begins after it
     */
    long write(long last) throws IOException {
        SortedMap<String, Manifest.Entry> renewed = new TreeMap<>();
        for (TableFile file : content.changed()) {
            byte[] bytes = file.render(content.rows(file));
            String staged = file.name() + FolderReader.STAGED;
            disk.write(staged, bytes);
            disk.force(staged);
            copies.write(file, bytes);
            renewed.put(file.name(), Manifest.Entry.of(bytes));
        }
        Frame.Checkpoint frame = new Frame.Checkpoint(last + 1, renewed);
        disk.append(JournalContent.FILE, frame.render());
        disk.force(JournalContent.FILE);
        for (String file : renewed.keySet()) {
            disk.move(file + FolderReader.STAGED, file);
        }
        disk.forceFolder(Disk.ROOT);
        entries.putAll(renewed);
        disk.replace(Manifest.FILE, new Manifest(frame.number(), entries).render());
        disk.replace(JournalContent.FILE, JournalContent.header(frame.number()));
        content.written();
        return frame.number();
    }
}
