package io.storeops.requirement;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.List;

/**
 * That whoever decides was told of something: they find it on the agenda, and get a message where the roster names a channel. Immutable.
 *
 * @param at when
 * @param people who, in order of their ids, copied; nobody if nobody held the right then
 */
public record Told(Instant at, List<ActorId> people) {
    /** Copies the people. */
    public Told {
        requireNonNull(at, "at");
        people = ImmutableList.copyOf(people);
    }

    static ColumnGroup<Told> columns(String name, String of) {
        Column<Instant> at = Column.instant(name + "_told_at", "when whoever decides was told of " + of);
        Column<List<ActorId>> people =
                Column.list(name + "_told_to", "who was told", Told::person, person -> Json.of(person.value()));
        return ColumnGroup.of(Told.class)
                .column(at, Told::at)
                .column(people, Told::people)
                .reads(row -> new Told(row.get(at), row.get(people)));
    }

    private static ActorId person(JsonReader place) {
        return ActorId.of(place.text());
    }
}
