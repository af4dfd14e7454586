package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Position;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a source. After a page its scan is kept open for whoever comes with the cursor of that page, so that following
 * the cursors reads every file once; any other cursor is found by reading its file again up to there. Of scans that nobody
 * goes on with only the latest few are kept. Thread-safe.
 *
 * @param <Q> what is asked
 * @param <T> what a row is
 */
final class FilePages<Q, T> implements Closeable {
    private static final int KEPT = 8;

    private record Place<Q>(Q request, FeedCursor cursor) {}

    private final Function<Q, FileScan<T>> scans;
    private final Map<Place<Q>, FileScan<T>> kept = new LinkedHashMap<>();
    private boolean closed;

    FilePages(Function<Q, FileScan<T>> scans) {
        this.scans = scans;
    }

    FeedPage<T> page(Q request, Optional<FeedCursor> after) {
        FileScan<T> scan = scan(request, after);
        try {
            FeedPage<T> page = scan.page();
            if (page.next().isPresent()) {
                keep(new Place<>(request, page.next().get()), scan);
            } else {
                scan.close();
            }
            return page;
        } catch (RuntimeException e) {
            scan.close();
            throw e;
        }
    }

    private FileScan<T> scan(Q request, Optional<FeedCursor> after) {
        if (after.isEmpty()) {
            return scans.apply(request);
        }
        FileScan<T> open = taken(new Place<>(request, after.get()));
        if (open != null) {
            return open;
        }
        Position position = Position.parse(after.get());
        FileScan<T> scan = scans.apply(request);
        try {
            scan.seek(position);
            return scan;
        } catch (RuntimeException e) {
            scan.close();
            throw e;
        }
    }

    private synchronized @Nullable FileScan<T> taken(Place<Q> place) {
        return kept.remove(place);
    }

    private void keep(Place<Q> place, FileScan<T> scan) {
        unneeded(place, scan).forEach(FileScan::close);
    }

    private synchronized List<FileScan<T>> unneeded(Place<Q> place, FileScan<T> scan) {
        List<FileScan<T>> unneeded = new ArrayList<>();
        FileScan<T> twin = closed ? scan : kept.put(place, scan);
        if (twin != null) {
            unneeded.add(twin);
        }
        Iterator<FileScan<T>> oldest = kept.values().iterator();
        while (kept.size() > KEPT) {
            unneeded.add(oldest.next());
            oldest.remove();
        }
        return unneeded;
    }

    @Override
    public void close() {
        List<FileScan<T>> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(kept.values());
            kept.clear();
        }
        open.forEach(FileScan::close);
    }
}
