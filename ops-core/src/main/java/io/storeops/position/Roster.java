package io.storeops.position;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.storeops.authority.Right;
import io.storeops.authority.Role;
import io.storeops.calendar.SlotPlan;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A store's duties, deadlines and rights as data, in force from a date until the next roster's (R2). The numbers that the
 * position description does not state [A] live here and nowhere else.
 *
 * @param store the store
 * @param effectiveFrom the first date in the store's zone on which it rules
 * @param version the version of the position description
 * @param slotPlan boundaries and deadlines of duty 1
 * @param roles what each role may do
 * @param document the whole document as it was given, members of duties that this version does not read included
 */
public record Roster(
        StoreId store,
        LocalDate effectiveFrom,
        String version,
        SlotPlan slotPlan,
        SortedMap<Role, Set<Right>> roles,
        Json document) {
    private static final Column<LocalDate> EFFECTIVE_FROM =
            Column.date("effective_from", "first date on which the roster rules");
    private static final Column<String> VERSION = Column.text("version", "version of the position description");
    private static final Column<Json> DOCUMENT = Column.json("document", "the roster as it was given");

    /** The table of rosters, one row a store and effective date. */
    public static final Table<Roster> TABLE = Table.of("roster", Roster::store)
            .column(EFFECTIVE_FROM, Roster::effectiveFrom)
            .column(VERSION, Roster::version)
            .column(DOCUMENT, Roster::document)
            .key(EFFECTIVE_FROM)
            .reads(row -> RosterDocument.read("roster of " + row.store(), row.get(DOCUMENT), row.store()));

    /**
     * Stub until position lands.
     *
     * @return none
     */
    public java.util.List<io.storeops.authority.Limit> limits() {
        return java.util.List.of();
    }

    /**
     * Stub until position lands.
     *
     * @return all
     */
    public io.storeops.authority.Confidentiality confidentiality() {
        java.util.Map<io.storeops.authority.DataClass, io.storeops.authority.Confidentiality.Rule> all =
                new java.util.TreeMap<>();
        for (io.storeops.authority.DataClass data : io.storeops.authority.DataClass.values()) {
            all.put(data, new io.storeops.authority.Confidentiality.Rule(Set.of("DATA_GROUP", "MAIL"), roles.keySet()));
        }
        return io.storeops.authority.Confidentiality.of(all);
    }

    /** Copies the roles. */
    public Roster {
        requireNonNull(store, "store");
        requireNonNull(effectiveFrom, "effectiveFrom");
        requireNonNull(version, "version");
        requireNonNull(slotPlan, "slotPlan");
        requireNonNull(document, "document");
        roles = copied(roles);
    }

    private static SortedMap<Role, Set<Right>> copied(Map<Role, Set<Right>> roles) {
        ImmutableSortedMap.Builder<Role, Set<Right>> copy = ImmutableSortedMap.naturalOrder();
        roles.forEach((role, rights) -> copy.put(role, ImmutableSortedSet.copyOf(rights)));
        return copy.build();
    }
}
