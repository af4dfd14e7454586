package io.storeops.maintenance;

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
 * What a line of the checklist is answered (D1), or what the rules propose to answer. Immutable.
 *
 * @param state OK, ANOMALY, NOT_APPLICABLE or COULD_NOT_CHECK; PENDING says nothing
 * @param anomalies the anomalies that it names, copied; of ANOMALY alone
 * @param reason why, of NOT_APPLICABLE and COULD_NOT_CHECK; empty once redacted
 * @param asOf the instant of which the source spoke that could not be judged by; of COULD_NOT_CHECK alone
 */
public record LineAnswer(LineState state, List<String> anomalies, Optional<String> reason, Optional<Instant> asOf) {
    /** No answer yet. */
    static final LineAnswer NONE = of(LineState.PENDING);

    static final Column<LineState> STATE = Column.constant("state", "how the line stands", LineState.class);
    private static final Column<List<String>> ANOMALIES =
            Column.list("anomalies", "the anomalies that it names", JsonReader::text, Json::of);
    static final Column<String> REASON = Column.text("reason", "why it is not applicable or could not be checked");
    private static final Column<Instant> AS_OF = Column.instant("as_of", "of when the source was that is too old");
    static final ColumnGroup<LineAnswer> COLUMNS = ColumnGroup.of(LineAnswer.class)
            .column(STATE, LineAnswer::state)
            .column(ANOMALIES, LineAnswer::anomalies)
            .personal(REASON, LineAnswer::reason)
            .optional(AS_OF, LineAnswer::asOf)
            .reads(row -> new LineAnswer(row.get(STATE), row.get(ANOMALIES), row.find(REASON), row.find(AS_OF)));

    /**
     * Copies the anomalies.
     *
     * @throws IllegalArgumentException if a member is given that an answer of the state does not have
     */
    public LineAnswer {
        requireNonNull(state, "state");
        anomalies = ImmutableList.copyOf(anomalies);
        requireNonNull(reason, "reason");
        requireNonNull(asOf, "asOf");
        boolean explained = state == LineState.NOT_APPLICABLE || state == LineState.COULD_NOT_CHECK;
        if ((state != LineState.ANOMALY && !anomalies.isEmpty())
                || (!explained && reason.isPresent())
                || (state != LineState.COULD_NOT_CHECK && asOf.isPresent())) {
            throw new IllegalArgumentException("An answer " + state + " has not anomalies " + anomalies + ", reason "
                    + reason + " and instant " + asOf + ": anomalies belong to ANOMALY, a reason to NOT_APPLICABLE and"
                    + " COULD_NOT_CHECK, an instant to COULD_NOT_CHECK");
        }
    }

    private static LineAnswer of(LineState state) {
        return new LineAnswer(state, List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * Nothing is wrong.
     *
     * @return the answer
     */
    public static LineAnswer ok() {
        return of(LineState.OK);
    }

    /**
     * Something is wrong.
     *
     * @param anomalies the anomalies that say what
     * @return the answer; without an anomaly it is refused when it is given
     */
    public static LineAnswer anomaly(List<String> anomalies) {
        return new LineAnswer(LineState.ANOMALY, anomalies, Optional.empty(), Optional.empty());
    }

    /**
     * There is nothing to look at.
     *
     * @param reason why; a blank one is refused when it is given
     * @return the answer
     */
    public static LineAnswer notApplicable(String reason) {
        return new LineAnswer(LineState.NOT_APPLICABLE, List.of(), Optional.of(reason), Optional.empty());
    }

    /**
     * It could not be looked at.
     *
     * @param reason why; a blank one is refused when it is given
     * @param asOf the instant of which the source speaks; empty if it does not say, or there is none
     * @return the answer
     */
    public static LineAnswer couldNotCheck(String reason, Optional<Instant> asOf) {
        return new LineAnswer(LineState.COULD_NOT_CHECK, List.of(), Optional.of(reason), asOf);
    }

    /** What happens to a line that is answered so. */
    LineEvent event() {
        return switch (state) {
            case PENDING -> LineEvent.LIST;
            case OK -> LineEvent.OK;
            case ANOMALY -> LineEvent.ANOMALY;
            case NOT_APPLICABLE -> LineEvent.NOT_APPLICABLE;
            case COULD_NOT_CHECK -> LineEvent.COULD_NOT_CHECK;
        };
    }
}
