package io.storeops.adapter.csv.marketplace;

import io.storeops.feed.Coverage;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the files of a source, which stops after every page with the file still open. Holds one page and one record.
 * Not thread-safe.
 *
 * @param <T> what a row is
 */
final class FileScan<T> implements Closeable {
    /** Makes the reader of one file once its header is known. */
    interface Opening<T> {
        RowReader<T> rows(Records records, Map<String, Integer> places, Path file);
    }

    private final SourceFiles source;
    private final Profile profile;
    private final Opening<T> opening;
    private final int pageSize;
    private @Nullable Open<T> open;
    private @Nullable Position ended;

    /** A file that is being read. */
    private static final class Open<T> implements Closeable {
        final Path file;
        final Records records;
        final RowReader<T> rows;
        final int width;
        final Position start;
        long read;

        Open(Path file, Position start, Records records, RowReader<T> rows, int width) {
            this.file = file;
            this.start = start;
            this.records = records;
            this.rows = rows;
            this.width = width;
        }

        Position position() {
            return new Position(read, start.size(), start.modified(), start.name());
        }

        @Override
        public void close() {
            records.close();
        }
    }

    FileScan(SourceFiles source, Profile profile, Opening<T> opening, int pageSize) {
        this.source = source;
        this.profile = profile;
        this.opening = opening;
        this.pageSize = pageSize;
    }

    /** Goes to where a page ended, by reading the file again up to there. */
    void seek(Position position) {
        Path file = source.list().stream()
                .filter(candidate -> SourceFiles.name(candidate).equals(position.name()))
                .findFirst()
                .orElseThrow(() -> FileFaults.missing(source.path().resolve(position.name())));
        position.requireUnchanged(file);
        Open<T> opened = opened(file);
        open = opened;
        while (opened.read < position.records() && opened.records.next()) {
            opened.read++;
        }
    }

    /** The next page; without cursor at the end. */
    FeedPage<T> page() {
        Open<T> going = open;
        if (going != null) {
            going.position().requireUnchanged(going.file);
        }
        List<T> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        while (rows.size() + problems.size() < pageSize) {
            Open<T> current = current();
            if (current == null) {
                return new FeedPage<>(rows, problems, Optional.empty(), Optional.empty(), Coverage.UNKNOWN);
            }
            if (current.records.next()) {
                current.read++;
                read(current, rows, problems);
            } else {
                close();
                ended = current.position();
            }
        }
        return new FeedPage<>(rows, problems, position().map(Position::cursor), Optional.empty(), Coverage.UNKNOWN);
    }

    private Optional<Position> position() {
        return open == null ? Optional.ofNullable(ended) : Optional.of(open.position());
    }

    private @Nullable Open<T> current() {
        if (open == null) {
            Position last = ended;
            Optional<Path> next = source.list().stream()
                    .filter(file -> last == null || SourceFiles.name(file).compareTo(last.name()) > 0)
                    .findFirst();
            open = next.map(this::opened).orElse(null);
        }
        return open;
    }

    private Open<T> opened(Path file) {
        Position start = Position.of(file, 0);
        Records records = Records.open(file, profile.encoding(), profile.delimiter());
        try {
            if (!records.next()) {
                throw FileFaults.invalid(
                        file,
                        1,
                        "the file is empty, expected the header '"
                                + String.join(",", profile.header().columns()) + "'");
            }
            int width = records.count();
            Map<String, Integer> places = profile.header()
                    .places(
                            file,
                            records.line(),
                            records.texts(),
                            profile.personal().isEmpty());
            records.take(taken(places, width));
            return new Open<>(file, start, records, opening.rows(records, places, file), width);
        } catch (RuntimeException e) {
            records.close();
            throw e;
        }
    }

    /** Only what a role needs leaves the parser: no other column is ever a value. */
    private boolean[] taken(Map<String, Integer> places, int width) {
        boolean[] taken = new boolean[width];
        profile.used().forEach(name -> {
            Integer place = places.get(name);
            if (place != null) {
                taken[place] = true;
            }
        });
        return taken;
    }

    private static <T> void read(Open<T> current, List<T> rows, List<RowProblem> problems) {
        try {
            if (current.records.empty() && current.width > 1) {
                throw new RowRefused(Optional.empty(), "the line is empty");
            }
            current.rows.read(rows);
        } catch (RowRefused e) {
            problems.add(
                    new RowProblem(SourceFiles.name(current.file), current.records.line(), e.column(), e.reason()));
        }
    }

    @Override
    public void close() {
        Open<T> current = open;
        open = null;
        if (current != null) {
            current.close();
        }
    }
}
