package io.storeops.failure;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.storeops.id.ActorId;
import io.storeops.id.StoreId;
import java.util.List;

/**
 * A right is missing, or it would be a decision on the person's own submission. Nothing changed, nothing was sent; the
 * attempt is recorded (R7).
 */
public class DeniedException extends StoreOpsException {
    private static final long serialVersionUID = 1L;

    /** The code of a decision on one's own submission (R85, R89). */
    public static final String SELF_DECISION = "SELF_DECISION";

    private final ActorId actor;
    private final StoreId store;
    private final ActorId[] holders;
    private final String code;

    /**
     * Creates the exception.
     *
     * @param act what was tried
     * @param actor who tried
     * @param store the store
     * @param code the missing right, or {@link #SELF_DECISION}
     * @param holders who could do it
     */
    public DeniedException(String act, ActorId actor, StoreId store, String code, List<ActorId> holders) {
        super(actor + " may not " + act + " in store " + store + ": " + why(code, holders));
        this.actor = requireNonNull(actor, "actor");
        this.store = requireNonNull(store, "store");
        this.code = requireNonNull(code, "code");
        this.holders = holders.toArray(new ActorId[0]);
    }

    private static String why(String code, List<ActorId> holders) {
        if (code.equals(SELF_DECISION)) {
            return "nobody decides what they submitted, in person or through a deputy. "
                    + (holders.isEmpty() ? "Nobody else may decide it now" : "It can be decided by " + holders);
        }
        return "the right " + code + " is missing. "
                + (holders.isEmpty() ? "Nobody holds it now" : "It is held by " + holders);
    }

    /**
     * Who tried.
     *
     * @return the person
     */
    public ActorId actor() {
        return actor;
    }

    /**
     * Where.
     *
     * @return the store
     */
    public StoreId store() {
        return store;
    }

    /**
     * What is missing.
     *
     * @return the right as the roster writes it, or {@link #SELF_DECISION}
     */
    public String code() {
        return code;
    }

    /**
     * Who could do it now.
     *
     * @return the people, in order of their ids
     */
    public List<ActorId> holders() {
        return ImmutableList.copyOf(holders);
    }
}
