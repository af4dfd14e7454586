package io.storeops.adapter.jdbc.marketplace;

import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.Extract;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.Period;
import io.storeops.feed.RowProblem;
import io.storeops.figures.OrderLine;
import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One reading of the orders, from its first row to its last. It knows what it has given so far by a hash, so that another reading, which goes
 * on where this one stopped, finds out whether the rows before are still the same. Not thread-safe.
 */
final class OrderScan implements Closeable {
    /** An odd number whose bits look random, as multipliers of hashes do. */
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private final OpenResult open;
    private final Row row;
    private final RowReader<OrderLine> reader;
    private final String source;
    private final Extract extract;
    private final Instant began;
    private final int pageSize;
    private long number;
    private long hash;
    private boolean ended;

    /**
     * Begins a reading.
     *
     * @param states the period of which the statement gives every order, if it does
     */
    OrderScan(
            OpenResult open,
            Row row,
            RowReader<OrderLine> reader,
            String source,
            Optional<Period> states,
            Instant began,
            int pageSize) {
        this.open = open;
        this.row = row;
        this.reader = reader;
        this.source = source;
        this.extract = new Extract(source, states.map(List::of).orElse(List.of()));
        this.began = began;
        this.pageSize = pageSize;
    }

    /** The next rows. */
    FeedPage<OrderLine> page() {
        List<OrderLine> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        int read = 0;
        while (read < pageSize && next(rows, problems)) {
            read++;
        }
        return new FeedPage<>(
                        rows,
                        problems,
                        ended ? Optional.empty() : Optional.of(cursor()),
                        Optional.of(began),
                        Coverage.UNKNOWN)
                .of(extract);
    }

    private FeedCursor cursor() {
        return new FeedCursor(number + "-" + Long.toHexString(hash));
    }

    private boolean next(List<OrderLine> rows, List<RowProblem> problems) {
        if (!open.next()) {
            ended = true;
            return false;
        }
        number++;
        int before = rows.size();
        try {
            reader.read(row, rows);
            for (int i = before; i < rows.size(); i++) {
                hash = (hash ^ rows.get(i).hashCode()) * MIX;
            }
        } catch (Rejected e) {
            RowProblem problem = Problems.of(source, number, e, reader, row);
            problems.add(problem);
            hash = (hash ^ problem.hashCode()) * MIX;
        }
        return true;
    }

    /**
     * Goes to where a page ended.
     *
     * @throws AdapterException CONFLICT if the rows up to there are other ones by now
     */
    void seek(FeedCursor after) {
        List<OrderLine> rows = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        while (!cursor().equals(after)) {
            rows.clear();
            problems.clear();
            if (!next(rows, problems)) {
                throw new AdapterException(
                        FaultKind.CONFLICT,
                        source + " have changed since the page before '" + after.text()
                                + "', or it is no page of theirs. Begin again with the first page");
            }
        }
    }

    @Override
    public void close() {
        open.close();
    }
}
