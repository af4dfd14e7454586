package io.storeops.adapter.csv.storage;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitLog.Written;
import io.storeops.storage.Committed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * An entry of the journal. On disk it is a first line with its own checksum that says how long the body is, the body, and
 * a last line with the checksum of all of it. The length makes every possible cut recognisable whatever the body holds.
 */
sealed interface Frame {
    String BEGIN = "B";
    String COMMIT = "commit";
    String CHECKPOINT = "checkpoint";
    String ROW = "R";
    String TABLE_FILE = "K";

    /** 1, 2, 3 ... over the life of the folder. */
    long number();

    /** The bytes of the frame. */
    byte[] render();

    /**
     * A commit.
     *
     * @param number the frame's number
     * @param store the store
     * @param committed the receipt
     * @param rows the rows as the commit leaves them, with the file each belongs to
     */
    record Commit(long number, StoreId store, Committed committed, List<FileRow> rows) implements Frame {
        @Override
        public byte[] render() {
            StringBuilder body = new StringBuilder();
            for (FileRow row : rows) {
                body.append(ROW).append(',').append(row.file().table().name()).append(',');
                row.file().append(body, row.written());
            }
            List<String> head = List.of(
                    BEGIN,
                    Long.toString(number),
                    COMMIT,
                    Cells.escaped(store.value()),
                    Long.toString(committed.number()),
                    Cells.escaped(committed.id().value()),
                    committed.at().toString(),
                    Integer.toString(rows.size()));
            return Frame.render(number, head, body.toString());
        }
    }

    /**
     * A row and the file it belongs to.
     *
     * @param file the file
     * @param written the row
     */
    record FileRow(TableFile file, Written written) {}

    /**
     * The promise that some table files are about to be replaced by new ones that are already on the disk.
     *
     * @param number the frame's number
     * @param files the new state of the files
     */
    record Checkpoint(long number, SortedMap<String, Manifest.Entry> files) implements Frame {
        @Override
        public byte[] render() {
            StringBuilder body = new StringBuilder();
            for (Map.Entry<String, Manifest.Entry> file : files.entrySet()) {
                body.append(CsvText.line(List.of(
                        TABLE_FILE,
                        file.getKey(),
                        Long.toString(file.getValue().bytes()),
                        file.getValue().crc32c())));
            }
            List<String> head =
                    List.of(BEGIN, Long.toString(number), CHECKPOINT, "", "", "", "", Integer.toString(files.size()));
            return Frame.render(number, head, body.toString());
        }
    }

    private static byte[] render(long number, List<String> head, String bodyText) {
        byte[] body = CsvText.utf8(bodyText);
        List<String> cells = new ArrayList<>(head);
        cells.add(Integer.toString(body.length));
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + 200);
        out.writeBytes(checked(new byte[0], CsvText.line(cells).stripTrailing() + ","));
        out.writeBytes(body);
        return checked(out.toByteArray(), endBegun(number));
    }

    /** The last line of a frame up to its checksum. */
    static String endBegun(long number) {
        return "C," + number + ",";
    }

    /** The bytes, then the text, then the checksum of both and a line end. */
    static byte[] checked(byte[] before, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(before.length + text.length() + 10);
        out.writeBytes(before);
        out.writeBytes(CsvText.utf8(text));
        out.writeBytes(CsvText.utf8(Checksum.of(out.toByteArray()) + "\r\n"));
        return out.toByteArray();
    }
}
