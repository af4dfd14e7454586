package io.storeops.ticket;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.evidence.Target;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Row;
import io.storeops.storage.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A problem that a department brought (问题), and what became of it. Immutable.
 *
 * @param store the store
 * @param id its id, unique in the store
 * @param department the department that brought it
 * @param severity how grave it is, a word as in HIGH: its time limits may go by it (D53)
 * @param opened who brought it, when, under which rules (R1)
 * @param reporters everybody who has to learn what comes of it: who brought it, and who brought those merged into it (D51). Copied
 * @param state where it stands
 * @param episode the episode that stands
 * @param merged into which it was merged and when; empty if it was not
 */
public record Ticket(
        StoreId store,
        String id,
        String department,
        String severity,
        Stamp opened,
        List<ActorId> reporters,
        TicketState state,
        Episode episode,
        Optional<Merging> merged) {
    private static final Column<String> ID = Column.text("ticket_id", "the ticket");
    private static final Column<String> DEPARTMENT = Column.text("department", "the department that brought it");
    private static final Column<String> SEVERITY = Column.text("severity", "how grave it is, as in HIGH");
    private static final Column<Instant> OPENED_AT = Column.instant("opened_at", "when it was brought");
    private static final ColumnGroup<Stamp> OPENED =
            Stamp.columns(OPENED_AT, Column.actor("opened_by", "who brought it"));
    private static final Column<List<ActorId>> REPORTERS = Column.list(
            "reporters",
            "who has to learn what comes of it",
            place -> ActorId.of(place.text()),
            person -> Json.of(person.value()));
    private static final Column<TicketState> STATE = Column.constant("state", "where it stands", TicketState.class);
    private static final Column<Boolean> OPEN =
            Column.flag("open", "whether somebody still has something to do, or to tell");
    private static final Column<Instant> MOMENT =
            Column.instant("moment_at", "when its episode began, while it is open; else when it ended");
    private static final Column<Integer> NUMBER = Column.count("episode", "the episode that stands, 1 for the first");
    private static final Column<Instant> LAST_DUE =
            Column.instant("last_due_at", "the later of the episode's two dues");
    private static final Column<String> INTO = Column.text("merged_into", "the ticket that it was merged into");
    private static final Column<Instant> MERGED_AT = Column.instant("merged_at", "when it was merged");
    private static final ColumnGroup<Merging> MERGED = ColumnGroup.of(Merging.class)
            .column(MERGED_AT, Merging::at)
            .column(INTO, Merging::into)
            .reads(row -> new Merging(row.get(MERGED_AT), row.get(INTO)));

    /** The access path by whether it is open, those that are by when they were brought, the others by when they ended. */
    static final String BY_OPEN = "by_open";

    /** The access path by the later of the two dues of the episode that stands. */
    static final String BY_DUE = "by_due";

    /** The access path by when it was brought. */
    static final String BY_OPENING = "by_opening";

    /** The columns that a redaction removes. */
    public static final List<Column<?>> PERSONAL = Texts.PERSONAL;

    /** The table of tickets. */
    public static final Table<Ticket> TABLE = Table.of("ticket", Ticket::store)
            .column(ID, Ticket::id)
            .column(DEPARTMENT, Ticket::department)
            .column(SEVERITY, Ticket::severity)
            .group(OPENED, Ticket::opened)
            .column(REPORTERS, Ticket::reporters)
            .column(STATE, Ticket::state)
            .column(OPEN, ticket -> ticket.state().open())
            .column(MOMENT, Ticket::moment)
            .column(NUMBER, ticket -> ticket.episode().number())
            .group(Clocks.COLUMNS, ticket -> ticket.episode().clocks())
            .group(Steps.COLUMNS, ticket -> ticket.episode().steps())
            .group(Texts.COLUMNS, ticket -> ticket.episode().texts())
            .column(LAST_DUE, ticket -> ticket.episode().clocks().lastDue())
            .optional(MERGED, Ticket::merged)
            .key(ID)
            .path(BY_OPEN, OPEN, MOMENT)
            .path(BY_DUE, LAST_DUE)
            .path(BY_OPENING, OPENED_AT)
            .reads(Ticket::read);

    /**
     * That it goes on as another ticket.
     *
     * @param at from when on
     * @param into the other ticket
     */
    public record Merging(Instant at, String into) {
        /** Checks for null. */
        public Merging {
            requireNonNull(at, "at");
            requireNonNull(into, "into");
        }
    }

    /**
     * Copies the reporters.
     *
     * @throws IllegalArgumentException if its state says that it is merged and it is not, or the other way round
     */
    public Ticket {
        requireNonNull(store, "store");
        requireNonNull(id, "id");
        requireNonNull(department, "department");
        requireNonNull(severity, "severity");
        requireNonNull(opened, "opened");
        reporters = ImmutableList.copyOf(reporters);
        requireNonNull(episode, "episode");
        if ((requireNonNull(state, "state") == TicketState.MERGED) != merged.isPresent()) {
            throw new IllegalArgumentException("The ticket " + id + " is " + state + ", and its merging is "
                    + merged.map(Merging::toString).orElse("absent"));
        }
    }

    private static Ticket read(Row row) {
        return new Ticket(
                row.store(),
                row.get(ID),
                row.get(DEPARTMENT),
                row.get(SEVERITY),
                row.get(OPENED),
                row.get(REPORTERS),
                row.get(STATE),
                new Episode(row.get(NUMBER), row.get(Clocks.COLUMNS), row.get(Steps.COLUMNS), row.get(Texts.COLUMNS)),
                row.find(MERGED));
    }

    private Instant moment() {
        return state.open() ? episode.clocks().receivedAt() : endedAt().orElseThrow();
    }

    /** When nothing was left to do but to close it; empty while it is open. */
    Optional<Instant> endedAt() {
        return merged.map(Merging::at).or(() -> episode.steps().reportedBack().map(Steps.Step::at));
    }

    /** What evidence of it, and lines of the trail, are about. */
    static Target target(String id) {
        return Target.of(TABLE.name(), id);
    }

    Ticket becoming(TicketState next, Episode then) {
        return new Ticket(store, id, department, severity, opened, reporters, next, then, merged);
    }

    Ticket mergedAs(TicketState next, Episode then, Merging merging) {
        return new Ticket(store, id, department, severity, opened, reporters, next, then, Optional.of(merging));
    }

    Ticket speakingFor(Ticket other) {
        return new Ticket(
                store,
                id,
                department,
                severity,
                opened,
                Stream.concat(reporters.stream(), other.reporters().stream())
                        .distinct()
                        .toList(),
                state,
                episode,
                merged);
    }
}
