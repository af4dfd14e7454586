package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.position.MaintenanceRules;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A line of the classified checklist (基础信息分类检查表) of one inspection, as the roster had it when that began. Immutable.
 *
 * @param store the store
 * @param date the inspection's date
 * @param position where it stands in the checklist, 1 for the first
 * @param line what it looks at
 * @param answer how it is answered
 * @param proposal what the rules proposed when it was answered; empty if they proposed nothing
 * @param answered who answered it last, and when; empty while nobody has
 */
public record ChecklistLine(
        StoreId store,
        LocalDate date,
        int position,
        MaintenanceRules.Line line,
        LineAnswer answer,
        Optional<ProposedAnswer> proposal,
        Optional<Answered> answered) {
    private static final Column<String> ID = Column.text("line_id", "the inspection's date and the line's id");
    private static final Column<Integer> POSITION = Column.count("line_position", "1 for the first of the checklist");
    private static final Column<String> LINE = Column.text("line", "the line's id in the roster");
    private static final Column<String> CATEGORY = Column.text("category", "what it looks at");
    private static final Column<String> FILTER = Column.text("filter", "what of the category it looks at");
    private static final Column<Instant> ANSWERED_AT = Column.instant("answered_at", "when it was answered last");
    private static final Column<ActorId> ANSWERED_BY = Column.actor("answered_by", "who answered it last");
    private static final ColumnGroup<MaintenanceRules.Line> OF_ROSTER = ColumnGroup.of(MaintenanceRules.Line.class)
            .column(LINE, MaintenanceRules.Line::id)
            .column(CATEGORY, MaintenanceRules.Line::category)
            .optional(FILTER, MaintenanceRules.Line::filter)
            .reads(row -> new MaintenanceRules.Line(row.get(LINE), row.get(CATEGORY), row.find(FILTER)));
    private static final ColumnGroup<Answered> ANSWERED = ColumnGroup.of(Answered.class)
            .column(ANSWERED_AT, Answered::at)
            .column(ANSWERED_BY, Answered::by)
            .reads(row -> new Answered(row.get(ANSWERED_AT), row.get(ANSWERED_BY)));

    /** The access path of the lines of one inspection, in the order of the checklist. */
    static final String BY_DATE = "by_date";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(LineAnswer.REASON);

    /** The table of lines. */
    public static final Table<ChecklistLine> TABLE = Table.of("checklist_line", ChecklistLine::store)
            .column(ID, ChecklistLine::id)
            .column(Inspection.DATE, ChecklistLine::date)
            .column(POSITION, ChecklistLine::position)
            .group(OF_ROSTER, ChecklistLine::line)
            .group(LineAnswer.COLUMNS, ChecklistLine::answer)
            .optional(ProposedAnswer.COLUMNS, ChecklistLine::proposal)
            .optional(ANSWERED, ChecklistLine::answered)
            .key(ID)
            .path(BY_DATE, Inspection.DATE, POSITION)
            .reads(ChecklistLine::read);

    /**
     * That a line was answered.
     *
     * @param at when
     * @param by who
     */
    public record Answered(Instant at, ActorId by) {
        /** Checks for null. */
        public Answered {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }

    /** Checks for null. */
    public ChecklistLine {
        requireNonNull(store, "store");
        requireNonNull(date, "date");
        requireNonNull(line, "line");
        requireNonNull(answer, "answer");
        requireNonNull(proposal, "proposal");
        requireNonNull(answered, "answered");
    }

    private static ChecklistLine read(Row row) {
        return new ChecklistLine(
                row.store(),
                row.get(Inspection.DATE),
                row.get(POSITION),
                row.get(OF_ROSTER),
                row.get(LineAnswer.COLUMNS),
                row.find(ProposedAnswer.COLUMNS),
                row.find(ANSWERED));
    }

    /** A line that nobody has answered. */
    static ChecklistLine pending(StoreId store, LocalDate date, int position, MaintenanceRules.Line line) {
        return new ChecklistLine(store, date, position, line, LineAnswer.NONE, Optional.empty(), Optional.empty());
    }

    static String id(LocalDate date, String line) {
        return date + "/" + line;
    }

    private String id() {
        return id(date, line.id());
    }

    ChecklistLine answered(LineAnswer next, Optional<ProposedAnswer> proposed, Answered by) {
        return new ChecklistLine(store, date, position, line, next, proposed, Optional.of(by));
    }
}
