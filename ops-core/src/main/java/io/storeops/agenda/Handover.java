package io.storeops.agenda;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hand-over (对接) between operators of one store: the record that R15 asks for. Never changed.
 *
 * @param store the store
 * @param id its id, chosen by whoever hands over
 * @param to who has the items from then on
 * @param note what the next one should know; empty once redacted
 * @param items what was handed over, copied
 * @param stamp who handed over, when, under which rules
 */
public record Handover(StoreId store, String id, ActorId to, Optional<String> note, List<Item> items, Stamp stamp) {
    private static final Column<String> ID = Column.text("handover_id", "the hand-over");
    private static final Column<ActorId> TO = Column.actor("to_id", "who has the items from then on");
    private static final Column<String> NOTE = Column.text("note", "what the next one should know");
    private static final Column<List<Item>> ITEMS =
            Column.list("items", "what was handed over, with its state", Item::read, Item::write);
    private static final ColumnGroup<Stamp> STAMP =
            Stamp.columns(Column.instant("handed_over_at", "when"), Column.actor("from_id", "who handed over"));

    static final Table<Handover> TABLE = Table.of("handover", Handover::store)
            .column(ID, Handover::id)
            .column(TO, Handover::to)
            .personal(NOTE, Handover::note)
            .column(ITEMS, Handover::items)
            .group(STAMP, Handover::stamp)
            .key(ID)
            .appendOnly()
            .reads(row -> new Handover(
                    row.store(), row.get(ID), row.get(TO), row.find(NOTE), row.get(ITEMS), row.get(STAMP)));

    /**
     * Something that was handed over.
     *
     * @param target what it is
     * @param state where it stood then
     */
    public record Item(Target target, String state) {
        /** Checks for null. */
        public Item {
            requireNonNull(target, "target");
            requireNonNull(state, "state");
        }

        private static Item read(JsonReader place) {
            return new Item(Target.parse(place.text("item")), place.text("state"));
        }

        private Json write() {
            return Json.object(Map.of("item", Json.of(target.toString()), "state", Json.of(state)));
        }
    }

    /** Copies the items. */
    public Handover {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(to, "to");
        requireNonNull(note, "note");
        items = ImmutableList.copyOf(items);
        requireNonNull(stamp, "stamp");
    }

    /**
     * When it was handed over.
     *
     * @return the instant, by the clock of the library
     */
    public Instant at() {
        return stamp.at();
    }
}
