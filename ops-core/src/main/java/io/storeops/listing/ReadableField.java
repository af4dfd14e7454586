package io.storeops.listing;

import static java.util.Objects.requireNonNull;

import io.storeops.act.Act;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.EntryPoint;
import io.storeops.act.Verdict;
import io.storeops.act.Written;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.Query;
import io.storeops.storage.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the marketplace lets a field be read back. Where nobody says so, no field can be.
 *
 * @param store the store
 * @param field the field
 * @param readable whether it can be read back
 */
public record ReadableField(StoreId store, ListingField field, boolean readable) {
    private static final Column<Boolean> READABLE = Column.flag("readable", "whether it can be read back");

    /** The table of fields that can be read back, or could once. */
    public static final Table<ReadableField> TABLE = Table.of("readable_field", ReadableField::store)
            .column(ListingField.COLUMN, ReadableField::field)
            .column(READABLE, ReadableField::readable)
            .key(ListingField.COLUMN)
            .reads(row -> new ReadableField(row.store(), row.get(ListingField.COLUMN), row.get(READABLE)));

    /** Checks for null. */
    public ReadableField {
        requireNonNull(store, "store");
        requireNonNull(field, "field");
    }

    /**
     * The fields that can be read back.
     *
     * @param context the store and its rows
     * @return the fields
     */
    @SuppressWarnings("exports") // wiring: only packages of this module call it
    public static Set<ListingField> all(Context context) {
        return context.rows().all(Query.of(TABLE, context.store().id())).stream()
                .filter(ReadableField::readable)
                .map(ReadableField::field)
                .collect(Collectors.toSet());
    }

    /** TELL_READABLE: these and no others. */
    record Tell(Set<ListingField> fields) implements Act<Boolean> {
        @Override
        public EntryPoint entry() {
            return ListingEntries.TELL_READABLE;
        }

        @Override
        public String arguments() {
            return new TreeSet<>(fields).toString();
        }

        @Override
        public Verdict decide(Context context) {
            Set<ListingField> known = all(context);
            List<Edit<ReadableField>> edits = Stream.of(ListingField.values())
                    .filter(field -> fields.contains(field) != known.contains(field))
                    .map(field -> Edit.touch(
                            TABLE,
                            context.rows()
                                    .find(TABLE, TABLE.keyOf(context.store().id(), field)),
                            new ReadableField(context.store().id(), field, fields.contains(field))))
                    .toList();
            return Verdict.done().with(edits);
        }

        @Override
        public Boolean recall(Context context, Written written) {
            return true;
        }
    }
}
