package io.storeops.spi.several;

import com.google.common.collect.ImmutableList;
import io.storeops.failure.AdapterException;
import io.storeops.failure.FaultKind;
import io.storeops.feed.Coverage;
import io.storeops.feed.FeedCursor;
import io.storeops.feed.FeedPage;
import io.storeops.feed.RowProblem;
import io.storeops.figures.MetricsFeed;
import io.storeops.figures.MetricsRequest;
import io.storeops.figures.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The readings of several parts, one part after the other. A part that fails is a problem and the next one goes on; only if none of them
 * gives its first page that is a failure. Immutable.
 */
final class JoinedReadings implements MetricsFeed {
    private final List<Part> parts;

    JoinedReadings(List<Part> parts) {
        this.parts = ImmutableList.copyOf(parts);
    }

    /**
     * Where a page ended.
     *
     * @param part the number of the part that goes on, from 0
     * @param before how much the parts before it gave of what was asked for
     * @param within where its page ended; empty if it has not begun
     */
    private record Place(int part, Coverage before, Optional<FeedCursor> within) {
        private static final Place START = new Place(0, Coverage.COMPLETE, Optional.empty());

        /** As in {@code 1 PARTIAL}, and behind another space what the part itself says. */
        FeedCursor cursor() {
            return new FeedCursor(part + " " + before
                    + within.map(inner -> " " + inner.text()).orElse(""));
        }

        static Place parse(FeedCursor cursor, int parts) {
            String[] words = cursor.text().split(" ", 3);
            try {
                int part = Integer.parseInt(words[0]);
                if (part >= 0 && part < parts && words.length > 1) {
                    return new Place(
                            part,
                            Coverage.valueOf(words[1]),
                            words.length > 2 ? Optional.of(new FeedCursor(words[2])) : Optional.empty());
                }
            } catch (IllegalArgumentException e) {
                // Said below, as for a part that is not there.
            }
            throw new AdapterException(
                    FaultKind.INVALID,
                    "The cursor '" + cursor.text() + "' is none of this feed. Go on with the one of its last page");
        }

        Place afterwards(Coverage gave) {
            return new Place(part + 1, before.and(gave), Optional.empty());
        }
    }

    @Override
    public FeedPage<Reading> read(MetricsRequest request, Optional<FeedCursor> after) {
        Place place = after.map(cursor -> Place.parse(cursor, parts.size())).orElse(Place.START);
        List<AdapterException> failures = new ArrayList<>();
        List<RowProblem> problems = new ArrayList<>();
        while (place.part() < parts.size()) {
            Part part = parts.get(place.part());
            try {
                return joined(part.readings(request, place.within()), place, problems);
            } catch (AdapterException e) {
                failures.add(e);
                problems.add(new RowProblem(
                        part.name(), 0, Optional.empty(), "could not be read (" + e.kind() + "): " + e.getMessage()));
                place = place.afterwards(Coverage.PARTIAL);
            }
        }
        if (failures.size() == parts.size()) {
            throw allFailed(failures);
        }
        return new FeedPage<>(List.of(), problems, Optional.empty(), Optional.empty(), Coverage.PARTIAL);
    }

    private FeedPage<Reading> joined(FeedPage<Reading> page, Place place, List<RowProblem> failed) {
        Place next = page.next()
                .map(within -> new Place(place.part(), place.before(), Optional.of(within)))
                .orElseGet(() -> place.afterwards(page.coverage()));
        return new FeedPage<>(
                page.rows(),
                ImmutableList.<RowProblem>builder()
                        .addAll(failed)
                        .addAll(page.problems())
                        .build(),
                next.part() < parts.size() ? Optional.of(next.cursor()) : Optional.empty(),
                page.sourceAsOf(),
                place.before().and(page.coverage()),
                page.extract());
    }

    /** Where one of them can be read later, asking again makes sense. */
    private static AdapterException allFailed(List<AdapterException> failures) {
        if (failures.size() == 1) {
            return failures.get(0);
        }
        AdapterException first = failures.stream()
                .filter(failure -> failure.kind().retryable())
                .findFirst()
                .orElse(failures.get(0));
        String message = "No part could be read. "
                + String.join("; ", failures.stream().map(Throwable::getMessage).toList());
        Optional<Instant> retryAt =
                failures.stream().flatMap(failure -> failure.retryAt().stream()).min(Comparator.naturalOrder());
        AdapterException all = first.kind().retryable() && retryAt.isPresent()
                ? new AdapterException(first.kind(), message, retryAt.get())
                : new AdapterException(first.kind(), message);
        failures.forEach(all::addSuppressed);
        return all;
    }
}
