package io.storeops.dailyplan;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The operating plan of a store for a date (D46). Immutable.
 *
 * @param store the store
 * @param id its id, unique in the store
 * @param date the date in the store's zone
 * @param state where it stands
 * @param proposers who proposed its lines, and in whose name; none of them decides on it. Each once, copied
 * @param notes how many lines and comments there are, 1 or more
 * @param begun who proposed its first line, when, under which rules (R1)
 * @param submittedAt when it was submitted last; empty if it never was
 * @param returned when it was returned last, and why; empty if it never was
 * @param approved when it was approved and by whom; empty if it is not
 */
public record DailyPlan(
        StoreId store,
        String id,
        LocalDate date,
        PlanState state,
        List<ActorId> proposers,
        int notes,
        Stamp begun,
        Optional<Instant> submittedAt,
        Optional<Returned> returned,
        Optional<Approved> approved) {
    /**
     * That a plan was returned.
     *
     * @param at when
     * @param remarks why; empty once redacted
     */
    public record Returned(Instant at, Optional<String> remarks) {
        /** Checks for null. */
        public Returned {
            requireNonNull(at, "at");
            requireNonNull(remarks, "remarks");
        }
    }

    /**
     * That a plan was approved.
     *
     * @param at when
     * @param by by whom
     */
    public record Approved(Instant at, ActorId by) {
        /** Checks for null. */
        public Approved {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }

    private static final Column<String> ID = Column.text("plan_id", "the plan");
    private static final Column<LocalDate> DATE = Column.date("plan_date", "the date in the store's zone");
    private static final Column<PlanState> STATE = Column.constant("state", "where it stands", PlanState.class);
    private static final Column<List<ActorId>> PROPOSERS = Column.list(
            "proposers",
            "who proposed its lines",
            place -> ActorId.of(place.text()),
            person -> Json.of(person.value()));
    private static final Column<Integer> NOTES = Column.count("notes", "how many lines and comments there are");
    private static final Column<Instant> SUBMITTED = Column.instant("submitted_at", "when it was submitted last");
    private static final Column<Instant> RETURNED = Column.instant("returned_at", "when it was returned last");
    private static final Column<String> REMARKS = Column.text("remarks", "why it was returned");
    private static final Column<Instant> APPROVED = Column.instant("approved_at", "when it was approved");
    private static final Column<ActorId> APPROVED_BY = Column.actor("approved_by", "by whom");
    private static final ColumnGroup<Stamp> BEGUN =
            Stamp.columns(Column.instant("begun_at", "when it was begun"), Column.actor("begun_by", "by whom"));
    private static final ColumnGroup<Returned> RETURN = ColumnGroup.of(Returned.class)
            .column(RETURNED, Returned::at)
            .personal(REMARKS, Returned::remarks)
            .reads(row -> new Returned(row.get(RETURNED), row.find(REMARKS)));
    private static final ColumnGroup<Approved> APPROVAL = ColumnGroup.of(Approved.class)
            .column(APPROVED, Approved::at)
            .column(APPROVED_BY, Approved::by)
            .reads(row -> new Approved(row.get(APPROVED), row.get(APPROVED_BY)));

    /** The access path by date. */
    static final String BY_DATE = "by_date";

    /** The table of daily plans. */
    public static final Table<DailyPlan> TABLE = Table.of("daily_plan", DailyPlan::store)
            .column(ID, DailyPlan::id)
            .column(DATE, DailyPlan::date)
            .column(STATE, DailyPlan::state)
            .column(PROPOSERS, DailyPlan::proposers)
            .column(NOTES, DailyPlan::notes)
            .group(BEGUN, DailyPlan::begun)
            .optional(SUBMITTED, DailyPlan::submittedAt)
            .optional(RETURN, DailyPlan::returned)
            .optional(APPROVAL, DailyPlan::approved)
            .key(ID)
            .path(BY_DATE, DATE)
            .reads(DailyPlan::read);

    /** Copies the proposers. */
    public DailyPlan {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(date, "date");
        requireNonNull(state, "state");
        proposers = ImmutableList.copyOf(proposers);
        requireNonNull(begun, "begun");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(returned, "returned");
        requireNonNull(approved, "approved");
    }

    private static DailyPlan read(Row row) {
        return new DailyPlan(
                row.store(),
                row.get(ID),
                row.get(DATE),
                row.get(STATE),
                row.get(PROPOSERS),
                row.get(NOTES),
                row.get(BEGUN),
                row.find(SUBMITTED),
                row.find(RETURN),
                row.find(APPROVAL));
    }

    DailyPlan noted(PlanState next, List<ActorId> people) {
        return new DailyPlan(store, id, date, next, people, notes + 1, begun, submittedAt, returned, approved);
    }

    DailyPlan submitted(PlanState next, Instant at) {
        return new DailyPlan(store, id, date, next, proposers, notes, begun, Optional.of(at), returned, approved);
    }

    DailyPlan returned(PlanState next, Returned why) {
        return new DailyPlan(store, id, date, next, proposers, notes, begun, submittedAt, Optional.of(why), approved);
    }

    DailyPlan approved(PlanState next, Approved by) {
        return new DailyPlan(store, id, date, next, proposers, notes, begun, submittedAt, returned, Optional.of(by));
    }
}
