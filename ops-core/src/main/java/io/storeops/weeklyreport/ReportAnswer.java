package io.storeops.weeklyreport;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.Optional;

/**
 * What the manager said to a weekly report (R80).
 *
 * @param accepted whether it was accepted, not given back
 * @param at when
 * @param by who said it
 * @param remarks what they remarked; empty if it was accepted, or once redacted
 */
public record ReportAnswer(boolean accepted, Instant at, ActorId by, Optional<String> remarks) {
    private static final Column<Boolean> ACCEPTED = Column.flag("accepted", "whether it was accepted, not given back");
    private static final Column<Instant> AT = Column.instant("answered_at", "when it was accepted or given back");
    private static final Column<ActorId> BY = Column.actor("answered_by", "who accepted it or gave it back");
    private static final Column<String> REMARKS = Column.text("remarks", "what was remarked");
    static final ColumnGroup<ReportAnswer> COLUMNS = ColumnGroup.of(ReportAnswer.class)
            .column(ACCEPTED, ReportAnswer::accepted)
            .column(AT, ReportAnswer::at)
            .column(BY, ReportAnswer::by)
            .personal(REMARKS, ReportAnswer::remarks)
            .reads(row -> new ReportAnswer(row.get(ACCEPTED), row.get(AT), row.get(BY), row.find(REMARKS)));

    /** Checks for null. */
    public ReportAnswer {
        requireNonNull(at, "at");
        requireNonNull(by, "by");
        requireNonNull(remarks, "remarks");
    }
}
