package io.storeops.requirement;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Target;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.util.Optional;

/**
 * What is asked of whom, as it was written down. Immutable.
 *
 * @param origin what it came of, as in {@code ticket/PT10} or an activity; empty if somebody simply asked
 * @param party the department, or the party outside
 * @param external whether the party is outside the organisation (D58)
 * @param what what is asked; empty once redacted
 * @param blocks the step of its origin that waits for it, as in IMAGE_PREP; empty if none does
 * @param required whether that step waits until it is accepted (D56)
 */
public record Asked(
        Optional<Target> origin,
        String party,
        boolean external,
        Optional<String> what,
        Optional<String> blocks,
        boolean required) {
    /** Access paths have no gaps, so what came of nothing stands under the store itself. */
    static final Column<Target> ORIGIN =
            Column.text("origin", "what it came of: kind and id").as(Target.class, Target::parse, Target::toString);

    private static final Column<String> PARTY = Column.text("party", "the department, or the party outside");
    private static final Column<Boolean> EXTERNAL =
            Column.flag("external", "whether the party is outside the organisation");
    private static final Column<String> BLOCKS = Column.text("blocks", "the step that waits for it");
    private static final Column<Boolean> REQUIRED = Column.flag("required", "whether that step has to wait");
    static final Column<String> WHAT = Column.text("what", "what is asked");
    static final ColumnGroup<Asked> COLUMNS = ColumnGroup.of(Asked.class)
            .column(ORIGIN, asked -> asked.origin().orElse(Target.STORE))
            .column(PARTY, Asked::party)
            .column(EXTERNAL, Asked::external)
            .personal(WHAT, Asked::what)
            .optional(BLOCKS, Asked::blocks)
            .column(REQUIRED, Asked::required)
            .reads(row -> new Asked(
                    Optional.of(row.get(ORIGIN)).filter(origin -> !origin.equals(Target.STORE)),
                    row.get(PARTY),
                    row.get(EXTERNAL),
                    row.find(WHAT),
                    row.find(BLOCKS),
                    row.get(REQUIRED)));

    /** Checks for null. */
    public Asked {
        requireNonNull(origin, "origin");
        requireNonNull(party, "party");
        requireNonNull(what, "what");
        requireNonNull(blocks, "blocks");
    }
}
