package io.storeops.requirement;

import static java.util.Objects.requireNonNull;

import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a department, or a party outside, is asked for by when (活动要求), and what became of it. Immutable.
 *
 * @param store the store
 * @param id its id, unique in the store
 * @param asked what is asked of whom
 * @param due by when it is to be accepted, that instant included: the last due where it was asked for again (D57)
 * @param state where it stands
 * @param owner who goes on with it: whoever opened it, or was handed it
 * @param opened who opened it, when, under which rules (R1)
 * @param course how far it is
 * @param lateness that its due passed without acceptance, and who was told; empty until the engine saw that
 * @param rejection who was told that the party rejected it, the last time; empty if it never did
 * @param acceptance who accepted it and when; empty before
 */
public record Requirement(
        StoreId store,
        String id,
        Asked asked,
        Instant due,
        RequirementState state,
        ActorId owner,
        Stamp opened,
        Course course,
        Optional<Told> lateness,
        Optional<Told> rejection,
        Optional<Acceptance> acceptance) {
    private static final Column<String> ID = Column.text("requirement_id", "the requirement");
    private static final Column<Instant> DUE = Column.instant("due_at", "by when it is to be accepted");
    private static final Column<RequirementState> STATE =
            Column.constant("state", "where it stands", RequirementState.class);
    private static final Column<Boolean> OPEN = Column.flag("open", "whether it is not accepted yet");
    private static final Column<Instant> MOMENT =
            Column.instant("moment_at", "while it is open by when it is due, else when it was accepted");
    private static final Column<ActorId> OWNER = Column.actor("owner_id", "who goes on with it");
    private static final ColumnGroup<Stamp> OPENED = Stamp.columns(
            Column.instant("opened_at", "when it was opened"), Column.actor("opened_by", "who opened it"));
    private static final ColumnGroup<Told> LATE = Told.columns("late", "its lateness");
    private static final ColumnGroup<Told> REJECTION = Told.columns("rejection", "its last rejection");
    private static final Column<Instant> ACCEPTED_AT = Column.instant("accepted_at", "when it was accepted");
    private static final Column<ActorId> ACCEPTED_BY = Column.actor("accepted_by", "who accepted it");
    private static final ColumnGroup<Acceptance> ACCEPTANCE = ColumnGroup.of(Acceptance.class)
            .column(ACCEPTED_AT, Acceptance::at)
            .column(ACCEPTED_BY, Acceptance::by)
            .reads(row -> new Acceptance(row.get(ACCEPTED_AT), row.get(ACCEPTED_BY)));

    /** The access path by whether it is open, those that are by due instant, the others by when they were accepted. */
    static final String BY_OPEN = "by_open";

    /** The access path by who goes on with it, open ones apart. */
    static final String BY_OWNER = "by_owner";

    /** The access path by what it came of. */
    static final String BY_ORIGIN = "by_origin";

    /** The access path by due instant. */
    static final String BY_DUE = "by_due";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = List.of(Asked.WHAT, Course.REASON);

    /** The table of requirements. */
    public static final Table<Requirement> TABLE = Table.of("requirement", Requirement::store)
            .column(ID, Requirement::id)
            .group(Asked.COLUMNS, Requirement::asked)
            .column(DUE, Requirement::due)
            .column(STATE, Requirement::state)
            .column(OPEN, requirement -> !requirement.accepted())
            .column(MOMENT, Requirement::moment)
            .column(OWNER, Requirement::owner)
            .group(OPENED, Requirement::opened)
            .group(Course.COLUMNS, Requirement::course)
            .optional(LATE, Requirement::lateness)
            .optional(REJECTION, Requirement::rejection)
            .optional(ACCEPTANCE, Requirement::acceptance)
            .key(ID)
            .path(BY_OPEN, OPEN, MOMENT)
            .path(BY_OWNER, OWNER, OPEN, DUE)
            .path(BY_ORIGIN, Asked.ORIGIN)
            .path(BY_DUE, DUE)
            .reads(Requirement::read);

    /**
     * That it was accepted.
     *
     * @param at when
     * @param by by whom
     */
    public record Acceptance(Instant at, ActorId by) {
        /** Checks for null. */
        public Acceptance {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }

    /**
     * Checks that it is accepted if somebody accepted it, and only then.
     *
     * @throws IllegalArgumentException if its state says otherwise
     */
    public Requirement {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(asked, "asked");
        requireNonNull(due, "due");
        requireNonNull(owner, "owner");
        requireNonNull(opened, "opened");
        requireNonNull(course, "course");
        requireNonNull(lateness, "lateness");
        requireNonNull(rejection, "rejection");
        if ((requireNonNull(state, "state") == RequirementState.ACCEPTED) != acceptance.isPresent()) {
            throw new IllegalArgumentException("The requirement " + id + " is " + state + ", and its acceptance is "
                    + acceptance.map(Acceptance::toString).orElse("absent"));
        }
    }

    private static Requirement read(Row row) {
        return new Requirement(
                row.store(),
                row.get(ID),
                row.get(Asked.COLUMNS),
                row.get(DUE),
                row.get(STATE),
                row.get(OWNER),
                row.get(OPENED),
                row.get(Course.COLUMNS),
                row.find(LATE),
                row.find(REJECTION),
                row.find(ACCEPTANCE));
    }

    /**
     * What it came of.
     *
     * @return the thing, as in a ticket or an activity; empty if somebody simply asked
     */
    public Optional<Target> origin() {
        return asked.origin();
    }

    /**
     * Whom it asks.
     *
     * @return the department, or the party outside
     */
    public String party() {
        return asked.party();
    }

    /**
     * The step of its origin that waits for it.
     *
     * @return as in IMAGE_PREP; empty if none does
     */
    public Optional<String> blocks() {
        return asked.blocks();
    }

    /**
     * Whether that step has to wait until it is accepted (D56).
     *
     * @return false if it may go on without
     */
    public boolean required() {
        return asked.required();
    }

    /**
     * Whether what was delivered is as required.
     *
     * @return true once it is ACCEPTED
     */
    public boolean accepted() {
        return acceptance.isPresent();
    }

    /**
     * Whether it was accepted after its last due instant.
     *
     * @return false while it is not accepted
     */
    public boolean late() {
        return acceptance.filter(done -> done.at().isAfter(due)).isPresent();
    }

    private Instant moment() {
        return acceptance.map(Acceptance::at).orElse(due);
    }

    /** What evidence of it, and lines of the trail, are about. */
    static Target target(String id) {
        return Target.of(TABLE.name(), id);
    }

    Requirement becoming(RequirementState next, Course then) {
        return new Requirement(store, id, asked, due, next, owner, opened, then, lateness, rejection, acceptance);
    }

    Requirement dueBy(Instant by) {
        return new Requirement(store, id, asked, by, state, owner, opened, course, lateness, rejection, acceptance);
    }

    Requirement heldBy(ActorId person) {
        return new Requirement(store, id, asked, due, state, person, opened, course, lateness, rejection, acceptance);
    }

    Requirement seenLate(Told told) {
        return new Requirement(
                store, id, asked, due, state, owner, opened, course, Optional.of(told), rejection, acceptance);
    }

    Requirement rejectionTold(RequirementState next, Course then, Told told) {
        return new Requirement(
                store, id, asked, due, next, owner, opened, then, lateness, Optional.of(told), acceptance);
    }

    Requirement acceptedBy(RequirementState next, Acceptance done) {
        return new Requirement(
                store,
                id,
                asked,
                due,
                next,
                owner,
                opened,
                course.moved(done.at()),
                lateness,
                rejection,
                Optional.of(done));
    }
}
