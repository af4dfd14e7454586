package io.storeops.adapter.csv.storage;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the table files up to date with the journal and begins a new journal. Whenever the power goes, either the old
 * files with the old journal are there, or new files that a forced frame of the journal has announced. Called by one
 * thread at a time.
 */
final class Checkpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

    /** Ends the name of an edited file that was set aside. */
    static final String EDITED = ".edited";

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
     * @throws HeldFileException if it must be tried again later; the journal goes on until then
     */
    long write(long last) throws IOException {
        SortedMap<String, Manifest.Entry> renewed = new TreeMap<>();
        for (TableFile file : content.changed()) {
            byte[] bytes = file.render(content.rows(file));
            String staged = file.name() + Disk.STAGED;
            disk.write(staged, bytes);
            disk.force(staged);
            setEditsAside(file);
            copies.write(file, bytes);
            renewed.put(file.name(), Manifest.Entry.of(bytes));
        }
        List<GrowingFile> grown = content.grown();
        for (GrowingFile file : grown) {
            renewed.put(file.name(), grow(file, last));
        }
        Frame.Checkpoint frame = new Frame.Checkpoint(last + 1, renewed);
        disk.append(JournalContent.FILE, frame.render());
        disk.force(JournalContent.FILE);
        for (GrowingFile file : grown) {
            if (!file.staged()) {
                settle(file);
            }
        }
        for (TableFile file : content.changed()) {
            replace(file.name(), frame.number());
            entries.put(file.name(), requireNonNull(renewed.get(file.name())));
        }
        for (GrowingFile file : grown) {
            if (file.staged()) {
                replace(file.name(), frame.number());
                settle(file);
            }
        }
        disk.forceFolder(Disk.ROOT);
        disk.replace(Manifest.FILE, new Manifest(frame.number(), entries).render());
        disk.replace(JournalContent.FILE, JournalContent.header(frame.number()));
        content.written();
        return frame.number();
    }

    private Manifest.Entry grow(GrowingFile file, long last) throws IOException {
        try {
            return file.write(disk);
        } catch (AccessDeniedException e) {
            throw new HeldFileException(file.name(), last, e);
        }
    }

    private void settle(GrowingFile file) {
        file.settle();
        entries.put(file.name(), file.entry());
    }

    private void replace(String file, long frame) throws IOException {
        try {
            disk.move(file + Disk.STAGED, file);
        } catch (AccessDeniedException e) {
            // So says Windows while a spreadsheet has the file open.
            throw new HeldFileException(file, frame, e);
        }
    }

    /** What a person wrote into a file while the store was open is not overwritten unseen. */
    private void setEditsAside(TableFile file) throws IOException {
        Manifest.Entry written = entries.get(file.name());
        if (written == null
                || file.table().appendOnly()
                || !disk.names(Disk.ROOT).contains(file.name())) {
            return;
        }
        byte[] present = WholeFile.read(disk, file.name());
        if (!Manifest.Entry.of(present).equals(written)) {
            String aside = file.name() + EDITED;
            disk.replace(aside, present);
            LOG.warn(
                    "{} of the CSV store {} was edited while the store was open. The edited file was set aside as {}: adopt"
                            + " it after the store is closed, or delete it",
                    file.name(),
                    disk.folder(),
                    aside);
        }
    }
}
