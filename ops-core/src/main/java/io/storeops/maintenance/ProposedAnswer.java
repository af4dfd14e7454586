package io.storeops.maintenance;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.json.Json;
import io.storeops.json.JsonReader;
import io.storeops.storage.Column;
import io.storeops.storage.ColumnGroup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the rules propose to answer a line (R38): a person confirms it or answers otherwise. Immutable.
 *
 * @param state OK, ANOMALY or COULD_NOT_CHECK
 * @param asOf the instant of which the source speaks, the oldest if several were looked at; empty if none says
 * @param checked how many listings were looked at, 0 or more
 * @param reasons what was found, or why it could not be checked, copied
 */
public record ProposedAnswer(LineState state, Optional<Instant> asOf, long checked, List<Reason> reasons) {
    private static final Column<LineState> STATE =
            Column.constant("proposed", "what the rules proposed", LineState.class);
    private static final Column<Instant> AS_OF = Column.instant("proposed_as_of", "of when what they judged is");
    private static final Column<Long> CHECKED = Column.number("proposed_checked", "how many listings they judged");
    private static final Column<List<Reason>> REASONS =
            Column.list("proposed_reasons", "what they found, or why they could not", Reason::read, Reason::json);
    static final ColumnGroup<ProposedAnswer> COLUMNS = ColumnGroup.of(ProposedAnswer.class)
            .column(STATE, ProposedAnswer::state)
            .optional(AS_OF, ProposedAnswer::asOf)
            .column(CHECKED, ProposedAnswer::checked)
            .column(REASONS, ProposedAnswer::reasons)
            .reads(row -> new ProposedAnswer(row.get(STATE), row.find(AS_OF), row.get(CHECKED), row.get(REASONS)));

    /**
     * One thing that was found, or why nothing could be.
     *
     * @param anomaly the anomaly; empty of what could not be checked
     * @param about which rule and, of an anomaly, whose: as in {@code PRICE of A1}
     * @param measured what was measured, or why nothing could be
     * @param base what it is compared with; empty text if nothing
     */
    public record Reason(Optional<String> anomaly, String about, String measured, String base) {
        /** Checks for null. */
        public Reason {
            requireNonNull(anomaly, "anomaly");
            requireNonNull(about, "about");
            requireNonNull(measured, "measured");
            requireNonNull(base, "base");
        }

        private static Reason read(JsonReader place) {
            return new Reason(
                    place.findMember("anomaly").map(JsonReader::text),
                    place.text("about"),
                    place.text("measured"),
                    place.text("base"));
        }

        private Json json() {
            Map<String, Json> members = new TreeMap<>();
            anomaly.ifPresent(id -> members.put("anomaly", Json.of(id)));
            members.put("about", Json.of(about));
            members.put("measured", Json.of(measured));
            members.put("base", Json.of(base));
            return Json.object(members);
        }
    }

    /** Copies the reasons. */
    public ProposedAnswer {
        requireNonNull(state, "state");
        requireNonNull(asOf, "asOf");
        reasons = ImmutableList.copyOf(reasons);
    }

    /**
     * The answer that is proposed.
     *
     * @return the answer, as {@link Inspections#answer} takes it
     */
    public LineAnswer answer() {
        return switch (state) {
            case ANOMALY ->
                LineAnswer.anomaly(reasons.stream()
                        .flatMap(reason -> reason.anomaly().stream())
                        .toList());
            case COULD_NOT_CHECK ->
                LineAnswer.couldNotCheck(
                        reasons.stream().map(Reason::measured).findFirst().orElse(""), asOf);
            case OK -> LineAnswer.ok();
            case NOT_APPLICABLE, PENDING -> throw new IllegalStateException("No rule proposes " + state);
        };
    }
}
