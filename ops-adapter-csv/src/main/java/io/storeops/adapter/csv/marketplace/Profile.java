package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Dialect;
import io.storeops.adapter.csv.file.Header;
import io.storeops.adapter.csv.file.IdCleaning;
import io.storeops.adapter.csv.file.NumberStyle;
import io.storeops.adapter.csv.file.TimeText;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of one kind of file, declared once. Immutable.
 *
 * @param name how it is called in messages
 * @param encoding the encoding of the file
 * @param delimiter the character between two fields
 * @param header the header and how it must match
 * @param personal the columns with personal content, which no role may use and no message shows
 * @param shape which records are rows
 * @param missing the cells that mean that there is no value, after trimming
 * @param lastLineEnd whether the last line of a file must have a line end; without one the file may be cut off there
 * @param ids what is stripped from ids, in order
 * @param longIds whether ids have more digits than the 15 that a spreadsheet keeps
 * @param numbers how numbers are written
 * @param times the patterns of dates and times, tried in order
 * @param zone the zone of local times; empty for the store's
 * @param currency the currency of amounts; empty for the store's
 * @param orders how a row is an order, if it is one
 * @param readings how a row is a reading, if it is one
 * @param sheets how a row is a state, if it is one
 */
record Profile(
        String name,
        Charset encoding,
        char delimiter,
        Header header,
        Set<String> personal,
        RowShape shape,
        Set<String> missing,
        LastLineEnd lastLineEnd,
        List<IdCleaning> ids,
        boolean longIds,
        NumberStyle numbers,
        List<TimeText> times,
        Optional<ZoneId> zone,
        Optional<Currency> currency,
        Optional<OrderLayout> orders,
        Optional<ReadingLayout> readings,
        Sheets sheets) {
    /** Whether the last line of a file has a line end. */
    enum LastLineEnd {
        /** A last line without one may be cut off, and is a problem. */
        REQUIRED,
        /** The exporter writes none. */
        OPTIONAL
    }

    Profile {
        personal = Set.copyOf(personal);
        missing = Set.copyOf(missing);
        ids = List.copyOf(ids);
        times = List.copyOf(times);
    }

    /** Whether the last line may be without a line end. */
    boolean lastLineEndOptional() {
        return lastLineEnd == LastLineEnd.OPTIONAL;
    }

    /** How the records of the files are written. */
    Dialect dialect() {
        return new Dialect(
                delimiter, ids.contains(IdCleaning.EQUALS_QUOTES), shape.literalQuotes(), shape.passedOver());
    }

    /** The columns that a role or a rule uses; of others only those are read that may say that a row does not count. */
    Set<String> used() {
        Set<String> used = new TreeSet<>(sheets.used());
        used.addAll(shape.conditions().keySet());
        orders.ifPresent(layout -> {
            used.addAll(layout.columns().values());
            used.addAll(layout.rules().accepted().keySet());
            used.addAll(layout.rules().unpaid().keySet());
            layout.statement().column().ifPresent(used::add);
        });
        readings.ifPresent(layout -> {
            used.addAll(layout.columns().values());
            used.addAll(layout.figures().values());
        });
        return used;
    }
}
