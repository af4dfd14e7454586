package io.storeops.evidence;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;

/**
 * Who did something, when, and under which rules (R1). Every record of something done bears one.
 *
 * @param by who
 * @param at when, by the clock of the library
 * @param rules the version of the position description in force
 */
public record Stamp(ActorId by, Instant at, String rules) {
    /** The column of the rules, the same in every table that has one. */
    public static final Column<String> RULES = Column.text("rules_version", "the version of the roster in force");

    /** Checks for null. */
    public Stamp {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(rules, "rules");
    }

    /**
     * The columns of a stamp in a table: when, who and {@link #RULES}, in this order.
     *
     * @param at the table's column of when
     * @param by the table's column of who
     * @return the group
     */
    public static ColumnGroup<Stamp> columns(Column<Instant> at, Column<ActorId> by) {
        return ColumnGroup.of(Stamp.class)
                .column(at, Stamp::at)
                .column(by, Stamp::by)
                .column(RULES, Stamp::rules)
                .reads(row -> new Stamp(row.get(by), row.get(at), row.get(RULES)));
    }
}
