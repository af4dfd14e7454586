package io.storeops.adapter.csv.marketplace;

import io.storeops.adapter.csv.file.Records;
import io.storeops.spi.sheet.SheetCell;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together, of each record, the columns that are made of others: a date and a time of day. */
final class JoinedColumns {
    /** A column behind the file's own, and the places of its parts. */
    private record Joined(int place, List<Integer> parts) {}

    private final Records records;
    private final Set<String> missing;
    private final List<Joined> joined = new ArrayList<>();

    /** Adds the joined columns to the places of a file's own. */
    JoinedColumns(Records records, Profile profile, Map<String, Integer> places, int width) {
        this.records = records;
        this.missing = profile.missing();
        for (String name : profile.shape().joinedNames()) {
            int place = width + joined.size();
            joined.add(new Joined(
                    place, profile.shape().parts(name).stream().map(places::get).toList()));
            places.put(name, place);
        }
    }

    /**
     * Joins the cells of the current record with a space between them; nothing if none of them has a value. A date and a time of a sheet are one
     * moment.
     */
    void join() {
        for (Joined column : joined) {
            Optional<SheetCell> moment = moment(column);
            if (moment.isPresent()) {
                records.put(column.place(), moment.get());
                continue;
            }
            List<String> cells = column.parts().stream()
                    .map(part -> records.text(part).strip())
                    .toList();
            boolean none = cells.stream().allMatch(cell -> cell.isEmpty() || missing.contains(cell));
            records.put(column.place(), none ? "" : String.join(" ", cells));
        }
    }

    private Optional<SheetCell> moment(Joined column) {
        return column.parts().size() == 2
                        && records.typed(column.parts().get(0)) instanceof SheetCell.Moment date
                        && records.typed(column.parts().get(1)) instanceof SheetCell.Moment time
                        && date.value().toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Optional.of(new SheetCell.Moment(
                        date.value().toLocalDate().atTime(time.value().toLocalTime())))
                : Optional.empty();
    }
}
