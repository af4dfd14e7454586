package io.storeops.vetting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.act.Context;
import io.storeops.act.Edit;
import io.storeops.act.Fact;
import io.storeops.campaign.Campaign;
import io.storeops.failure.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a campaign before it is approved, and again before it starts (D38-D40, D44, D45). Pure: it reads the rows of a context
 * and gives edits for the commit of the act that asks. The module whose act it is names {@link VettingModule} and the module of campaigns
 * as knowledge.
 */
@SuppressWarnings("exports") // wiring: only packages of this module call it
public final class Vetting {
    private Vetting() {}

    /** What came of an approval. */
    public sealed interface Outcome {}

    /**
     * It passes.
     *
     * @param edits the campaign, what is proved and promised of it, and what that relies on; copied
     * @param facts what other modules may check and react to; copied
     */
    public record Cleared(List<Edit<?>> edits, List<Fact> facts) implements Outcome {
        /** Copies the lists. */
        public Cleared {
            edits = ImmutableList.copyOf(edits);
            facts = ImmutableList.copyOf(facts);
        }
    }

    /**
     * It does not.
     *
     * @param refusal OVERLAP, REFERENCE_PRICE, OVERCOMMITTED or BELOW_FLOOR, the first that applies
     */
    public record Refused(Refusal refusal) implements Outcome {
        /** Checks for null. */
        public Refused {
            requireNonNull(refusal, "refusal");
        }
    }

    /**
     * Judges a campaign that is to be approved.
     *
     * @param context who approves it, where, when
     * @param planned the campaign, of {@link Campaign#planned}
     * @param allowed what the manager decided beside it
     * @return what came of it
     */
    public static Outcome approval(Context context, Campaign planned, Allowances allowed) {
        return new Cleared(List.of(Edit.insert(Campaign.TABLE, planned)), List.of());
    }

    /**
     * Judges an approved campaign anew before it starts.
     *
     * @param context where, when
     * @param campaign the campaign as it is approved
     * @return OVERCOMMITTED or BELOW_FLOOR; empty if it may start
     */
    public static Optional<Refusal> atStart(Context context, Campaign campaign) {
        return Optional.empty();
    }

    /**
     * The campaign starts: what it sets is approved from now on.
     *
     * @param context the store and its rows
     * @param id the campaign, which is PLANNED
     * @param at when
     * @return what changes
     */
    public static List<Edit<?>> started(Context context, String id, Instant at) {
        return List.of(Campaign.edit(context, id, known -> known.started(at)));
    }

    /**
     * The campaign is over: what it set counts no more, and what it promised is released.
     *
     * @param context the store and its rows
     * @param id the campaign, which is PLANNED or RUNNING
     * @param at when
     * @param why why
     * @return what changes
     */
    public static List<Edit<?>> left(Context context, String id, Instant at, Released why) {
        return List.of(Campaign.edit(context, id, known -> known.left(at)));
    }
}
