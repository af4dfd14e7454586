package io.storeops.adapter.html;

import static java.util.Objects.requireNonNull;

import io.storeops.catalog.Store;
import io.storeops.kpi.Score;
import io.storeops.reporting.Attainment;
import io.storeops.reporting.DayBook;
import java.util.List;
import java.util.Optional;

/**
 * The board of a store's day (时段数据看板): what an operator and a manager look at together. Immutable.
 *
 * @param store the store
 * @param book the day as of an instant; the board shows that instant and nothing later
 * @param target the sales target of the date with what was reached; empty if the store has none
 * @param scores the measures to show, in this order
 */
public record Board(Store store, DayBook book, Optional<Attainment> target, List<Score> scores) {
    /** Copies the scores. */
    public Board {
        requireNonNull(store, "store");
        requireNonNull(book, "book");
        requireNonNull(target, "target");
        scores = List.copyOf(scores);
    }

    /**
     * The board as a page: one HTML document without script and without reference to anything outside itself, in Chinese
     * with English beneath. It is well-formed XML too. The same board gives the same text, byte for byte.
     *
     * @return the document; to be written in UTF-8
     */
    public String page() {
        return new BoardPage(store, book, target, scores).text();
    }
}
