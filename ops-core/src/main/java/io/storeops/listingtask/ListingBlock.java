package io.storeops.listingtask;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a listing waits, or waited, for an instruction. Immutable.
 *
 * @param at since when
 * @param needs who has to say what is to be shown: a department, or the manager
 * @param missing the steps of which it is not said, copied
 * @param begun whether a step was answered before
 * @param backAt when it could go on; empty while it waits
 */
public record ListingBlock(Instant at, String needs, List<String> missing, boolean begun, Optional<Instant> backAt) {
    private static final Column<Instant> AT = Column.instant("blocked_at", "when it was blocked last");
    private static final Column<String> NEEDS = Column.text("needs", "who has to say what is to be shown");
    private static final Column<List<String>> MISSING =
            Column.list("missing", "the steps of which it is not said", JsonReader::text, Json::of);
    private static final Column<Boolean> BEGUN = Column.flag("begun", "whether a step was answered before");
    private static final Column<Instant> BACK = Column.instant("back_at", "when it could go on");
    static final ColumnGroup<ListingBlock> COLUMNS = ColumnGroup.of(ListingBlock.class)
            .column(AT, ListingBlock::at)
            .column(NEEDS, ListingBlock::needs)
            .column(MISSING, ListingBlock::missing)
            .column(BEGUN, ListingBlock::begun)
            .optional(BACK, ListingBlock::backAt)
            .reads(row ->
                    new ListingBlock(row.get(AT), row.get(NEEDS), row.get(MISSING), row.get(BEGUN), row.find(BACK)));

    /** Copies the steps. */
    public ListingBlock {
        requireNonNull(at, "at");
        requireNonNull(needs, "needs");
        missing = ImmutableList.copyOf(missing);
        requireNonNull(backAt, "backAt");
    }

    ListingBlock back(Instant when) {
        return new ListingBlock(at, needs, missing, begun, Optional.of(when));
    }
}
