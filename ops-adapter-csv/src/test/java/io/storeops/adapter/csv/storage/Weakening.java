package io.storeops.adapter.csv.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A store written with less care: the same store on a disk that leaves something out. */
enum Weakening implements UnaryOperator<Disk> {
    COMMITS_ARE_NOT_FORCED(disk -> new UnforcedFrames(disk, Frame.COMMIT)),
    CHECKPOINT_FRAMES_ARE_NOT_FORCED(disk -> new UnforcedFrames(disk, Frame.CHECKPOINT)),
    STAGED_TABLES_ARE_NOT_FORCED(
            disk -> new Unforced(disk, name -> name.endsWith(Disk.STAGED) && !name.startsWith("_"))),
    EXTENSIONS_ARE_NOT_FORCED(disk -> new Unforced(disk, name -> name.endsWith(".csv") && !name.startsWith("_"))),
    THE_MANIFEST_IS_NOT_FORCED(disk -> new Unforced(disk, name -> name.startsWith(Manifest.FILE))),
    THE_FOLDER_IS_NOT_FORCED(disk -> new UnforcedFolders(disk, Disk.ROOT::equals)),
    THE_JOURNAL_IS_RESET_BEFORE_THE_MANIFEST(LateManifest::new),
    CHECKSUMS_ARE_NOT_COMPARED(MendedChecksums::new),
    TABLES_ARE_REWRITTEN_IN_PLACE(InPlace::new),
    CONTENT_IS_NOT_FORCED(disk -> new Unforced(disk, FolderBlobs.STAGED::equals)),
    FOLDERS_OF_CONTENT_ARE_NOT_FORCED(disk -> new UnforcedFolders(disk, name -> name.contains("/")));

    private final UnaryOperator<Disk> weakened;

    Weakening(UnaryOperator<Disk> weakened) {
        this.weakened = weakened;
    }

    @Override
    public Disk apply(Disk disk) {
        return weakened.apply(disk);
    }

    private static final class Unforced extends WrappedDisk {
        private final Predicate<String> names;

        Unforced(Disk disk, Predicate<String> names) {
            super(disk);
            this.names = names;
        }

        @Override
        public void force(String name) throws IOException {
            if (!names.test(name)) {
                super.force(name);
            }
        }
    }

    private static final class UnforcedFolders extends WrappedDisk {
        private final Predicate<String> names;

        UnforcedFolders(Disk disk, Predicate<String> names) {
            super(disk);
            this.names = names;
        }

        @Override
        public void forceFolder(String name) throws IOException {
            if (!names.test(name)) {
                super.forceFolder(name);
            }
        }
    }

    private static final class UnforcedFrames extends WrappedDisk {
        private final String kind;
        private boolean unforced;

        UnforcedFrames(Disk disk, String kind) {
            super(disk);
            this.kind = kind;
        }

        @Override
        public void append(String name, byte[] content) throws IOException {
            unforced =
                    name.equals(JournalContent.FILE) && new String(content, ISO_8859_1).split(",", 4)[2].equals(kind);
            super.append(name, content);
        }

        @Override
        public void force(String name) throws IOException {
            if (!name.equals(JournalContent.FILE) || !unforced) {
                super.force(name);
            }
        }
    }

    /** Puts the manifest in its place only after the journal was begun anew. */
    private static final class LateManifest extends WrappedDisk {
        private boolean late;
        private boolean journalMoved;

        LateManifest(Disk disk) {
            super(disk);
        }

        @Override
        public void move(String from, String to) throws IOException {
            if (to.equals(Manifest.FILE) && names(ROOT).contains(Manifest.FILE)) {
                late = true;
                return;
            }
            super.move(from, to);
            journalMoved = to.equals(JournalContent.FILE);
        }

        @Override
        public void forceFolder(String name) throws IOException {
            super.forceFolder(name);
            if (late && journalMoved) {
                late = false;
                super.move(Manifest.FILE + Disk.STAGED, Manifest.FILE);
                super.forceFolder(ROOT);
            }
        }
    }

    private static final class InPlace extends WrappedDisk {
        private final Map<String, byte[]> staged = new HashMap<>();

        InPlace(Disk disk) {
            super(disk);
        }

        @Override
        public void write(String name, byte[] content) throws IOException {
            if (name.startsWith("_")) {
                super.write(name, content);
            } else {
                staged.put(name, content);
            }
        }

        @Override
        public void force(String name) throws IOException {
            if (!staged.containsKey(name)) {
                super.force(name);
            }
        }

        @Override
        public void move(String from, String to) throws IOException {
            byte[] content = staged.remove(from);
            if (content == null) {
                super.move(from, to);
            } else {
                super.write(to, content);
                super.force(to);
            }
        }
    }

    /** Gives every frame of the journal the checksums that it should have, whatever is in it. */
    private static final class MendedChecksums extends WrappedDisk {
        MendedChecksums(Disk disk) {
            super(disk);
        }

        @Override
        public byte[] read(String name) throws IOException {
            byte[] content = super.read(name);
            return name.equals(JournalContent.FILE) ? mended(new String(content, ISO_8859_1)) : content;
        }

        private static byte[] mended(String journal) {
            StringBuilder mended = new StringBuilder();
            int at = journal.indexOf('\n') + 1;
            mended.append(journal, 0, at);
            while (at < journal.length()) {
                int end = frameEnd(journal, at);
                if (end < 0) {
                    return mended.append(journal.substring(at)).toString().getBytes(ISO_8859_1);
                }
                mended.append(new String(frame(journal, at, end), ISO_8859_1));
                at = end;
            }
            return mended.toString().getBytes(ISO_8859_1);
        }

        /** Where the frame ends by its own first line, -1 if that cannot be read or the file is shorter. */
        private static int frameEnd(String journal, int at) {
            int bodyAt = journal.indexOf('\n', at) + 1;
            String[] head = journal.substring(at, Math.max(at, bodyAt)).split(",", -1);
            if (head.length != 10 || !head[1].matches("\\d+") || !head[8].matches("\\d{1,9}")) {
                return -1;
            }
            int end = bodyAt
                    + Integer.parseInt(head[8])
                    + Frame.endBegun(Long.parseLong(head[1])).length()
                    + 10;
            return end <= journal.length() ? end : -1;
        }

        private static byte[] frame(String journal, int at, int end) {
            String head = journal.substring(at, journal.indexOf('\n', at) - 9);
            int number = Integer.parseInt(head.split(",", -1)[1]);
            int bodyEnd = end - 10 - Frame.endBegun(number).length();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(Frame.checked(new byte[0], head));
            out.writeBytes(journal.substring(at + head.length() + 10, bodyEnd).getBytes(ISO_8859_1));
            return Frame.checked(out.toByteArray(), Frame.endBegun(number));
        }
    }
}
