package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.NamedPeriod;
import io.storeops.adapter.csv.file.Position;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How a file says of which instant it speaks: by its name, by a column, or by when it was written. A date is its beginning, so that
 * nothing looks newer than it is.
 *
 * @param names the patterns of names, tried in order
 * @param column the column whose earliest time rules, if there is one
 * @param fileTime whether the file speaks of when it was last written, if nothing else says of when
 */
record AsOf(List<NamedPeriod> names, Optional<String> column, boolean fileTime) {
    /** No file says it. */
    static final AsOf UNSAID = new AsOf(List.of(), Optional.empty(), false);

    AsOf {
        names = List.copyOf(names);
    }

    /** The instant of a file as a whole. */
    Optional<Instant> of(Path file, ZoneId zone) {
        return names.stream()
                .flatMap(name -> name.of(file, zone).stream())
                .findFirst()
                .map(period -> period.from())
                .or(() -> fileTime
                        ? Optional.of(Instant.parse(Position.of(file, 0).modified()))
                        : Optional.empty());
    }
}
