package io.storeops.publishing;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;

/**
 * The word of a person, in place of a channel's, that a channel took a message (D59). The instant that they state counts where
 * evidence of it was there when they gave their word; else the message counts as accepted from when they gave it. Immutable.
 *
 * @param by who gave their word
 * @param at when they gave it, by the clock of the library
 * @param stated when the channel took it, as they say; not after they gave their word
 * @param proven whether evidence was there
 */
public record Confirmation(ActorId by, Instant at, Instant stated, boolean proven) {
    private static final Column<ActorId> BY = Column.actor("confirmed_by", "the person on whose word it was accepted");
    private static final Column<Instant> AT = Column.instant("confirmed_at", "when they gave their word");
    private static final Column<Instant> STATED = Column.instant("stated_at", "when it was accepted, as they say");
    private static final Column<Boolean> PROVEN =
            Column.flag("proven", "whether there was evidence of it, so that what they say counts");

    /** The columns of a confirmation in the table of what it confirms. */
    static final ColumnGroup<Confirmation> COLUMNS = ColumnGroup.of(Confirmation.class)
            .column(BY, Confirmation::by)
            .column(AT, Confirmation::at)
            .column(STATED, Confirmation::stated)
            .column(PROVEN, Confirmation::proven)
            .reads(row -> new Confirmation(row.get(BY), row.get(AT), row.get(STATED), row.get(PROVEN)));

    /**
     * Checks the instants.
     *
     * @throws IllegalArgumentException if the stated instant is after the word was given
     */
    public Confirmation {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(stated, "stated");
        if (stated.isAfter(at)) {
            throw new IllegalArgumentException(
                    by + " said at " + at + " that a message was accepted later, at " + stated);
        }
    }

    /**
     * From when on the message counts as accepted.
     *
     * @return the stated instant where it is proven, else when the word was given
     */
    public Instant counts() {
        return proven ? stated : at;
    }
}
