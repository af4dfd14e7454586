package io.storeops.adapter.jdbc.marketplace;

import io.storeops.calendar.BusinessDay;
import io.storeops.calendar.Slot;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Reading;
import io.storeops.figures.Semantics;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of boundaries, from tables.
 *
 * @param tables the tables
 * @param layout how a row is a reading
 */
record TableReadings(Tables tables, ReadingLayout layout) implements MetricsFeed {
    @Override
    public FeedPage<Reading> read(MetricsRequest request, Optional<FeedCursor> after) {
        BusinessDay day =
                request.plan().day(request.slot().date(), request.store().zone());
        Slot slot = day.slot(request.slot().number());
        Map<String, Object> values = tables.values(
                request.store(), layout.semantics() == Semantics.DELTA ? slot.from() : day.start(), slot.to());
        values.put(Feed.DATE, request.slot().date());
        return tables.all(
                Feed.READINGS,
                request.store(),
                values,
                new ReadingRows(
                        layout,
                        tables.prepared(Feed.READINGS),
                        request,
                        tables.source().name()),
                after);
    }
}
