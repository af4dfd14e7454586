package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.evidence.Stamp;
import io.storeops.id.ActorId;
import io.storeops.id.IdText;
import io.storeops.id.StoreId;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import io.storeops.storage.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What the manager is asked to decide: the fate of orders that were sold at a wrong price (R50) or beyond what an activity offers (D45),
 * or that an activity may end later (R66). Immutable.
 *
 * @param store the store
 * @param id its id
 * @param about what it is about
 * @param asked who asked, when, under which rules (R1)
 * @param decided what was decided; empty while it is open
 */
public record DecisionRequest(StoreId store, String id, About about, Stamp asked, Optional<Decided> decided) {
    private static final Column<String> ID = Column.text("request_id", "the request");
    private static final Column<String> SUBJECT = Column.text("subject_id", "the anomaly, or the activity");
    private static final Column<List<String>> ORDERS =
            Column.list("orders", "the orders whose fate is to be decided", JsonReader::text, Json::of);
    private static final Column<Instant> NEW_END = Column.instant("new_end", "the later end of the activity");
    private static final ColumnGroup<Stamp> ASKED =
            Stamp.columns(Column.instant("asked_at", "when it was asked"), Column.actor("asked_by", "who asked"));
    private static final Column<String> DECISION = Column.text("decision", "what was decided");
    private static final Column<Instant> DECIDED_AT = Column.instant("decided_at", "when it was decided");
    private static final Column<ActorId> DECIDED_BY = Column.actor("decided_by", "who decided");
    static final String BY_SUBJECT = "by_subject";

    /** The table of requests. */
    public static final Table<DecisionRequest> TABLE = Table.of("decision_request", DecisionRequest::store)
            .column(ID, DecisionRequest::id)
            .column(SUBJECT, request -> request.about().subject())
            .column(ORDERS, request -> request.about().orders())
            .optional(NEW_END, request -> request.about().newEnd())
            .group(ASKED, DecisionRequest::asked)
            .optional(DECISION, request -> request.decided().map(Decided::decision))
            .optional(DECIDED_AT, request -> request.decided().map(Decided::at))
            .optional(DECIDED_BY, request -> request.decided().map(Decided::by))
            .key(ID)
            .path(BY_SUBJECT, SUBJECT)
            .reads(row -> new DecisionRequest(
                    row.store(),
                    row.get(ID),
                    new About(row.get(SUBJECT), row.get(ORDERS), row.find(NEW_END)),
                    row.get(ASKED),
                    row.find(DECISION)
                            .map(decision -> new Decided(decision, row.get(DECIDED_AT), row.get(DECIDED_BY)))));

    /**
     * What a request is about.
     *
     * @param subject the anomaly whose orders it is about, or the activity
     * @param orders the orders whose fate is to be decided, each once, copied; none if it is about an activity
     * @param newEnd the later end of the activity; empty if it is about orders
     */
    public record About(String subject, List<String> orders, Optional<Instant> newEnd) {
        /**
         * Checks that it is about one of the two.
         *
         * @throws IllegalArgumentException if it is about orders and an activity, or about neither, or names an order twice, or an end
         *     that is finer than microseconds
         */
        public About {
            IdText.checked("id", subject);
            requireNonNull(newEnd, "newEnd");
            orders = ImmutableList.copyOf(orders);
            orders.forEach(order -> IdText.checked("order id", order));
            if (newEnd.filter(end -> !end.equals(end.truncatedTo(ChronoUnit.MICROS)))
                    .isPresent()) {
                throw new IllegalArgumentException("An activity ends at a whole microsecond, not at " + newEnd.get());
            }
            if (orders.isEmpty() != newEnd.isPresent()
                    || orders.stream().distinct().count() < orders.size()) {
                throw new IllegalArgumentException("A request about " + subject
                        + " names orders, each once, or a later end, not the orders " + orders
                        + newEnd.map(end -> " and the end " + end).orElse(""));
            }
        }
    }

    /**
     * What was decided.
     *
     * @param decision the decision, as in HONOUR; APPROVED where an extension was approved
     * @param at when
     * @param by who decided
     */
    public record Decided(String decision, Instant at, ActorId by) {
        /**
         * Checks the decision.
         *
         * @throws IllegalArgumentException if it is blank
         */
        public Decided {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            if (decision.isBlank()) {
                throw new IllegalArgumentException("A decision says what was decided");
            }
        }
    }

    /** Checks the id. */
    public DecisionRequest {
        requireNonNull(store, "store");
        IdText.checked("request id", id);
        requireNonNull(about, "about");
        requireNonNull(asked, "asked");
        requireNonNull(decided, "decided");
    }

    /** The same with what was decided. */
    DecisionRequest with(Decided decision) {
        return new DecisionRequest(store, id, about, asked, Optional.of(decision));
    }

    /** The same about more orders. */
    DecisionRequest about(List<String> orders) {
        return new DecisionRequest(store, id, new About(about.subject(), orders, about.newEnd()), asked, decided);
    }

    /**
     * Whether somebody has to decide it.
     *
     * @return true until it is decided
     */
    public boolean open() {
        return decided.isEmpty();
    }
}
