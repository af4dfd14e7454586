package io.storeops.adapter.csv.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.storeops.id.StoreId;
import io.storeops.storage.CommitId;
import io.storeops.storage.Committed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a journal frame by frame and tells an unfinished last frame from damage. */
final class JournalReader {
    private static final String FILE = JournalContent.FILE;
    private static final Pattern HEADER = Pattern.compile("\uFEFFJ,(\\d{1,18}),[0-9a-f]{8}\r\n");
    private static final Pattern WHOLE_END = Pattern.compile("(?s).*\r\nC,\\d{1,18},[0-9a-f]{8}\r\n");
    private static final int LONGEST_END = 40;

    /** More than the two longest ids of a commit take, every character a quote. */
    private static final int LONGEST_HEAD = 4096;

    private static final int HEAD_CELLS = 9;

    private final byte[] content;
    private final Map<String, TableFile> files;
    private final List<Frame> frames = new ArrayList<>();
    private int at;
    private long line = 1;
    private int lineFrom;
    private int lineEnd;

    private JournalReader(byte[] content, Map<String, TableFile> files) {
        this.content = content;
        this.files = files;
    }

    /**
     * Reads a journal.
     *
     * @param files the files by the names of their tables
     * @throws DamagedFileException if it is damaged elsewhere than by an unfinished last frame
     */
    static JournalContent parse(byte[] content, Map<String, TableFile> files) {
        return new JournalReader(content, files).read();
    }

    /** The first line of a frame, whose checksum is good. */
    private record Head(long number, List<String> cells, int bodyAt, int bodyLength) {
        int endAt() {
            return bodyAt + bodyLength;
        }

        int frameEnd() {
            return endAt() + Frame.endBegun(number).length() + Checksum.LENGTH + 2;
        }

        int count() {
            return Integer.parseInt(cells.get(7));
        }
    }

    private JournalContent read() {
        long base = header();
        Optional<JournalContent.TornTail> torn = Optional.empty();
        while (at < content.length && torn.isEmpty()) {
            long expected = base + frames.size() + 1;
            Optional<Head> head = headAt(at);
            if (head.isPresent() && head.get().number() != expected) {
                throw damage("frame " + head.get().number() + " stands where frame " + expected + " should");
            }
            if (head.isPresent() && whole(head.get())) {
                frames.add(frame(head.get()));
                advance(head.get().frameEnd());
            } else {
                torn = Optional.of(tornTail(expected, head));
            }
        }
        return new JournalContent(base, frames, torn);
    }

    private long header() {
        int end = endOfLine(0);
        Matcher header = HEADER.matcher(new String(content, 0, end, UTF_8));
        if (header.matches()) {
            long base = Long.parseLong(header.group(1));
            if (Arrays.equals(JournalContent.header(base), Arrays.copyOf(content, end))) {
                advance(end);
                return base;
            }
        }
        throw damage("the first line is damaged");
    }

    private void advance(int to) {
        line += CsvText.lineEnds(content, at, to);
        at = to;
    }

    /** Where the line ends that a place is in. Places are asked for in rising order, so every line is looked at once. */
    private int endOfLine(int from) {
        if (from >= lineEnd || from < lineFrom) {
            int end = from;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            lineFrom = from;
            lineEnd = Math.min(end + 1, content.length);
        }
        return lineEnd;
    }

    /** The first line that begins here, empty if it is none or its checksum is wrong. */
    private Optional<Head> headAt(int from) {
        if (content[from] != 'B' || from + 1 == content.length || content[from + 1] != ',') {
            return Optional.empty();
        }
        int end = endOfLine(from);
        int crcAt = end - 2 - Checksum.LENGTH;
        if (crcAt <= from + 2 || crcAt > from + LONGEST_HEAD) {
            return Optional.empty();
        }
        String rest = new String(content, crcAt, end - crcAt, US_ASCII);
        if (!rest.equals(Checksum.of(content, from, crcAt) + "\r\n")) {
            return Optional.empty();
        }
        List<String> cells =
                CsvText.lines(FILE, content, from, crcAt, line).get(0).cells();
        try {
            return Optional.of(
                    new Head(Long.parseLong(cells.get(1)), cells, end, Integer.parseInt(cells.get(HEAD_CELLS - 1))));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private boolean whole(Head head) {
        if (head.bodyLength() < 0 || head.frameEnd() > content.length || head.frameEnd() < head.bodyAt()) {
            return false;
        }
        String begun = Frame.endBegun(head.number());
        String exact = begun + Checksum.of(content, at, head.endAt() + begun.length()) + "\r\n";
        return exact.equals(new String(content, head.endAt(), head.frameEnd() - head.endAt(), US_ASCII));
    }

    /** The rest of the file as an unfinished frame, unless something shows that it once was finished. */
    private JournalContent.TornTail tornTail(long expected, Optional<Head> head) {
        int end = Math.min(head.map(Head::frameEnd).orElse(content.length), content.length);
        boolean complete = head.isPresent() ? head.get().frameEnd() <= content.length : endsInWholeFrame();
        if (complete && !holdsNul(end)) {
            throw damage("frame " + expected + " is complete, but does not match its checksum");
        }
        for (int i = at + 1; i < content.length; i++) {
            // A frame stands after a line end, or after a block that was never written.
            boolean possible = content[i - 1] == '\n' || content[i - 1] == 0;
            if (possible && headAt(i).filter(later -> later.number() > expected).isPresent()) {
                throw damage("frame " + expected + " is damaged, and frames follow it");
            }
        }
        return new JournalContent.TornTail(expected, at, line, content.length - at);
    }

    private boolean endsInWholeFrame() {
        int from = Math.max(at, content.length - LONGEST_END);
        return WHOLE_END
                .matcher(new String(content, from, content.length - from, US_ASCII))
                .matches();
    }

    /** Whether a block before the given place was never written: no text of the store holds a NUL. */
    private boolean holdsNul(int end) {
        for (int i = at; i < end; i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private Frame frame(Head head) {
        long bodyLine = line + 1;
        List<CsvText.Line> body = CsvText.lines(FILE, content, head.bodyAt(), head.endAt(), bodyLine);
        try {
            if (body.size() != head.count()) {
                throw damage("frame " + head.number() + " should have " + head.count() + " rows, not " + body.size());
            }
            return switch (head.cells().get(2)) {
                case Frame.COMMIT -> commit(head, body);
                case Frame.CHECKPOINT -> checkpoint(head, body);
                default -> throw damage("'" + head.cells().get(2) + "' is not a kind of frame that this version knows");
            };
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException e) {
            throw damage("frame " + head.number() + " is damaged: " + e.getMessage());
        }
    }

    private Frame commit(Head head, List<CsvText.Line> body) {
        List<Frame.FileRow> rows = new ArrayList<>(body.size());
        for (CsvText.Line row : body) {
            String table = row.cells().get(1);
            TableFile file = files.get(table);
            if (file == null) {
                throw new DamagedFileException(
                        FILE,
                        row.line(),
                        "there is a row of the table '" + table + "', which this version does not know");
            }
            List<String> cells = row.cells().subList(2, row.cells().size());
            rows.add(new Frame.FileRow(file, file.row(FILE, row.line(), cells)));
        }
        List<String> cells = head.cells();
        Committed committed = new Committed(
                CommitId.of(Cells.unescaped(cells.get(5))), Long.parseLong(cells.get(4)), Instant.parse(cells.get(6)));
        return new Frame.Commit(head.number(), StoreId.of(Cells.unescaped(cells.get(3))), committed, rows);
    }

    private static Frame checkpoint(Head head, List<CsvText.Line> body) {
        SortedMap<String, Manifest.Entry> entries = new TreeMap<>();
        for (CsvText.Line file : body) {
            List<String> cells = file.cells();
            entries.put(cells.get(1), new Manifest.Entry(Long.parseLong(cells.get(2)), cells.get(3)));
        }
        return new Frame.Checkpoint(head.number(), entries);
    }

    private DamagedFileException damage(String reason) {
        return new DamagedFileException(FILE, line, reason);
    }
}
