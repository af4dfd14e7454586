package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.FileFaults;
import io.storeops.adapter.csv.file.Position;
import io.storeops.adapter.csv.file.Records;
import io.storeops.adapter.csv.file.RowRefused;
import io.storeops.adapter.csv.file.SourceFiles;
import io.storeops.feed.Coverage;
import io.storeops.feed.Extract;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the files of a source, which stops after every page with the file still open. A page is of one file, and says what that file
 * states of its period; a file that shows that it was cut off states nothing. Holds one page and two records. Not thread-safe.
 *
 * @param <T> what a row is
 */
final class FileScan<T> implements Closeable {
    /** Makes the reader of one file once its header is known. */
    interface Opening<T> {
        RowReader<T> rows(Records records, Map<String, Integer> places, Path file);

        /** The periods that the name of a file states. */
        default List<Period> states(Path file) {
            return List.of();
        }

        /** Whether the files show a state, of which one that is cut off has only a part. */
        default boolean isState() {
            return false;
        }

        /** Whether one file is all that there is, so that no other follows it. */
        default boolean newestOnly() {
            return false;
        }

        /** Those of the files that are read. */
        default List<Path> chosen(List<Path> files) {
            return files;
        }
    }

    private final SourceFiles source;
    private final Profile profile;
    private final Opening<T> opening;
    private final int pageSize;
    private @Nullable Open<T> open;
    private @Nullable Position ended;
    private boolean lacking;
    private long passedOver;

    /** A file that is being read. */
    private static final class Open<T> implements Closeable {
        final Path file;
        final HeadedRecords source;
        final Records records;
        final JoinedColumns joined;
        final RowReader<T> rows;
        final int width;
        final Position start;
        long read;
        boolean cut;

        Open(Path file, Position start, HeadedRecords source, JoinedColumns joined, RowReader<T> rows, int width) {
            this.file = file;
            this.start = start;
            this.source = source;
            this.records = source.records();
            this.joined = joined;
            this.rows = rows;
            this.width = width;
        }

        Position position() {
            return new Position(read, start.size(), start.modified(), start.name());
        }

        @Override
        public void close() {
            source.close();
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
            if (!opened.records.passedOver() && findCut(opened).isEmpty()) {
                opened.joined.join();
                opened.rows.pass();
            }
        }
        if (!opened.records.more()) {
            end(opened);
        }
    }

    /** The next page; without cursor at the end. */
    FeedPage<T> page() {
        Open<T> going = open;
        if (going != null) {
            going.position().requireUnchanged(going.file);
        } else {
            going = next().map(this::opened).orElse(null);
            open = going;
        }
        if (going == null) {
            return new FeedPage<>(List.of(), List.of(), Optional.empty(), Optional.empty(), coverage());
        }
        List<T> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        while (rows.size() + problems.size() < pageSize && going.records.next()) {
            going.read++;
            if (going.records.passedOver()) {
                passedOver++;
            } else {
                read(going, rows, problems);
            }
        }
        Extract extract = new Extract(SourceFiles.name(going.file), states(going));
        Optional<Position> position = Optional.of(going.position());
        if (!going.records.more()) {
            end(going);
            position = next().isPresent() ? position : Optional.empty();
        }
        return new FeedPage<T>(rows, problems, position.map(Position::cursor), going.rows.asOf(), coverage())
                .of(extract);
    }

    /** How many records of the pages so far were no rows. */
    long passedOver() {
        return passedOver;
    }

    private Coverage coverage() {
        return lacking && opening.isState() ? Coverage.PARTIAL : Coverage.UNKNOWN;
    }

    private void end(Open<T> finished) {
        close();
        ended = finished.position();
    }

    private Optional<Path> next() {
        Position last = ended;
        if (last != null && opening.newestOnly()) {
            return Optional.empty();
        }
        return opening.chosen(source.list()).stream()
                .filter(file -> last == null || SourceFiles.name(file).compareTo(last.name()) > 0)
                .findFirst();
    }

    /** A file that was written while the period that it states still ran cannot have more than up to then. */
    private List<Period> states(Open<T> current) {
        if (current.cut || (!profile.lastLineEndOptional() && current.records.endsWithinALine())) {
            return List.of();
        }
        Instant written = Instant.parse(current.start.modified());
        List<Period> stated = new ArrayList<>();
        for (Period period :
                Period.joined(Stream.concat(opening.states(current.file).stream(), current.rows.states().stream())
                        .toList())) {
            boolean running = written.isAfter(period.from()) && written.isBefore(period.to());
            stated.add(running ? new Period(period.from(), written) : period);
        }
        return stated;
    }

    private Open<T> opened(Path file) {
        Position start = Position.of(file, 0);
        HeadedRecords source = HeadedRecords.open(file, profile);
        try {
            Records records = source.records();
            Map<String, Integer> places = source.places();
            int width = records.count();
            JoinedColumns joined = new JoinedColumns(records, profile, places, width);
            records.take(taken(places, width));
            return new Open<>(file, start, source, joined, opening.rows(records, places, file), width);
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Only what a role needs leaves the parser: no other column is ever a value. */
    private boolean[] taken(Map<String, Integer> places, int width) {
        boolean[] taken = new boolean[width];
        Stream.of(
                        profile.used(),
                        profile.shape().joinedNames().stream()
                                .flatMap(name -> profile.shape().parts(name).stream())
                                .toList(),
                        TellingColumns.of(places.keySet(), profile),
                        TellingColumns.currencies(places.keySet(), profile))
                .flatMap(Collection::stream)
                .forEach(name -> {
                    Integer place = places.get(name);
                    if (place != null && place < width) {
                        taken[place] = true;
                    }
                });
        return taken;
    }

    private void read(Open<T> current, List<T> rows, List<RowProblem> problems) {
        Optional<String> cut = findCut(current);
        if (cut.isPresent()) {
            problems.add(problem(current, new RowRefused(Optional.empty(), cut.get()), current.rows.when(true)));
            return;
        }
        try {
            if (current.records.empty() && current.width > 1) {
                problems.add(problem(current, new RowRefused(Optional.empty(), "the line is empty"), Optional.empty()));
            } else {
                current.joined.join();
                current.rows.read(rows);
            }
        } catch (RowRefused e) {
            problems.add(problem(current, e, current.rows.when(false)));
        }
    }

    /** How the file shows that it was cut off in its current record, and remembers that it was. */
    private Optional<String> findCut(Open<T> current) {
        Optional<String> cut = current.records
                .cut()
                .filter(how -> !(profile.lastLineEndOptional() && current.records.count() >= current.width));
        current.cut |= cut.isPresent();
        lacking |= cut.isPresent();
        return cut;
    }

    private static RowProblem problem(Open<?> current, RowRefused refused, Optional<Period> when) {
        return new RowProblem(
                SourceFiles.name(current.file), current.records.line(), refused.column(), refused.reason(), when);
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
